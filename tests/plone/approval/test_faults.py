"""Bad input and faults (issue 5, section 6): each a sentence and 400, 403 or 409."""

from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval.case import Case
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.history import WORKFLOW
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.approval.said import Said
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.textfield import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.testing.zope import Browser
from tests.plone.approval.conftest import add_document
from tests.plone.approval.conftest import build
from tests.plone.approval.test_way import ruling
from tests.plone.roster.town import session
import pytest
import transaction


DAY = date(2026, 6, 1)
PASSWORD = "Tajemstvi-12345"


class Town:
    """Grant rules at the steering group, and what may be said wrongly about them."""


@pytest.fixture(scope="class")
def town(zatec, functional_portal_class):
    made = Town()
    made.process = zatec
    with api.env.adopt_roles(["Manager"]):
        made.other = build(functional_portal_class, "beroun")
        chain = zatec["chains"]["dotace"]
        steps = [dict(one) for one in chain.steps]
        steps[1]["delegation"] = True
        chain.steps = steps
        made.delegation = createContentInContainer(
            zatec["bodies"]["rs"],
            "kpss.Delegation",
            checkConstraints=False,
            to_body="osv",
            valid_from=date(2025, 1, 1),
            valid_to=date(2026, 5, 31),
        ).UID()
        book = IResolutionBook(zatec)
        more = {"verb": "approves", "text": None, "subject": None}
        made.of_council = book.record("rm", on=DAY, title="Rada", number="1/R", **more)
        earlier = date(2026, 5, 1)
        made.earlier = book.record("rs", on=earlier, title="Dřív", number="1/D", **more)
        made.draft = add_document(zatec, "Starý koncept", "grant_rules").getId()
        made.document = under_way(zatec, repeals=[made.draft])
        api.user.create(username="ctenar", email="c@example.cz", password=PASSWORD)
        api.user.grant_roles(username="ctenar", roles=["Reader"], obj=zatec)
    transaction.commit()
    return made


def under_way(process, **fields):
    document = add_document(process, "Dotační pravidla", "grant_rules", **fields)
    actions.start(document, on=DAY)
    decide(document, Said(0, "submitted", DAY))
    return document


@pytest.fixture(scope="class")
def owner(town, functional_portal_class):
    found = session(functional_portal_class, user="owner", accept="application/json")
    yield found
    found.close()


@pytest.fixture(scope="class")
def reader(town, functional_portal_class):
    found = session(functional_portal_class, accept="application/json")
    found.auth = ("ctenar", PASSWORD)
    yield found
    found.close()


def decision(**more):
    return {
        "action": "decide",
        "step": 1,
        "revision": 2,
        "outcome": "approved",
        "date": DAY.isoformat(),
        "resolution": {"number": "9/ŘS", "date": DAY.isoformat()},
        **more,
    }


#: What is sent, with names of what the town has; status, code and a part of the sentence.
REFUSED = {
    "step that is over": (decision(step=0), 409, "outdated", "Meanwhile"),
    "step that comes later": (decision(step=2), 409, "outdated", "Meanwhile"),
    "what was seen is old": (decision(revision=1), 409, "outdated", "Meanwhile"),
    "resolution of another body": (
        decision(resolution="of_council"),
        400,
        "resolution_of_other_body",
        "is not one of",
    ),
    "resolution before the previous step": (
        decision(resolution="earlier"),
        400,
        "resolution_of_other_day",
        "not of the day",
    ),
    "day before the previous step": (
        decision(date="2026-05-01", resolution="earlier"),
        400,
        "before_previous",
        "previous step",
    ),
    "expired delegation": (
        decision(delegation="delegation"),
        400,
        "resolution_of_other_body delegation_ended",
        "",
    ),
    "submitted again": ({"action": "start"}, 400, "already_running", "already"),
}


class TestRefused:
    @pytest.mark.parametrize("what", REFUSED)
    def test_over_rest(self, town, owner, what):
        sent, status, codes, said = REFUSED[what]
        sent = dict(sent)
        for key in ("resolution", "delegation"):
            if isinstance(sent.get(key), str):
                found = getattr(town, sent[key])
                sent[key] = getattr(found, "uid", found)
        answer = owner.post(f"{path(town)}/@approval", json=sent)
        data = answer.json()
        assert answer.status_code == status, data
        assert data["code"] in codes.split()
        assert said in data["message"]
        transaction.begin()
        assert Case(town.document).standing.revision == 2

    def test_body_for_which_one_may_not_act(self, town, reader):
        answer = reader.post(f"{path(town)}/@approval", json=decision())
        assert answer.status_code in (401, 403)
        transaction.begin()
        assert Case(town.document).standing.revision == 2

    @pytest.mark.parametrize(
        ("fill", "said"),
        [
            ({"date": "2026-05-01"}, "The previous step is of"),
            ({"resolution": ["number"], "number": ""}, "Write the number"),
            ({"revision": "1"}, "Meanwhile somebody else recorded something"),
            ({"delegation": ["delegation"]}, "the delegation did not hold any more"),
        ],
    )
    def test_in_the_form(self, town, functional_portal_class, fill, said):
        browser = Browser(functional_portal_class.aq_parent)
        browser.addHeader(
            "Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}"
        )
        browser.handleErrors = False
        browser.open(f"{town.document.absolute_url()}/@@kpss-record-decision")
        form = browser.getForm(action="kpss-record-decision")
        values = {
            "date": DAY.isoformat(),
            "resolution": ["number"],
            "number": "9/ŘS",
            **fill,
        }
        for name, value in values.items():
            if value == ["delegation"]:
                value = [town.delegation]
            form.getControl(name=name).value = value
        form.getControl(name="save").click()
        assert said in browser.contents
        transaction.begin()
        assert Case(town.document).standing.revision == 2


def path(town) -> str:
    return f"/zatec/documents/{town.document.getId()}"


class TestLifecycle:
    """Deleting, moving, renaming, copying, submitting again."""

    def refused(self, answer, said):
        assert answer.status_code == 400, answer.text
        assert said in answer.json()["message"]

    def test_repeal_of_what_is_not_in_force(self, town, owner):
        with api.env.adopt_roles(["Manager"]):
            one = add_document(
                town.process,
                "Změna",
                "organisational_rules",
                purpose="amendment",
                repeals=[town.draft],
            )
            actions.start(one, on=DAY)
        transaction.commit()
        before = len(api.content.find(portal_type="kpss.Resolution"))
        answer = owner.post(
            f"/zatec/documents/{one.getId()}/@approval",
            json=decision(step=0, revision=1),
        )
        self.refused(answer, "is not in force, so it cannot be repealed")
        transaction.begin()
        assert len(api.content.find(portal_type="kpss.Resolution")) == before

    def test_document_in_approval_is_not_deleted_or_moved(self, town, owner):
        self.refused(owner.delete(path(town)), "belongs to the records")
        answer = owner.post(
            "/beroun/documents/@move", json={"source": town.document.absolute_url()}
        )
        self.refused(answer, "belongs to the records")
        transaction.begin()
        assert town.document.getId() in town.process["documents"]

    def test_copy_is_a_draft_that_names_nobody_of_the_other_process(self, town, owner):
        answer = owner.post(
            "/beroun/documents/@copy", json={"source": town.document.absolute_url()}
        )
        assert answer.status_code == 200, answer.text
        transaction.begin()
        [copy] = [
            one
            for one in town.other["documents"].objectValues()
            if one.title == "Dotační pravidla"
        ]
        assert Case(copy).records == []
        assert api.content.get_state(copy) == "draft"
        assert copy.repeals == []

    def test_reverting_keeps_the_history(self, town, owner):
        transaction.begin()
        before = [dict(one) for one in town.document.workflow_history[WORKFLOW]]
        repository = api.portal.get_tool("portal_repository")
        with api.env.adopt_roles(["Manager"]):
            repository.save(town.document)
            old = town.document.version_id
            town.document.text = RichTextValue("<p>nový</p>", "text/html", "text/html")
            repository.save(town.document)
        transaction.commit()
        answer = owner.patch(f"{path(town)}/@history", json={"version": old})
        assert answer.status_code == 200, answer.text
        transaction.begin()
        after = [dict(one) for one in town.document.workflow_history[WORKFLOW]]
        assert after[: len(before)] == before
        assert town.document.text is None
        assert Case(town.document).records[-1].kind == "changed"

    def test_rejected_one_is_submitted_again_with_its_history(self, town, owner):
        with api.env.adopt_roles(["Manager"]):
            one = under_way(town.process)
            decide(one, Said(1, "rejected", DAY, resolution=ruling("5/ŘS", DAY, "rs")))
            # Meanwhile the chain has become shorter
            chain = town.process["chains"]["dotace"]
            whole = chain.steps
            chain.steps = whole[1:]
        transaction.commit()
        address = f"/zatec/documents/{one.getId()}/@approval"
        assert owner.post(address, json={"action": "start"}).status_code == 200
        data = owner.get(address).json()
        assert (data["status"], data["current"], data["revision"]) == ("running", 0, 4)
        assert len(data["chain"]) == len(whole) - 1
        kinds = [entry["kind"] for entry in data["history"]]
        assert kinds == ["started", "decided", "decided", "started"]
        transaction.begin()
        chain.steps = whole
        transaction.commit()


class TestAnnexes:
    @pytest.fixture
    def pair(self, town):
        """A draft with an annex, and another draft that would repeal it."""
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            main = add_document(town.process, "Pravidla", "grant_rules")
            annex = add_document(
                town.process,
                "Příloha",
                "rules_of_procedure",
                annex_of=main.getId(),
                annex_number=1,
            )
        transaction.commit()
        return main, annex

    def test_renamed_document_keeps_its_annex(self, town, pair):
        main, annex = pair
        with api.env.adopt_roles(["Manager"]):
            later = add_document(
                town.process, "Později", "grant_rules", repeals=[main.getId()]
            )
            transaction.savepoint()
            api.content.rename(main, f"jinak-{main.getId()}")
        assert annex.annex_of == main.getId()
        assert later.repeals == [main.getId()]
        transaction.commit()

    def test_document_with_an_annex_is_not_deleted(self, pair, owner):
        answer = owner.delete(f"/zatec/documents/{pair[0].getId()}")
        assert answer.status_code == 400
        assert "has annexes: Příloha" in answer.json()["message"]

    def test_annex_of_a_draft_may_go(self, pair, owner):
        for one in reversed(pair):
            answer = owner.delete(f"/zatec/documents/{one.getId()}")
            assert answer.status_code == 204, answer.text

    def test_annex_of_what_was_decided_stays(self, pair, owner):
        main, annex = pair
        with api.env.adopt_roles(["Manager"]):
            actions.start(main, on=DAY)
            decide(main, Said(0, "submitted", DAY))
        transaction.commit()
        answer = owner.delete(f"/zatec/documents/{annex.getId()}")
        assert answer.status_code == 400
        assert "is an annex of “Pravidla”" in answer.json()["message"]

    def test_copied_annex_is_a_document_of_its_own(self, town, pair, owner):
        answer = owner.post(
            "/zatec/documents/@copy", json={"source": pair[1].absolute_url()}
        )
        transaction.begin()
        copy = town.process["documents"][answer.json()[0]["target"].split("/")[-1]]
        assert (copy.annex_of, copy.annex_number) == (None, None)

    def test_moved_draft_names_no_body_of_where_it_was(self, town, owner):
        with api.env.adopt_roles(["Manager"]):
            one = add_document(
                town.process,
                "Zpráva",
                "report",
                author_body="osv",
                repeals=[town.draft],
            )
        transaction.commit()
        answer = owner.post(
            "/beroun/documents/@move", json={"source": one.absolute_url()}
        )
        assert answer.status_code == 200, answer.text
        transaction.begin()
        moved = town.other["documents"][answer.json()[0]["target"].split("/")[-1]]
        assert (moved.author_body, moved.repeals) == (None, [])
