"""Nothing private is said anywhere: not to nobody, nor to those who are no insiders.

See docs/privacy.md for what is public and who decides it. Run with ``-s`` to read the
addresses.
"""

from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.people.person import IPerson
from kpss.addon.meetings.agenda_item import IAgendaItem
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.minutes.minutes import IMinutes
from kpss.addon.tasks.task import ITask
from plone import api
from tests.architecture import public
from tests.plone.privacy.marks import unmarked
from tests.plone.privacy.reading import JSON
from tests.plone.privacy.reading import Reader
from tests.plone.privacy.registered import registrations
from tests.plone.privacy.registered import vocabularies
from tests.plone.privacy.town import EDITOR
from tests.plone.privacy.town import MEMBER
from tests.plone.privacy.town import NOBODY
from tests.plone.privacy.town import ORGANISATION
from tests.plone.privacy.town import READERS
from tests.plone.privacy.town import STRANGER
from tests.plone.privacy.walk import Walk
import pytest


MEETINGS = ("IMeeting", "IAgendaItem", "IMinutes")
#: Fields that need no mark, with the reason.
SILENT = {
    IPerson: {"title": "made of the names"},
    IMembership: {"title": "made of the person and the function"},
    IBody: {},
    ITask: {
        "percent": "a number",
        "depends_on": "tasks with marked ids",
        "notes": "marked apart",
    },
    IMeeting: {
        "title": "public",
        "place": "public",
        "start": "public",
        "end": "public",
        "number": "public",
        **dict.fromkeys(("presiding", "minute_taker", "verifiers"), "random ids"),
    },
    IAgendaItem: {
        "title": "public",
        **dict.fromkeys(("proposed_by", "put_forward_by"), "a random id"),
        **dict.fromkeys(("subject_uid", "postponed_to", "postponed_from"), "UIDs"),
        "public_papers": "marked apart",
        "minutes": "a number",
        "level": "a number",
    },
    IMinutes: {"title": "public", "passages": "of the parts"},
}


@pytest.fixture(scope="class")
def readers(town):
    """Each reader; a walk through the site is made when it is first asked for."""

    class Readers(dict):
        def __missing__(self, name):
            self[name] = Walk(Reader(name, town), town)
            return self[name]

    made = Readers()
    yield made
    for one in made.values():
        one.reader.close()


@pytest.fixture(scope="class")
def walks(readers):
    """Walks by reader, made once."""

    def walk(name):
        return readers[name] if readers[name].reader.asked else readers[name].go()

    return walk


class TestNothingPrivateIsSaid:
    @pytest.mark.parametrize("name", READERS)
    def test_reader_finds_nothing(self, walks, name):
        walk = walks(name)
        print(f"\n{name}: {len(walk.reader.asked)} addresses")
        assert walk.reader.leaks == []

    def test_addresses_are_printed(self, walks):
        asked = walks(NOBODY).reader.asked
        print("\n" + "\n".join(asked))
        assert len(asked) > 500

    def test_everything_registered_was_visited(self, walks):
        visited = {one for name in READERS for one in walks(name).statuses}
        assert set(registrations()) - visited - exceptions() == set()

    def test_every_public_page_and_service_was_really_read(self, walks):
        """An answer that is missing would say nothing about leaks."""
        read = {
            (one.place.__name__, one.name)
            for name in READERS
            for one, statuses in walks(name).statuses.items()
            if 200 in statuses
        }
        # A guard answers the workflow only, never the web
        guards = {(name, "kpss-guard") for name in ("IApprovable", *MEETINGS)}
        # Not there for who has no token; see test_replies.py, test_ballots.py and
        # test_poll_pages.py
        tokens = {
            ("IMeeting", "kpss-invitation"),
            ("IMeeting", "kpss-ballots"),
            ("IBody", "kpss-dates"),
        }
        # Only after a conflict, see tests/plone/browser/test_busy.py
        errors = {("TransientError", "index.html")}
        private = {("IPerson", "person_view"), *guards, *tokens, *errors}
        assert set(public.PAGES) | set(public.SERVICES) <= read | private

    def test_every_vocabulary_was_asked_for(self, walks):
        asked = " ".join(walks(NOBODY).reader.asked)
        assert [name for name in vocabularies() if f"/{name}?" not in asked] == []

    def test_every_type_of_ours_is_in_the_town(self, walks):
        types = api.portal.get_tool("portal_types").objectIds()
        there = {obj.portal_type for _address, obj in walks(NOBODY).everything}
        assert {name for name in types if name.startswith("kpss.")} <= there

    def test_what_is_public_is_said(self, walks):
        """Otherwise a site that says nothing would pass."""
        roster = walks(NOBODY).reader.get("/mesto/bodies/seniori/@roster", JSON)
        said = {item.get("title") for item in roster.json()["items"]}
        assert said == {None, "Ing. Jana Named, DiS.", "Ing. Jana Spokesman, DiS."}
        page = walks(NOBODY).reader.get("/mesto/bodies/zast").text
        assert "Ing. Jana Official, DiS." in page

    @pytest.mark.parametrize(
        ("name", "path"),
        [(MEMBER, "/mesto/bodies/seniori"), (STRANGER, "/mesto/bodies/rodiny")],
    )
    def test_who_was_asked_for_a_date_reads_the_question(self, walks, name, path):
        page = walks(name).reader.get(f"{path}/@@kpss-my-dates/0001")
        assert page.status_code == 200
        other = walks(NOBODY).reader.get(f"{path}/@@kpss-my-dates/0001")
        assert "kpss-counts" in page.text and "kpss-counts" not in other.text

    def test_public_task_is_said_in_few_words(self, walks):
        answer = walks(NOBODY).reader.get("/mesto/@tasks", JSON).json()
        [item] = answer["items"]
        assert item.pop("imposed_by")["title"] == "Zpráva"
        assert item == {
            "title": "Veřejný úkol",
            "due": None,
            "state": "done",
            "overdue": False,
            "due_soon": False,
            "body": None,
        }

    @pytest.mark.parametrize(("name", "number"), [(MEMBER, 2), (STRANGER, 2)])
    def test_insider_sees_own_and_public_tasks(self, walks, name, number):
        answer = walks(name).reader.get("/mesto/@tasks", JSON).json()
        assert len(answer["items"]) == number

    @pytest.mark.parametrize(
        "path", ["/mesto/bodies/seniori", "/mesto/bodies/seniori/@roster"]
    )
    @pytest.mark.parametrize("name", [NOBODY, STRANGER, EDITOR])
    def test_organisation_of_a_user_of_services_is_not_said(self, walks, name, path):
        accept = JSON if "@" in path else "text/html"
        answer = walks(name).reader.get(path, accept)
        assert answer.status_code == 200
        assert ORGANISATION not in answer.text and "klub-odvaha" not in answer.text

    # The town's marks are what the test stands on

    @pytest.mark.parametrize(
        "schema", [IPerson, IMembership, IBody, ITask, IMeeting, IAgendaItem, IMinutes]
    )
    def test_every_field_that_may_tell_has_a_mark(self, town, schema):
        given = town.filled[schema]
        assert unmarked(schema, given) <= set(SILENT[schema])

    def test_leak_would_be_found(self, town):
        mark = next(iter(town.secrets.known))
        assert town.secrets.leaked(f"<p>{mark.upper()}</p>", NOBODY)
        assert not town.secrets.leaked(f"<p>{mark}</p>", NOBODY, asked=f"/{mark}")

    @pytest.mark.parametrize("index", ["kpss_person", "UID", "getId", "Title", "path"])
    @pytest.mark.parametrize("name", [NOBODY, MEMBER, EDITOR])
    def test_index_does_not_tell_what_is_private(self, readers, town, index, name):
        """Asked with the value that something private has, it finds as little as ever."""
        hidden = town.unseen_membership
        values = {
            "kpss_person": hidden.person,
            "UID": hidden.UID(),
            "getId": hidden.getId(),
            "Title": hidden.title,
            "path": "/".join(hidden.getPhysicalPath()),
        }
        ask = readers[name].reader.session.get
        answer = ask(
            "/@search", params={index: values[index]}, headers={"Accept": JSON}
        )
        assert answer.json()["items_total"] == 0


def exceptions():
    """Registrations that no reader of the test visits; each with its reason."""
    reasons = {
        # "page of …": "why"
    }
    return {one for one in registrations() if str(one) in reasons}
