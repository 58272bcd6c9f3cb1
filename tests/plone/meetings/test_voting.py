"""Votes: recorded, refused, corrected, explained; over REST and by the writers."""

from datetime import date
from datetime import timedelta
from kpss.addon.approval.deciding import as_data
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.rules.ballots import Ballot
from kpss.addon.meetings.times import now
from kpss.addon.meetings.visibility import settle
from kpss.addon.meetings.voting.ending import end_item
from kpss.addon.meetings.voting.interests import declare_interest
from kpss.addon.meetings.voting.interests import withdraw_interest
from kpss.addon.meetings.voting.recording import correct_vote
from kpss.addon.meetings.voting.recording import record_vote
from kpss.addon.meetings.voting.said import VoteSaid
from kpss.addon.process.sections import process_of
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.sheet import body_with
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
from tests.plone.meetings.sheet import seat
import pytest
import transaction


PRESENT = {"quorum": ">1/2", "majority": ">1/2", "majority_basis": "present"}
ALL = {**PRESENT, "majority_basis": "all_members"}


@pytest.fixture(scope="class")
def room(town):
    """Seven of nine are there; the second item is their subject."""
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        members = body_with(town, "hlasy", 9, **PRESENT)
        meeting = in_session(town["hlasy"])
        present(meeting, members[:7])
        present(meeting, members[7:], status="excused")
    transaction.commit()
    return meeting, members


def path_of(item, name="@votes"):
    meeting = item.aq_parent
    body = meeting.aq_parent.getId()
    return f"/beroun/bodies/{body}/{meeting.getId()}/{item.getId()}/{name}"


def vote(item, votes_for, against, abstained=0, **more):
    said = VoteSaid(votes_for=votes_for, against=against, abstained=abstained, **more)
    return votes_of(item).votes[record_vote(item, said)]


def refused(error):
    found = error.value
    return [
        (one.field, one.code)
        for one in (found.refusals if isinstance(found, Refusals) else [found])
    ]


class TestRest:
    def items(self, room):
        return room[0].objectValues()

    def test_open_vote_is_explained(self, room, as_user):
        item = self.items(room)[0]
        sent = {"question": "Schválit?", "for": 4, "against": 2, "abstained": 1}
        answer = as_user("koordinatorka").post(path_of(item), json=sent)
        assert answer.status_code == 201
        data = answer.json()
        at = data.pop("at")
        assert at.startswith("20")
        assert data == {
            "@id": f"{item.absolute_url()}/@votes",
            "vote": "0001",
            "method": "open",
            "question": "Schválit?",
            "result": "passed",
            "counts": {"for": 4, "against": 2, "abstained": 1, "not_voted": 0},
            "required": 4,
            "basis": "present",
            "base": 7,
            "present": 7,
            "members": 9,
            "quorum_met": True,
            "explanation": "Passed: 4 of 7 present needed.",
            "by_party": None,
            "ballots": [],
            "history": [],
            "misfits": [],
            "interests": [],
            "repeats": None,
            "amends": None,
            "resolution": None,
            "corrected": False,
            "decisive": True,
        }
        transaction.begin()
        assert self.items(room)[0].outcome == "passed"

    def test_everybody_gets_numbers_and_only_insiders_names(self, room, as_user):
        meeting, members = room
        item = self.items(room)[0]
        ballots = [{"member": one, "choice": "for"} for one in members[:7]]
        sent = {"method": "named", "ballots": ballots, "question": "Paní Nováková?"}
        assert as_user("owner").post(path_of(item), json=sent).status_code == 201
        inside = as_user("koordinatorka").get(path_of(item)).json()
        assert len(inside["items"][-1]["ballots"]) == 7
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            meeting.publicity = "public"
            settle(meeting)
        transaction.commit()
        answer = as_user(None).get(path_of(item))
        assert answer.status_code == 200
        text = answer.text
        assert answer.json()["items"][-1]["counts"]["for"] == 7
        assert "Nová" not in text and "ballots" not in text
        assert answer.json()["interests"] == []

    def test_a_resolution_is_told_to_who_may_see_it(self, room, as_user):
        """Before it is published that is nobody outside."""
        meeting, _members = room
        item = self.items(room)[0]
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            meeting.publicity = "public"
            settle(meeting)
            body = meeting.aq_parent
            made = createContentInContainer(
                body, "kpss.Resolution", title="Tajný plán", decided_on=date.today()
            )
            api.content.transition(made, "adopt")
            book = IResolutionBook(process_of(body))
            records, kept = votes_of(item), as_data(book.get(made.UID()))
            vote = {**records.votes["0001"], "resolution": kept}
            records.put("votes", "0001", vote)
        transaction.commit()
        inside = as_user("koordinatorka").get(path_of(item)).json()
        assert inside["items"][0]["resolution"] == kept
        assert (
            kept["number"]
            in as_user("koordinatorka", "text/html")
            .get(path_of(item, "@@kpss-vote"))
            .text
        )
        outside = as_user(None).get(path_of(item))
        assert outside.json()["items"][0]["resolution"] is None
        assert made.UID() not in outside.text

    def test_how_the_chair_decided_is_told_inside_only(self, room, as_user):
        meeting, _members = room
        item = self.items(room)[1]
        transaction.begin()
        with api.env.adopt_roles(["Manager"]):
            meeting.publicity = "public"
            settle(meeting)
        kept = {
            **votes_of(self.items(room)[0]).votes["0001"],
            "explanation": [{"code": "tie_chair_decides_against", "params": {}}],
            "resolution": None,
        }
        votes_of(item).put("votes", "0001", kept)
        transaction.commit()
        said = {
            name: as_user(name).get(path_of(item)).json()["items"][0]["explanation"]
            for name in ("koordinatorka", None)
        }
        assert said["koordinatorka"] == "It was a tie; who presides decided against."
        assert said[None] == "It was a tie; who presides decided."
        for path in (path_of(item, ""), path_of(item, "..")):
            text = as_user(None, "text/html").get(path).text
            assert "who presides decided." in text
            assert "decided against" not in text

    def test_votes_come_in_batches(self, room, as_user):
        rest = as_user("koordinatorka")
        data = rest.get(path_of(self.items(room)[0]), params={"b_size": 1}).json()
        assert (data["items_total"], len(data["items"])) == (2, 1)
        assert "next" in data["batching"]
        answer = rest.get(path_of(self.items(room)[0]), params={"b_size": -1})
        assert answer.json()["errors"][0]["field"] == "b_size"

    def test_an_interest_that_is_refused_is_named(self, room, as_user):
        _meeting, members = room
        item = self.items(room)[2]
        good = {"member": members[0], "reason": "dotace"}
        for bad, field in (
            ({"member": "nikdo", "reason": "dotace"}, "member"),
            ({"member": members[1], "reason": " "}, "reason"),
        ):
            sent = {"for": 4, "against": 0, "interests": [good, bad]}
            answer = as_user("koordinatorka").post(path_of(item), json=sent)
            assert answer.status_code == 400
            assert answer.json()["errors"][0]["field"] == f"interests.1.{field}"
        transaction.begin()
        assert not votes_of(self.items(room)[2]).interests

    def test_nobody_but_recorders_writes(self, room, as_user):
        item = self.items(room)[2]
        for name in (None, "cizi", "clenka"):
            answer = as_user(name).post(path_of(item), json={"for": 1, "against": 0})
            assert answer.status_code in (401, 403), name
        transaction.begin()
        assert dict(votes_of(self.items(room)[2]).votes) == {}

    @pytest.mark.parametrize(
        ("sent", "field", "code"),
        [
            ({"for": 8, "against": 0}, "for", "more_votes_than_present"),
            (
                {"for": 5, "against": 2, "abstained": 1},
                "for",
                "more_votes_than_present",
            ),
            ({"for": -1, "against": 0}, "for", "bad_count"),
            ({"for": "4", "against": 0}, "for", "bad_shape"),
            ({"for": True, "against": 0}, "for", "bad_shape"),
            ({"against": 0}, "for", "count_missing"),
            ({"for": 4, "against": 0, "method": "loud"}, "method", "unknown_method"),
            ({"method": "named"}, "ballots", "ballots_needed"),
            ({"method": "secret", "ballots": []}, "ballots", "secret_ballots"),
            (
                {"for": 1, "against": 0, "ballots": [{"member": "A", "choice": "for"}]},
                "ballots",
                "counts_or_ballots",
            ),
            ({"ballots": [{"member": "A"}]}, "ballots.0.choice", "missing"),
            ({"ballots": ["A"]}, "ballots", "bad_shape"),
            (
                {"ballots": [{"member": "nikdo", "choice": "for"}]},
                "ballots",
                "not_on_roster",
            ),
            (
                {"ballots": [{"member": "AWAY", "choice": "for"}]},
                "ballots",
                "not_present",
            ),
            ({"for": 4, "against": 0, "repeats": "0042"}, "repeats", "unknown_vote"),
            ({"for": 4, "against": 0, "correct": "0042"}, "correct", "unknown_vote"),
            (
                {"for": 4, "against": 0, "question": "x" * 2001},
                "question",
                "bad_question",
            ),
        ],
    )
    def test_bad_input_names_the_field_and_saves_nothing(
        self, room, as_user, sent, field, code
    ):
        _meeting, members = room
        item = self.items(room)[2]
        for one in sent.get("ballots", ()):
            if isinstance(one, dict) and one.get("member") == "AWAY":
                one["member"] = members[8]
        answer = as_user("koordinatorka").post(path_of(item), json=sent)
        assert answer.status_code == 400
        data = answer.json()
        assert data["code"] == code
        assert data["errors"][0]["field"] == field
        transaction.begin()
        assert dict(votes_of(self.items(room)[2]).votes) == {}

    @pytest.mark.parametrize("sent", [[], "x", 5])
    def test_what_is_no_object_is_refused(self, room, as_user, sent):
        answer = as_user("koordinatorka").post(path_of(self.items(room)[2]), json=sent)
        assert answer.status_code == 400

    def test_interests_sent_along_are_judged_with_the_vote(self, room, as_user):
        _meeting, members = room
        item = self.items(room)[2]
        sent = {
            "method": "secret",
            "for": 6,
            "against": 0,
            "interests": [{"member": members[0], "reason": "dotace"}],
        }
        data = as_user("koordinatorka").post(path_of(item), json=sent).json()
        assert (data["base"], data["required"], data["result"]) == (6, 4, "passed")
        assert data["ballots"] == []
        assert data["interests"][0]["reason"] == "dotace"
        assert data["explanation"].endswith(
            "Not voting because of a declared interest: 1."
        )
        # Refused together: nothing of it is kept
        bad = {
            "for": 7,
            "against": 0,
            "interests": [{"member": members[1], "reason": "také"}],
        }
        answer = as_user("koordinatorka").post(path_of(item), json=bad)
        assert answer.json()["code"] == "more_votes_than_present"
        transaction.begin()
        assert list(votes_of(self.items(room)[2]).interests) == [members[0]]

    def test_correction_leaves_a_trace(self, room, as_user):
        item = self.items(room)[2]
        rest = as_user("koordinatorka")
        sent = {"method": "secret", "for": 2, "against": 4, "correct": "0001"}
        answer = rest.post(path_of(item), json=sent)
        assert answer.json()["errors"][0]["field"] == "why"
        answer = rest.post(path_of(item), json={**sent, "why": "Přehlédnutí"})
        assert answer.status_code == 200
        data = answer.json()
        assert (data["result"], data["corrected"]) == ("failed", True)
        [trace] = data["history"]
        assert trace["why"] == "Přehlédnutí"
        assert trace["counts"]["for"] == 6
        assert trace["result"] == "passed"
        transaction.begin()
        item = self.items(room)[2]
        kept = votes_of(item).votes["0001"]["history"][0]
        assert "koordinatorka" not in str(kept)
        assert item.outcome == "not_passed"


class TestRules:
    def test_all_members_fail_where_those_present_would_pass(self, written):
        """The assembly, § 87 of 128/2000."""
        results = {}
        for name, rules in (("zast", ALL), ("skup", PRESENT)):
            members = body_with(written, name, 9, kind="assembly", **rules)
            meeting = in_session(written[name])
            present(meeting, members[:6])
            results[name] = vote(meeting.objectValues()[0], 4, 1, 1)["result"]
        assert results == {"zast": "failed", "skup": "passed"}

    def test_without_a_quorum_a_vote_is_only_invalid(self, written):
        members = body_with(written, "malo", 9, **PRESENT)
        meeting = in_session(written["malo"])
        present(meeting, members[:4])
        item = meeting.objectValues()[0]
        kept = vote(item, 4, 0)
        assert (kept["result"], kept["quorate"]) == ("invalid", False)
        assert item.outcome is None

    def test_who_left_before_the_item_does_not_count_at_it(self, written):
        members = body_with(written, "odchod", 9, **PRESENT)
        meeting = in_session(written["odchod"])
        present(meeting, members[:6])
        present(meeting, members[4:6], left="2")
        first, second, *_others = meeting.objectValues()
        assert vote(first, 4, 0, 2)["result"] == "passed"
        assert vote(second, 4, 0)["result"] == "invalid"

    def test_time_of_a_vote_decides_who_was_there(self, written):
        """Also when it is corrected after somebody came or left by the clock."""
        members = body_with(written, "hodiny", 4, **PRESENT)
        meeting = in_session(written["hodiny"])
        present(meeting, members[:3])
        item = meeting.objectValues()[0]
        vote(item, 3, 0)
        later = (now() + timedelta(minutes=5)).replace(microsecond=0)
        present(meeting, members[3:], arrived=later.isoformat())
        with pytest.raises(Refusals) as error:
            correct_vote(item, "0001", VoteSaid(votes_for=4, against=0), "Přepočet")
        assert refused(error) == [("for", "more_votes_than_present")]
        bring(meeting, "end")
        correct_vote(item, "0001", VoteSaid(votes_for=2, against=1), "Přepočet")
        assert votes_of(item).votes["0001"]["present"] == 3

    def test_ballot_of_a_guest_is_refused(self, written):
        members = body_with(written, "hostujici", 3, **PRESENT)
        made = written.sit("hostujici", "cizi", "host")
        meeting = in_session(written["hostujici"])
        present(meeting, [*members, made.UID()])
        item = meeting.objectValues()[0]
        said = VoteSaid(method="named", ballots=(Ballot(made.UID(), "for"),))
        with pytest.raises(Refusals) as error:
            record_vote(item, said)
        assert refused(error) == [("ballots", "guest_has_no_vote")]
        assert len(votes_of(item).votes) == 0

    def test_secret_vote_keeps_no_link_between_person_and_choice(self, written):
        members = body_with(written, "tajna", 3, **PRESENT)
        meeting = in_session(written["tajna"])
        present(meeting, members)
        kept = vote(meeting.objectValues()[0], 2, 1, method="secret")
        assert kept["ballots"] is None and kept["by_party"] is None
        assert not any(one in str(kept) for one in members)

    def test_interest_of_all_kinds(self, written):
        members = body_with(written, "zajem", 5, **PRESENT)
        meeting = in_session(written["zajem"])
        present(meeting, members)
        item = meeting.objectValues()[0]
        with pytest.raises(Refusal) as error:
            declare_interest(item, members[0], " ")
        assert error.value.code in ("bad_reason", "reason_missing")
        with pytest.raises(Refusal) as error:
            declare_interest(item, "nikdo", "důvod")
        assert error.value.field == "member"
        declare_interest(item, members[0], "jen oznámeno", excluded=False)
        assert vote(item, 5, 0)["base"] == 5
        declare_interest(item, members[0], "dotace")
        said = VoteSaid(method="named", ballots=(Ballot(members[0], "for"),))
        with pytest.raises(Refusals) as refusals:
            record_vote(item, said)
        assert refused(refusals) == [("ballots", "has_interest")]
        withdraw_interest(item, members[0])
        assert vote(item, 5, 0)["base"] == 5

    def test_tie_decided_by_who_presides(self, written):
        members = body_with(written, "rovne", 4, tie_rule="chair_decides", **PRESENT)
        meeting = in_session(written["rovne"])
        present(meeting, members)
        item = meeting.objectValues()[0]
        with pytest.raises(Refusals) as error:
            vote(item, 2, 2)
        assert refused(error) == [("deciding", "tie_chair_decides_needed")]
        assert vote(item, 2, 2, deciding="for")["result"] == "passed"

    def test_rules_without_a_majority_ask_for_the_result(self, written):
        members = body_with(written, "bezpravidel", 3)
        meeting = in_session(written["bezpravidel"])
        present(meeting, members)
        item = meeting.objectValues()[0]
        with pytest.raises(Refusals) as error:
            vote(item, 2, 1)
        assert refused(error) == [("declared", "result_needed")]
        kept = vote(item, 2, 1, declared="passed")
        assert (kept["result"], kept["required"], kept["quorate"]) == (
            "passed",
            None,
            None,
        )

    def test_repeated_vote_takes_the_place_of_the_first(self, written):
        members = body_with(written, "znovu", 4, tie_rule="repeat_vote", **PRESENT)
        meeting = in_session(written["znovu"])
        present(meeting, members)
        item = meeting.objectValues()[0]
        assert vote(item, 2, 2)["result"] == "failed"
        vote(item, 3, 1, amends="0001")
        assert item.outcome == "not_passed"
        vote(item, 3, 1, repeats="0001")
        assert item.outcome == "passed"

    def test_parties_are_counted_of_ballots_only(self, written):
        members = body_with(written, "strany", 0, **PRESENT)
        written.process.parties = [
            {"id": "poskytovatel", "title": "Poskytovatel"},
            {"id": "uzivatel", "title": "Uživatel"},
        ]
        members = [
            seat(written, "strany", f"Stranická{n}", party=party)
            for n, party in enumerate(("poskytovatel", "poskytovatel", "uzivatel"))
        ]
        meeting = in_session(written["strany"])
        present(meeting, members)
        item = meeting.objectValues()[0]
        choices = ("for", "against", "for")
        ballots = tuple(map(Ballot, members, choices))
        key = record_vote(item, VoteSaid(method="named", ballots=ballots))
        assert votes_of(item).votes[key]["by_party"] == {
            "poskytovatel": {"for": 1, "against": 1, "abstained": 0},
            "uzivatel": {"for": 1, "against": 0, "abstained": 0},
        }
        assert vote(item, 3, 0)["by_party"] is None

    @pytest.mark.parametrize("state", ["convened", "closed", "heading"])
    def test_what_cannot_be_voted_on(self, written, state):
        members = body_with(written, f"nejde-{state}", 3, **PRESENT)
        meeting = in_session(written[f"nejde-{state}"])
        present(meeting, members)
        item = meeting.objectValues()[0]
        if state == "heading":
            item = add_item(meeting, "Nadpis", kind="heading")
        elif state == "closed":
            bring(meeting, "end", "close")
        else:
            bring(meeting, "adjourn")
        with pytest.raises(Refusal):
            vote(item, 3, 0)
        assert len(votes_of(item).votes) == 0


class TestOutcomes:
    def test_an_item_ends_without_a_vote(self, written):
        body_with(written, "povidani", 3, **PRESENT)
        meeting = in_session(written["povidani"])
        item = meeting.objectValues()[0]
        for outcome in ("discussed", "taken_note", "postponed", "withdrawn", None):
            end_item(item, outcome)
            assert item.outcome == outcome
        with pytest.raises(Refusal):
            end_item(item, "passed")

    def test_agreed_without_objection_is_kept_and_taken_back(self, written):
        members = body_with(written, "shoda", 3, **PRESENT)
        meeting = in_session(written["shoda"])
        present(meeting, members)
        item = meeting.objectValues()[0]
        end_item(item, "agreed")
        end_item(item, "agreed")
        [kept] = votes_of(item).votes.values()
        assert (kept["method"], kept["result"]) == ("agreed", "passed")
        end_item(item, "discussed")
        assert len(votes_of(item).votes) == 0

    def test_after_a_vote_it_may_only_be_put_off(self, written):
        members = body_with(written, "pohlasovani", 3, **PRESENT)
        meeting = in_session(written["pohlasovani"])
        present(meeting, members)
        item = meeting.objectValues()[0]
        vote(item, 3, 0)
        with pytest.raises(Refusal) as error:
            end_item(item, "discussed")
        assert error.value.code == "was_voted_on"
        end_item(item, "postponed")
        assert item.outcome == "postponed"

    def test_correction_without_a_reason_is_refused(self, written):
        members = body_with(written, "oprava", 3, **PRESENT)
        meeting = in_session(written["oprava"])
        present(meeting, members)
        item = meeting.objectValues()[0]
        vote(item, 3, 0)
        with pytest.raises(Refusal) as error:
            correct_vote(item, "0001", VoteSaid(votes_for=1, against=2), "")
        assert error.value.field == "why"


class TestPerRollam:
    def rollam(self, written, body, hours=-1):
        members = body_with(written, body, 5, **PRESENT)
        meeting = in_session(written[body], kind="per_rollam")
        meeting.start = now() - timedelta(days=7)
        meeting.end = now() + timedelta(hours=hours)
        return meeting.objectValues()[0], members

    def say(self, members, *choices):
        ballots = tuple(map(Ballot, members, choices))
        return VoteSaid(method="named", ballots=ballots)

    def test_those_who_answered_are_there(self, written):
        item, members = self.rollam(written, "rollam")
        key = record_vote(item, self.say(members, "for", "for", "against"))
        kept = votes_of(item).votes[key]
        assert (kept["present"], kept["required"]) == (3, 2)
        assert kept["result"] == "passed"

    def test_two_answers_of_five_are_no_quorum(self, written):
        item, members = self.rollam(written, "rollam-malo")
        key = record_vote(item, self.say(members, "for", "for"))
        assert votes_of(item).votes[key]["result"] == "invalid"

    def test_before_the_deadline_all_must_have_answered(self, written):
        item, members = self.rollam(written, "rollam-brzy", hours=5)
        with pytest.raises(Refusals) as error:
            record_vote(item, self.say(members, "for", "for", "for"))
        assert refused(error) == [("ballots", "answers_still_come")]
        record_vote(item, self.say(members, *["for"] * 5))
        assert item.outcome == "passed"

    def test_numbers_alone_are_refused(self, written):
        item, _members = self.rollam(written, "rollam-cisla")
        with pytest.raises(Refusals) as error:
            vote(item, 3, 0)
        assert refused(error) == [("ballots", "ballots_needed")]
