"""What the sheet says of what was recorded: times in words, votes that no longer fit."""

from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.said import VoteSaid
from lxml.html import document_fromstring
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.sheet import body_with
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
from tests.plone.meetings.test_voting import path_of
import pytest
import transaction


RULES = {"quorum": ">1/2", "majority": ">1/2", "majority_basis": "present"}
HTML = {"Accept": "text/html"}


@pytest.fixture
def rest(as_user):
    return as_user("koordinatorka")


def page_of(rest, meeting, view="@@kpss-attendance"):
    transaction.commit()
    answer = rest.get(f"{meeting.absolute_url()}/{view}", headers=HTML)
    return document_fromstring(answer.text)


def words(node) -> str:
    return " ".join(node.text_content().split())


def summary_of(page, member) -> str:
    [found] = page.xpath(f"//tr[@id='row-{member}']//summary/span[1]")
    return words(found)


class TestWords:
    def made(self, written, name):
        members = body_with(written, name, 3, **RULES)
        meeting = in_session(written[name])
        return meeting, members

    def test_row_says_the_recorded_stay(self, written, rest):
        meeting, members = self.made(written, "pobyt")
        present(meeting, members[:1], arrived="4")
        present(meeting, members[1:2], arrived="2", left="3")
        page = page_of(rest, meeting)
        assert summary_of(page, members[0]) == "from item 4"
        assert summary_of(page, members[1]) == "from item 2 to the beginning of item 3"
        assert summary_of(page, members[2]) == "the whole meeting"

    def test_scripts_get_the_same_words(self, written, rest):
        meeting, members = self.made(written, "skripty")
        transaction.commit()
        row = {"member": members[0], "status": "present", "arrived": "4"}
        answer = rest.patch(path_of(meeting, "@attendance"), json={"roster": [row]})
        lines = {one["member"]: one["stay"] for one in answer.json()["roster"]}
        assert (lines[members[0]], lines[members[1]]) == ("from item 4", "")

    def test_page_of_the_meeting_says_them_too(self, written, rest):
        meeting, members = self.made(written, "na-strance")
        present(meeting, members[:1], arrived="3")
        page = page_of(rest, meeting, "")
        assert "(from item 3)" in words(page)

    def test_buttons_count_who_is_left(self, written, rest):
        meeting, members = self.made(written, "zbyva")
        records_of(meeting).put("replies", members[2], {"state": "coming"})
        page = page_of(rest, meeting)
        counts = page.xpath("//button//*[@class='kpss-count']")
        assert [words(one) for one in counts] == ["1", "3"]
        replied = page.xpath("//tr[@data-replied]/@data-member")
        assert replied == [members[2]]
        present(meeting, members[:2])
        page = page_of(rest, meeting)
        counts = page.xpath("//button//*[@class='kpss-count']")
        assert [words(one) for one in counts] == ["1", "1"]

    def test_it_sits_while_it_is_in_session(self, written, rest):
        meeting, _members = self.made(written, "sedi")
        page = page_of(rest, meeting, "")
        assert "Sits since" in words(page)
        bring(meeting, "end")
        page = page_of(rest, meeting, "")
        assert "Sits since" not in words(page)


class TestUnfitting:
    @pytest.fixture
    def voted(self, written):
        body = f"nesedi-{len(written.bodies.objectIds())}"
        members = body_with(written, body, 3, **RULES)
        meeting = in_session(written[body])
        present(meeting, members)
        item = meeting.objectValues()[1]
        record_vote(item, VoteSaid(votes_for=3, against=0))
        transaction.commit()
        return meeting, members, item

    def test_the_sheet_says_which_votes_do_not_fit_any_more(self, voted, rest):
        meeting, members, item = voted
        box = page_of(rest, meeting).get_element_by_id("kpss-unfitting")
        assert "d-none" in box.get("class")
        present(meeting, members[:1], status="absent")
        box = page_of(rest, meeting).get_element_by_id("kpss-unfitting")
        assert "d-none" not in box.get("class")
        assert box.xpath(".//a/@href") == [f"{item.absolute_url()}/@@kpss-vote"]
        assert item.title in words(box)

    def test_scripts_are_told_when_it_is_saved(self, voted, rest):
        meeting, members, item = voted
        row = {"member": members[0], "status": "absent"}
        path = path_of(meeting, "@attendance")
        answer = rest.patch(path, json={"roster": [row]})
        assert answer.json()["unfitting"] == [
            {
                "@id": f"{item.absolute_url()}/@@kpss-vote",
                "number": "2",
                "title": item.title,
            }
        ]
        answer = rest.patch(path, json={"roster": [{**row, "status": "present"}]})
        assert answer.json()["unfitting"] == []
        # Who only reads is not told what to mend
        assert "unfitting" not in rest.get(path).json()

    def test_agenda_and_item_warn_so_that_it_is_seen(self, voted, rest, as_user):
        meeting, members, item = voted
        present(meeting, members[:1], status="absent")
        said = "A vote does not fit who was there."
        page = page_of(rest, meeting, "")
        badges = page.xpath("//*[contains(@class, 'badge text-bg-warning')]")
        assert [words(one) for one in badges] == [said]
        page = page_of(rest, item, "")
        [alert] = page.xpath("//*[@role='alert'][contains(@class, 'alert-warning')]")
        assert words(alert) == said
