"""Invitation, agenda, attendance list and all papers of a meeting (BER-55, NAM-01)."""

from docx import Document
from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.bodies.roster.snapshot import snapshot
from kpss.addon.meetings.papers_seen import publish_paper
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.times import day_of
from kpss.addon.meetings.who import body_of
from kpss.addon.printing.word.kinds import INVITATION
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from pypdf import PdfReader
from tests.plone.approval.conftest import add_document
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.printing.test_word_templates import template
from tests.plone.privacy.pictures import png
from zipfile import ZipFile
import io
import pytest
import transaction


OF_MEETING = ("invitation", "agenda", "attendance")
#: Nobody outside may find these, wherever they stand.
SECRETS = ("Skrytová", "tajna-schuzka", "skryta zprava", "skryty navrh", "Skrytybod")


def add_paper(item, title, name, data=b"text", public=False):
    made = createContentInContainer(
        item, "File", title=title, file=NamedBlobFile(data, filename=name)
    )
    publish_paper(item, made.getId(), public)
    return made


def bring_convened(meeting):
    """Convened, with its roster taken."""
    roster = Roster(body_of(meeting), day_of(meeting))
    on = roster.on.isoformat()
    kept = {"on": on, "taken": on, "frozen": False}
    records_of(meeting).roster = {**kept, "snapshot": snapshot(roster)}
    return bring(meeting, "convene")


@pytest.fixture(scope="class")
def meeting(town):
    """A public meeting, convened; a name is planted in everything that is internal."""
    api.portal.set_registry_record("plone.available_languages", ["cs", "en"])
    api.portal.set_registry_record("plone.default_language", "cs")
    with api.env.adopt_roles(["Manager"]):
        town.process.publicity_text = "Spolufinancováno Evropskou unií"
        town.process.publicity_logo = NamedBlobFile(png(), filename="skrytova.png")
        town.process.publicity_logo_text = "Logo EU"
        made = add_meeting(
            town["seniori"],
            place="Knihovna, sál č. 2",
            online_link="https://video.example/tajna-schuzka",
            note="skryta zprava paní Skrytové",
        )
        add_item(made, "Plán na rok 2027", kind="heading")
        plan = add_item(
            made,
            "Návrh plánu",
            minutes=20,
            presenter="Jana Skrytová",
            text="skryta zprava o plánu",
            proposal="Skupina schvaluje skryty navrh.",
        )
        add_item(made, "Rozpočet", level=2, minutes=10)
        inside = add_item(made, "Skrytybod", publicity="internal")
        add_paper(plan, "Návrh: 1. část", "skrytova_final.PDF", b"%PDF-1.4", True)
        add_paper(plan, "Vnitřní podklad Skrytová", "a.docx")
        add_paper(inside, "Jiný podklad", "b.xlsx")
        bring_convened(made)
    transaction.commit()
    return made


def get(as_user, meeting, name, user):
    return as_user(user, "*/*").get(
        f"{meeting.absolute_url()}/{name}", allow_redirects=False
    )


def pdf_text(data: bytes) -> str:
    """Text, titles and metadata; whatever a PDF tells."""
    reader = PdfReader(io.BytesIO(data))
    text = " ".join(page.extract_text() for page in reader.pages)
    meta = reader.trailer["/Root"]["/Metadata"].get_data().decode("utf-8")
    return " ".join(f"{text} {reader.metadata} {meta}".split())


def zip_text(data: bytes) -> str:
    """Everything in a Word document or another ZIP, with the names."""
    with ZipFile(io.BytesIO(data)) as parts:
        return " ".join(
            f"{name} {parts.read(name).decode('utf-8', 'replace')}"
            for name in parts.namelist()
        )


def whole(answer) -> str:
    data = answer.content
    said = pdf_text(data) if data.startswith(b"%PDF") else zip_text(data)
    return f"{said} {answer.headers}"


class TestWhoGetsThem:
    @pytest.mark.parametrize("ending", ["pdf", "docx"])
    @pytest.mark.parametrize("name", OF_MEETING)
    @pytest.mark.parametrize("user", ["koordinatorka", "clenka"])
    def test_those_inside_get_everything(self, as_user, meeting, user, name, ending):
        answer = get(as_user, meeting, f"{name}.{ending}", user)
        assert answer.status_code == 200
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert "Senioři" in whole(answer)

    @pytest.mark.parametrize("ending", ["pdf", "docx"])
    @pytest.mark.parametrize("user", [None, "cizi"])
    def test_names_on_the_list_are_for_those_inside(
        self, as_user, meeting, user, ending
    ):
        answer = get(as_user, meeting, f"attendance.{ending}", user)
        assert answer.status_code in (302, 401, 403)

    @pytest.mark.parametrize("user", [None, "cizi"])
    @pytest.mark.parametrize(
        "name",
        [
            "invitation.pdf",
            "invitation.docx",
            "agenda.pdf",
            "agenda.docx",
            "papers.zip",
        ],
    )
    def test_nothing_internal_is_told_outside(self, as_user, meeting, name, user):
        answer = get(as_user, meeting, name, user)
        assert answer.status_code == 200
        said = whole(answer)
        if name == "papers.zip":
            with ZipFile(io.BytesIO(answer.content)) as parts:
                said += pdf_text(parts.read(parts.namelist()[0]))
                said += pdf_text(parts.read(parts.namelist()[1]))
        assert [one for one in SECRETS if one.casefold() in said.casefold()] == []
        assert "Návrh plánu" in said and "Rozpočet" in said

    @pytest.mark.parametrize(
        ("name", "said"),
        [
            ("invitation", ("tajna-schuzka", "skryta zprava", "Skrytybod")),
            ("agenda", ("skryty navrh", "skryta zprava", "Vnitřní podklad")),
            ("attendance", ("Clenka", "Vedoucí")),
        ],
    )
    @pytest.mark.parametrize("ending", ["pdf", "docx"])
    def test_those_inside_are_told(self, as_user, meeting, name, said, ending):
        found = whole(get(as_user, meeting, f"{name}.{ending}", "clenka"))
        assert [one for one in said if one not in found] == []

    def test_before_it_is_convened_others_have_no_papers(self, as_user, town, meeting):
        with api.env.adopt_roles(["Manager"]):
            planned = add_meeting(town["seniori"], days=60)
        transaction.commit()
        for name in ("invitation.pdf", "agenda.docx", "papers.zip"):
            assert get(as_user, planned, name, None).status_code in (302, 401, 403)
            assert get(as_user, planned, name, "koordinatorka").status_code == 200

    def test_closed_meeting_has_no_papers_outside(self, as_user, town, meeting):
        with api.env.adopt_roles(["Manager"]):
            closed = bring_convened(
                add_meeting(town["seniori"], days=70, publicity="closed")
            )
        transaction.commit()
        answer = get(as_user, closed, "invitation.pdf", None)
        assert answer.status_code in (302, 401, 403)
        assert get(as_user, closed, "invitation.pdf", "clenka").status_code == 200


class TestPapers:
    def test_pdf_is_tagged_and_of_the_municipality(self, as_user, meeting):
        answer = get(as_user, meeting, "invitation.pdf", "clenka")
        reader = PdfReader(io.BytesIO(answer.content))
        root = reader.trailer["/Root"]
        assert b"pdfuaid:part>1<" in root["/Metadata"].get_data()
        assert "/StructTreeRoot" in root and root["/Lang"].startswith("cs")
        assert reader.metadata.author == "Beroun"
        assert reader.metadata.title == meeting.title
        assert len(list(reader.pages[0].images)) == 1

    def test_invitation_says_when_where_and_what_about(self, as_user, meeting):
        text = pdf_text(get(as_user, meeting, "invitation.pdf", "clenka").content)
        for said in (
            "Pozvánka",
            "Knihovna, sál č. 2",
            "v 15.00",
            "1/20",
            "2.1. Rozpočet",
            "Skrytybod (neveřejné)",
            "Jana Skrytová",
            "Spolufinancováno Evropskou unií",
        ):
            assert said in text, said

    def test_docx_is_of_the_municipality_alone(self, as_user, meeting):
        answer = get(as_user, meeting, "agenda.docx", "clenka")
        properties = Document(io.BytesIO(answer.content)).core_properties
        assert properties.author == properties.last_modified_by == "Beroun"
        assert properties.title == meeting.title

    def test_list_is_to_be_signed_and_later_filled_in(self, as_user, meeting):
        before = pdf_text(get(as_user, meeting, "attendance.pdf", "clenka").content)
        assert "Podpis" in before and "přítom" not in before
        records = records_of(meeting)
        members = [one["member"] for one in records.snapshot["items"]]
        item = meeting["navrh-planu"]
        records.put(
            "attendance", members[0], {"status": "present", "arrived": item.UID()}
        )
        records.put("attendance", members[1], {"status": "excused"})
        records.put("guests", "g", {"name": "Host Zvaný", "organisation": "Charita"})
        transaction.commit()
        after = pdf_text(get(as_user, meeting, "attendance.pdf", "clenka").content)
        numbers = ("zahájení přítomno 0 z 2", "celkem 1 z 2")
        for said in ("od bodu 2", "Host Zvaný", "Charita", *numbers):
            assert said in after, said
        assert "Podpis" not in after
        for member in members:
            records.drop("attendance", member)
        records.drop("guests", "g")
        transaction.commit()

    def test_own_template_is_used(self, as_user, town, meeting):
        data = template("Zveme vás: {{ title }}, {{ place }}", "{{ agenda }}")
        town.process.invitation_template = NamedBlobFile(data, filename="a.docx")
        transaction.commit()
        answer = get(as_user, meeting, "invitation.docx", None)
        text = " ".join(
            one.text for one in Document(io.BytesIO(answer.content)).paragraphs
        )
        assert "Zveme vás:" in text and "Knihovna" in text
        town.process.invitation_template = None
        transaction.commit()

    @pytest.mark.parametrize(
        "names",
        ["{{ explanatory_report }}", "{{ members }}", "{{ nic }}", "{{ sections }}"],
    )
    def test_wrong_template_is_refused_when_it_comes(self, town, meeting, names):
        from kpss.addon.printing.word.checking import check_template
        from kpss.addon.printing.word.refusals import TemplateRefused

        with pytest.raises(TemplateRefused):
            check_template(template("{{ title }}", names), INVITATION)

    def test_page_of_the_meeting_leads_to_what_the_reader_may_have(
        self, as_user, meeting
    ):
        url = meeting.absolute_url()
        inside = as_user("clenka", "text/html").get(url).text
        outside = as_user(None, "text/html").get(url).text
        for name in ("invitation.pdf", "agenda.docx", "papers.zip"):
            assert f"{url}/{name}" in inside and f"{url}/{name}" in outside
        assert f"{url}/attendance.pdf" in inside
        assert "attendance.pdf" not in outside


class TestZip:
    def names(self, answer):
        with ZipFile(io.BytesIO(answer.content)) as parts:
            assert parts.testzip() is None
            return parts.namelist()

    def test_all_papers_stand_in_the_order_of_the_agenda(self, as_user, meeting):
        answer = get(as_user, meeting, "papers.zip", "clenka")
        assert int(answer.headers["Content-Length"]) == len(answer.content)
        assert self.names(answer) == [
            "01 Pozvánka.pdf",
            "02 Program.pdf",
            "02 Návrh plánu/01 Návrh 1. část.pdf",
            "02 Návrh plánu/02 Vnitřní podklad Skrytová.docx",
            "03 Skrytybod/01 Jiný podklad.xlsx",
        ]

    def test_others_get_what_is_public(self, as_user, meeting):
        assert self.names(get(as_user, meeting, "papers.zip", None)) == [
            "01 Pozvánka.pdf",
            "02 Program.pdf",
            "02 Návrh plánu/01 Návrh 1. část.pdf",
        ]

    def test_documents_that_items_deal_with_go_along_to_who_may_see_them(
        self, as_user, town, meeting
    ):
        with api.env.adopt_roles(["Manager"]):
            main = add_document(
                town.process,
                "Rozpočet: návrh",
                "implementation_plan",
                file=NamedBlobFile(b"%PDF-1.4", filename="skrytova.pdf"),
            )
            add_document(
                town.process,
                "Tabulky",
                "implementation_plan",
                annex_of=main.getId(),
                annex_number=1,
                text=RichTextValue("<p>Tabulky příjmů</p>", "text/html", "text/html"),
            )
            add_item(meeting, "Rozpočet 2027", subject_uid=main.UID())
        transaction.commit()
        found = self.names(get(as_user, meeting, "papers.zip", "koordinatorka"))
        assert found[-2:] == [
            "04 Rozpočet 2027/01 Rozpočet návrh.pdf",
            "04 Rozpočet 2027/02 Příloha 1 – Tabulky.pdf",
        ]
        # A draft that others do not see
        for user in ("clenka", None):
            assert not any(
                "04" in one
                for one in self.names(get(as_user, meeting, "papers.zip", user))
            )
