"""A member who is away gives the vote to one who is there, where the rules allow it."""

from datetime import date
from kpss.addon.approval.refusals import Refusals
from kpss.addon.meetings.attendance.change import Change
from kpss.addon.meetings.attendance.marking import mark
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.papers.attendance import AttendancePaper
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.rules.ballots import Ballot
from kpss.addon.meetings.voting.interests import declare_interest
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.said import VoteSaid
from kpss.addon.meetings.voting.scene import Scene
from kpss.addon.minutes.gathering import gathered
from plone import api
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.sheet import body_with
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
from tests.plone.meetings.sheet import seat
from tests.plone.meetings.test_attendance import codes
from tests.plone.meetings.test_attendance import path_of
from tests.plone.meetings.test_voting import path_of as path_of_item
from tests.plone.meetings.test_voting import refused
from tests.plone.rights.conftest import browser_of
from zope.globalrequest import setRequest
import pytest
import transaction


RULES = {"quorum": ">1/2", "majority": ">1/2", "majority_basis": "present"}


@pytest.fixture(scope="class")
def group(town):
    """Five members, two of them there; each may vote for one other."""
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        members = body_with(town, "zmocneni", 5, proxies=1, **RULES)
        seat(town, "zmocneni", "Bezhlasu", voting=False)
        meeting = in_session(town["zmocneni"])
        present(meeting, members[:2])
        present(meeting, members[2:], "excused")
    transaction.commit()
    return meeting, members


def give(meeting, member, proxy):
    return mark(meeting, [Change(member, {"proxy": proxy})])


class TestRest:
    def test_vote_that_was_given_counts_for_the_quorum(self, group, as_user):
        meeting, members = group
        row = {"member": members[2], "proxy": members[0]}
        rest = as_user("koordinatorka")
        data = rest.patch(path_of(meeting), json={"roster": [row]}).json()
        assert data["quorum"]["explanation"] == (
            "3 of 5 members present, 3 needed: quorate. Members voting by proxy: 1. "
            "Excused: 3."
        )
        [line] = [one for one in data["roster"] if one["member"] == members[2]]
        assert (line["proxy"], line["counts"]) == (members[0], True)

    def test_ballot_says_who_cast_it(self, group, as_user):
        meeting, members = group
        item = meeting.objectValues()[0]
        ballots = [{"member": one, "choice": "for"} for one in members[:3]]
        sent = {"method": "named", "ballots": ballots}
        data = as_user("koordinatorka").post(path_of_item(item), json=sent).json()
        assert (data["result"], data["present"], data["required"]) == ("passed", 3, 2)
        assert [one["proxy"] for one in data["ballots"]] == [None, None, members[0]]

    def test_page_offers_the_vote_of_who_is_away(self, group, functional_portal_class):
        meeting, members = group
        browser = browser_of(functional_portal_class, "koordinatorka")
        browser.open(f"{meeting.objectValues()[1].absolute_url()}/@@kpss-vote")
        form = browser.getForm(action="kpss-vote")
        assert form.getControl(name=f"ballot-{members[2]}") is not None
        assert "votes by proxy: Jana Nová0" in browser.contents
        setRequest(functional_portal_class.REQUEST)

    def test_sheet_saves_it_without_scripts(self, group, functional_portal_class):
        meeting, members = group
        browser = browser_of(functional_portal_class, "koordinatorka")
        browser.open(f"{meeting.absolute_url()}/@@kpss-attendance")
        form = browser.getForm(id="kpss-attendance")
        control = form.getControl(name=f"proxy-{members[3]}")
        assert members[3] not in control.options
        control.value = [members[0]]
        form.getControl(name="save").click()
        assert "more absent members than the rules allow (1)" in browser.contents
        form = browser.getForm(id="kpss-attendance")
        form.getControl(name=f"proxy-{members[3]}").value = [members[1]]
        form.getControl(name="save").click()
        setRequest(functional_portal_class.REQUEST)
        transaction.begin()
        assert Sheet(meeting).kept_of(members[3])["proxy"] == members[1]
        browser.open(meeting.absolute_url())
        setRequest(functional_portal_class.REQUEST)
        assert "Jana Nová3 (votes by proxy: Jana Nová1)" in browser.contents


class TestRefused:
    @pytest.mark.parametrize(
        ("member", "proxy", "code"),
        [
            (3, 3, "proxy_of_oneself"),
            (3, 5, "proxy_without_vote"),
            (5, 1, "no_vote_to_give"),
            (3, None, "proxy_without_vote"),
        ],
    )
    def test_who_cannot_give_or_take(self, group, member, proxy, code):
        meeting, _members = group
        transaction.begin()
        lines = Sheet(meeting).lines
        known = sorted(lines, key=lambda one: (not one.seat.voting, one.name))
        uids = [one.member for one in known]
        with pytest.raises(Refusals) as error:
            give(meeting, uids[member], "nikdo" if proxy is None else uids[proxy])
        assert codes(error) == [("proxy", code)]

    def test_no_more_than_the_rules_allow_not_even_at_once(self, group):
        meeting, members = group
        transaction.begin()
        both = [Change(one, {"proxy": members[1]}) for one in members[3:]]
        with pytest.raises(Refusals) as error:
            mark(meeting, both)
        assert codes(error) == [("proxy", "too_many_proxies")] * 2

    def test_substitute_or_proxy(self, group):
        meeting, members = group
        transaction.begin()
        both = {"proxy": members[1], "substitute": members[4]}
        with pytest.raises(Refusals) as error:
            mark(meeting, [Change(members[3], both)])
        assert codes(error) == [("proxy", "substitute_or_proxy")]

    @pytest.mark.parametrize("rules", [{}, {"proxies": 0}])
    def test_nobody_where_no_rule_allows_it(self, written, rules):
        name = f"osobne{len(rules)}"
        members = body_with(written, name, 2, **RULES, **rules)
        meeting = in_session(written[name])
        with pytest.raises(Refusals) as error:
            give(meeting, members[0], members[1])
        assert codes(error) == [("proxy", "no_proxies")]


class TestVotes:
    def test_who_declared_an_interest_votes_for_nobody(self, written):
        members = body_with(written, "stret", 3, proxies=1, **RULES)
        meeting = in_session(written["stret"], items=())
        present(meeting, members[:2])
        present(meeting, members[2:], "excused", proxy=members[0])
        item = add_item(meeting, "Dotace")
        declare_interest(item, members[0], "člen rady spolku")
        assert Scene(item).room().eligible == 1
        with pytest.raises(Refusals) as error:
            record_vote(
                item,
                VoteSaid(method="named", ballots=(Ballot(members[2], "for"),)),
            )
        assert refused(error) == [("ballots", "proxy_has_interest")]
        key = record_vote(
            item, VoteSaid(method="named", ballots=(Ballot(members[1], "for"),))
        )
        assert votes_of(item).votes[key]["excluded"] == 2

    def test_papers_and_minutes_tell_it(self, written):
        members = body_with(written, "listina", 3, proxies=2, **RULES)
        meeting = in_session(written["listina"], items=("Plán",))
        present(meeting, members[:2])
        present(meeting, members[2:], "excused", proxy=members[0])
        item = meeting.objectValues()[-1]
        said = VoteSaid(
            method="named", ballots=tuple(Ballot(one, "for") for one in members)
        )
        record_vote(item, said)
        paper = AttendancePaper(meeting, date.today())
        away = paper.sheet.by_member[members[2]]
        assert paper._was_there(away) == "excused, vote given to Jana Nová0"
        found = gathered(meeting)
        proxies = {one.name: one.proxy for one in found.attendees}
        assert proxies["Jana Nová2"] == "Jana Nová0"
        [(choice, names)] = found.items[-1].votes[0].ballots
        assert (choice, names[2]) == ("for", "Jana Nová2 (by proxy: Jana Nová0)")

    def test_a_later_correction_of_the_attendance_changes_no_ballot(self, written):
        members = body_with(written, "potom", 3, proxies=1, **RULES)
        meeting = in_session(written["potom"], items=("Plán",))
        present(meeting, members[:2])
        present(meeting, members[2:], "excused", proxy=members[0])
        item = meeting.objectValues()[-1]
        ballots = tuple(Ballot(one, "for") for one in members)
        key = record_vote(item, VoteSaid(method="named", ballots=ballots))
        give(meeting, members[2], None)
        assert votes_of(item).votes[key]["proxies"] == {members[2]: members[0]}
