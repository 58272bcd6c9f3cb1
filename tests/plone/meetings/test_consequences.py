"""What came of an item is read where it was dealt with, and the other way round."""

from datetime import date
from datetime import timedelta
from kpss.addon.approval.said import NewResolution
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.times import now
from kpss.addon.meetings.visibility import settle
from kpss.addon.meetings.voting.consequences import Consequences
from kpss.addon.meetings.voting.consequences import item_of
from kpss.addon.meetings.voting.following import follow
from kpss.addon.meetings.voting.following import Wanted
from kpss.addon.meetings.voting.per_rollam import give
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.said import VoteSaid
from lxml.html import document_fromstring
from plone import api
from plone.dexterity.utils import createContentInContainer
from Products.CMFPlone.CatalogTool import CatalogTool
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.sheet import body_with
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


RULES = {
    "quorum": ">1/2",
    "majority": ">1/2",
    "majority_basis": "present",
    "meetings_public": "public",
}
INSIDE = "koordinatorka"


def resolved(meeting, item):
    """What was recorded from a vote on the item."""
    key = record_vote(item, VoteSaid(votes_for=3, against=0))
    made = follow(item, key, Wanted(NewResolution(title=f"K bodu {item.title}")))
    return api.content.get(UID=made["uid"])


def impose(town, resolution, title):
    return createContentInContainer(
        town.process["tasks"],
        "kpss.Task",
        title=title,
        imposed_by=resolution.UID(),
        body=resolution.aq_parent.getId(),
    )


@pytest.fixture(scope="class")
def made(town):
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        members = body_with(town, "verejna", 3, **RULES)
        meeting = in_session(town["verejna"], items=("Plán", "Dotace", "Různé"))
        present(meeting, members)
        resolution = resolved(meeting, meeting.objectValues()[0])
        impose(town, resolution, "Rozeslat plán")
    transaction.commit()
    return meeting, resolution


def links(rest, obj) -> dict[str, str]:
    """Words and addresses of all links on the page."""
    page = rest.get(obj.absolute_url(), headers={"Accept": "text/html"})
    assert page.status_code == 200, page.status_code
    found = document_fromstring(page.text).xpath("//main//a")
    return {" ".join(one.text_content().split()): one.get("href") for one in found}


def text(rest, obj) -> str:
    page = rest.get(obj.absolute_url(), headers={"Accept": "text/html"})
    [main] = document_fromstring(page.text).xpath("//main")
    return " ".join(main.text_content().split())


class TestTold:
    def test_who_sees_a_resolution_and_a_task_finds_them_at_the_item(
        self, made, as_user
    ):
        meeting, resolution = made
        number, item = f"Resolution {resolution.number}", meeting.objectValues()[0]
        for obj in (meeting, item):
            found = links(as_user(INSIDE), obj)
            assert found[number] == resolution.absolute_url()
            assert found["Task: Rozeslat plán"].endswith("/tasks/rozeslat-plan")

    def test_visitors_read_neither_before_it_is_published(self, made, as_user):
        meeting, resolution = made
        for obj in (meeting, meeting.objectValues()[0]):
            said = text(as_user(None), obj)
            assert "Passed: 2 of 3 present needed." in said
            assert f"Resolution {resolution.number}" not in said
            assert "Rozeslat" not in said

    def test_resolution_leads_to_where_it_was_voted_on(self, made, as_user):
        meeting, resolution = made
        found = links(as_user(INSIDE), resolution)
        item = meeting.objectValues()[0]
        assert found[meeting.title] == meeting.absolute_url()
        assert found[item.title] == item.absolute_url()

    def test_of_a_published_one_visitors_read_the_number(self, town, made, as_user):
        meeting, resolution = made
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            api.content.transition(resolution, "publish")
        transaction.commit()
        number, item = f"Resolution {resolution.number}", meeting.objectValues()[0]
        for obj in (meeting, item):
            found = links(as_user(None), obj)
            assert found[number] == resolution.absolute_url()
            assert "Rozeslat" not in text(as_user(None), obj)
        # Tasks as the pages of tasks tell them
        transaction.begin()
        town.process.public_tasks = True
        transaction.commit()
        assert "Task: Rozeslat plán" in text(as_user(None), meeting)
        assert "Task: Rozeslat plán" not in links(as_user(None), meeting)
        transaction.begin()
        town.process.public_tasks = False
        transaction.commit()

    def test_what_the_reader_may_not_see_is_no_link(self, made, as_user):
        meeting, resolution = made
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            item = meeting.objectValues()[0]
            item.publicity = "internal"
            settle(meeting)
        transaction.commit()
        found = links(as_user(None), resolution)
        assert found[meeting.title] == meeting.absolute_url()
        assert item.title not in found
        assert item.title in links(as_user(INSIDE), resolution)


class TestOutside:
    def test_all_answered_before_the_deadline(self, written):
        members = body_with(written, "mimo", 3, **RULES)
        meeting = in_session(written["mimo"], items=(), kind="per_rollam")
        meeting.start = now() + timedelta(days=3)
        meeting.end = meeting.start + timedelta(minutes=1)
        notify(ObjectModifiedEvent(meeting))
        item = add_item(meeting, "Plán")
        for member in members:
            give(item, member, "for")
        key = record_vote(item, VoteSaid(method="named", ballots=()))
        made = follow(item, key, Wanted(NewResolution()))
        resolution = api.content.get(UID=made["uid"])
        assert resolution.decided_on == date.today()
        assert item_of(resolution) == item


class TestMany:
    def test_catalogue_is_asked_once_for_all_items(self, written, monkeypatch):
        members = body_with(written, "mnoho", 3, **RULES)
        meeting = in_session(written["mnoho"], items=tuple("ABCDEF"))
        present(meeting, members)
        for item in items_of(meeting):
            impose(written, resolved(meeting, item), f"Úkol {item.title}")
        asked = []
        search = CatalogTool.searchResults

        def counted(self, *args, **more):
            asked.append(more or args)
            return search(self, *args, **more)

        monkeypatch.setattr(CatalogTool, "searchResults", counted)
        consequences = Consequences(meeting, lambda: items_of(meeting))
        with api.env.adopt_user(username=INSIDE):
            found = [consequences.of(one) for one in items_of(meeting)]
        assert [len(one) for one in found] == [2] * 7
        assert len(asked) == 2

    def test_where_nothing_was_made_it_is_not_asked_at_all(self, written, monkeypatch):
        body_with(written, "nic", 3, **RULES)
        meeting = in_session(written["nic"])
        monkeypatch.setattr(CatalogTool, "searchResults", None)
        consequences = Consequences(meeting, lambda: items_of(meeting))
        assert [consequences.of(one) for one in items_of(meeting)] == [[]] * 4


class TestDue:
    def test_task_is_not_due_before_it_is_imposed(self, town, made, as_user):
        meeting, _resolution = made
        rest, item = as_user(INSIDE), meeting.objectValues()[1]
        url = f"{item.absolute_url()}/@@kpss-item-task"
        form = document_fromstring(rest.get(url, headers={"Accept": "text/html"}).text)
        [token] = form.xpath("//form//input[@name='_authenticator']/@value")
        sent = {
            "title": "Zpětný",
            "body": "verejna",
            "due": (date.today() - timedelta(days=1)).isoformat(),
            "save": "1",
            "_authenticator": token,
        }
        answer = rest.post(url, data=sent, headers={"Accept": "text/html"})
        assert "it cannot be due before that day" in answer.text
        transaction.begin()
        assert "zpetny" not in town.process["tasks"]
        sent["due"] = date.today().isoformat()
        rest.post(url, data=sent, headers={"Accept": "text/html"})
        transaction.begin()
        assert "zpetny" in town.process["tasks"]
