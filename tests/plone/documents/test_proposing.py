"""Ideas and source materials of members (BER-62, BER-72), and files never public (BER-31)."""

from datetime import date
from io import BytesIO
from itertools import count
from kpss.addon.approval import actions
from kpss.addon.approval.case import case_of
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.interfaces import ResolutionView
from kpss.addon.approval.said import Said
from kpss.addon.approval.talking import comment
from kpss.addon.documents.document import IDocument
from kpss.addon.documents.proposing import rich
from kpss.addon.fields import Refused
from plone import api
from plone.namedfile.file import NamedBlobFile
from tests.plone.approval.conftest import add_document
from zope.event import notify
from zope.globalrequest import setRequest
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


@pytest.fixture
def group(beroun):
    return beroun["bodies"]["ps-rodiny"]


def put_forward(page, group, title="Půjčovna kočárků", **values):
    page.open(group.absolute_url())
    page.getLink("Put forward an idea").click()
    page.getControl(name="title").value = title
    for name, value in values.items():
        page.getControl(name=name).value = value
    page.getControl(name="save").click()


class TestProposing:
    def test_member_puts_forward_an_idea(self, browse, beroun, group):
        page = browse("cizi")
        put_forward(page, group, text="Rodiny ji <chtějí>.\n\nViz šetření.")
        transaction.begin()
        made = beroun["documents"]["pujcovna-kocarku"]
        assert page.url == made.absolute_url()
        assert "Thank you" in page.contents
        assert (made.document_kind, made.author_body, made.internal) == (
            "idea",
            "ps-rodiny",
            True,
        )
        assert "<p>Rodiny ji &lt;chtějí&gt;.</p><p>Viz" in made.text.raw
        page.open(f"{made.absolute_url()}/edit")
        assert page.getControl(name="form.widgets.title").value == made.title

    def test_source_material_with_a_file(self, browse, beroun, group):
        page = browse("cizi")
        page.open(f"{group.absolute_url()}/@@kpss-propose")
        page.getControl(name="kind").value = ["source_material"]
        page.getControl(name="title").value = "Dotazník"
        page.getControl(name="save").click()
        assert "Write a text, or add a file." in page.contents
        assert page.getControl(name="title").value == "Dotazník"
        page.getControl(name="file").add_file(
            BytesIO(b"otazky"), "text/plain", "dotazník.txt"
        )
        page.getControl(name="save").click()
        transaction.begin()
        made = beroun["documents"]["dotaznik"]
        assert made.file.filename == "dotazník.txt"
        assert made.document_kind == "source_material"

    @pytest.mark.parametrize("title", ["a" * 251, "Námět 😀"])
    def test_title_is_such_as_can_be_saved_again(self, browse, group, title):
        page = browse("cizi")
        put_forward(page, group, title=title, text="Text.")
        assert page.getControl(name="text").value == "Text."
        assert page.url.endswith("kpss-propose")

    @pytest.mark.parametrize("user", ["predsedkyne", "clen", None])
    def test_others_neither_put_forward_nor_read(self, browse, beroun, group, user):
        put_forward(browse("cizi"), group, title="Tajný námět", text="Jen pro skupinu.")
        page = browse(user)
        page.raiseHttpErrors = False
        page.open(group.absolute_url())
        assert "Tajný námět" not in page.contents
        assert "Put forward" not in page.contents
        page.open(f"{group.absolute_url()}/@@kpss-propose")
        assert 'name="title"' not in page.contents
        page.open(f"{beroun.absolute_url()}/documents/tajny-namet")
        assert "Jen pro skupinu" not in page.contents

    def test_leader_and_coordinator_are_told(self, browse, group, post, beroun):
        put_forward(browse("cizi"), group, title="Nový námět", text="Text.")
        transaction.begin()
        told = post.told()
        assert set(told) == {"koordinator"}
        assert "Nový námět" in told["koordinator"]

    def test_managing_body_comments_and_accepts(self, browse, beroun, group):
        put_forward(browse("cizi"), group, title="Námět k přijetí", text="Text.")
        # A browser of the tests leaves no request behind
        setRequest(beroun.REQUEST)
        transaction.begin()
        made = beroun["documents"]["namet-k-prijeti"]
        actions.start(made)
        decide(made, Said(0, "submitted", date.today()))
        with api.env.adopt_user(username="clen"):
            comment(made, "Souhlasíme, doplňte rozpočet.")
        decide(
            made, Said(1, "returned", date.today(), comment="Rozpočet.", to_draft=True)
        )
        assert api.content.get_state(made) == "draft"
        actions.start(made)
        decide(made, Said(0, "submitted", date.today()))
        decide(made, Said(1, "approved", date.today()))
        assert [one.kind for one in case_of(made).records].count("decided") == 4
        transaction.commit()
        visitor = browse(None)
        visitor.raiseHttpErrors = False
        visitor.open(made.absolute_url())
        assert "Námět k přijetí" not in visitor.contents

    def test_who_put_it_forward_does_not_go_back_in_it_while_others_decide(
        self, browse, beroun, group
    ):
        put_forward(browse("cizi"), group, title="Rozhodovaný námět", text="První.")
        setRequest(beroun.REQUEST)
        transaction.begin()
        made = beroun["documents"]["rozhodovany-namet"]
        made.text = rich("Druhý.")
        notify(ObjectModifiedEvent(made))
        actions.start(made)
        decide(made, Said(0, "submitted", date.today()))
        page = browse("cizi")
        page.raiseHttpErrors = False
        page.open(f"{made.absolute_url()}/revertversion?version_id=0")
        transaction.begin()
        assert "Druhý." in made.text.raw

    def test_nobody_annexes_an_idea_to_what_others_prepare(self, browse, beroun, group):
        other = add_document(beroun, "Cizí zpráva", "report", author_body="ps-rodiny")
        put_forward(browse("cizi"), group, title="Vnucená příloha", text="Text.")
        transaction.begin()
        made = beroun["documents"]["vnucena-priloha"]
        with api.env.adopt_user(username="cizi"):
            assert api.user.has_permission("View", obj=other)
            field = IDocument["annex_of"].bind(made)
            with pytest.raises(Refused, match="may edit the main document"):
                field.validate(other.getId())

    def test_body_page_lists_what_the_reader_may_see(self, browse, beroun, group):
        put_forward(browse("cizi"), group, title="Vidí člen", text="Text.")
        page = browse("cizi")
        page.open(group.absolute_url())
        assert "Vidí člen" in page.contents
        page.getLink("All documents of the body").click()
        assert "Vidí člen" in page.contents
        assert "Show those of all bodies" in page.contents


class TestWorkingFile:
    @pytest.fixture
    def approved(self, beroun, post):
        setRequest(beroun.REQUEST)
        made = add_document(
            beroun,
            "Jednací řád skupin",
            "rules_of_procedure",
            file=NamedBlobFile(b"verejny", filename="rad.txt"),
            working_file=NamedBlobFile(b"pracovni", filename="pracovni.txt"),
            retain_until=date(2040, 1, 1),
        )
        actions.start(made)
        decide(made, Said(0, "approved", date.today(), **_ruling()))
        transaction.commit()
        return made

    def test_visitor_gets_the_file_but_not_the_working_one(self, browse, approved):
        page = browse(None)
        page.raiseHttpErrors = False
        page.open(approved.absolute_url())
        assert "rad.txt" in page.contents
        assert "pracovni.txt" not in page.contents
        assert "2040" not in page.contents
        page.open(f"{approved.absolute_url()}/@@download/working_file")
        assert "pracovni" not in page.contents
        page.open(f"{approved.absolute_url()}/@@download/file")
        assert page.contents == "verejny"

    def test_insider_gets_both(self, browse, approved):
        page = browse("clen")
        page.open(approved.absolute_url())
        assert "2040" in page.contents
        page.getLink("pracovni.txt").click()
        assert page.contents == "pracovni"

    def test_words_of_the_working_file_are_not_found(self, approved):
        found = api.content.find(SearchableText="pracovni", id=approved.getId())
        assert not found

    def test_another_working_file_changes_nothing_decided(self, browse, approved):
        approved.working_file = NamedBlobFile(b"jiny", filename="jiny.txt")
        transaction.commit()
        page = browse("clen")
        page.open(approved.absolute_url())
        assert "jiny.txt" in page.contents


NUMBERS = count(1)


def _ruling() -> dict:
    number = f"KS {next(NUMBERS)}/x"
    view = ResolutionView(uid=None, body="ks", number=number, on=date.today())
    return {"resolution": view}
