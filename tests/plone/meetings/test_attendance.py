"""Recording who is there: writers, REST, two recorders at once."""

from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.meetings.attendance.change import Change
from kpss.addon.meetings.attendance.guests import GuestChange
from kpss.addon.meetings.attendance.guests import record_guests
from kpss.addon.meetings.attendance.marking import mark
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.attendance.suggesting import all_present
from kpss.addon.meetings.records import records_of
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.sheet import body_with
from tests.plone.meetings.sheet import in_session
from tests.plone.meetings.sheet import present
from tests.plone.meetings.sheet import seat
from tests.plone.meetings.sheet import take_roster
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


QUORUM = {"quorum": ">=2/3", "majority": ">1/2", "majority_basis": "present"}


@pytest.fixture(scope="class")
def group(town):
    """A body of nine members and a meeting that was opened."""
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        members = body_with(town, "devet", 9, **QUORUM)
        meeting = in_session(town["devet"])
    transaction.commit()
    return meeting, members


def path_of(meeting, name="@attendance"):
    return f"/beroun/bodies/{meeting.aq_parent.getId()}/{meeting.getId()}/{name}"


def codes(error):
    return [(one.field, one.code) for one in error.value.refusals]


def know_substitutes(town):
    """A function whose holders stand in for members."""
    function = {"id": "nahradnik", "title": "Náhradník", "kind": "substitute"}
    town.process.functions = [*town.process.functions, function]
    notify(ObjectModifiedEvent(town.process))


class TestRest:
    def test_nobody_but_insiders_reads_it(self, group, as_user):
        meeting, _members = group
        assert as_user(None).get(path_of(meeting)).status_code == 401
        assert as_user("cizi").get(path_of(meeting)).status_code in (401, 403)
        assert as_user("koordinatorka").get(path_of(meeting)).status_code == 200

    def test_nobody_but_recorders_writes_it(self, group, as_user):
        meeting, members = group
        sent = {"roster": [{"member": members[0], "status": "present"}]}
        for name in (None, "cizi", "clenka"):
            answer = as_user(name).patch(path_of(meeting), json=sent)
            assert answer.status_code in (401, 403), name
        transaction.begin()
        assert dict(records_of(meeting).attendance) == {}

    def test_sheet_begins_with_the_roster(self, group, as_user):
        meeting, members = group
        data = as_user("koordinatorka").get(path_of(meeting)).json()
        assert {one["member"] for one in data["roster"]} == set(members)
        assert data["roster"][0]["status"] is None
        assert data["roster"][0]["title"].startswith("Jana Nová")
        assert data["guests"] == []
        assert data["quorum"]["rule"] == ">=2/3"
        assert data["quorum"]["met"] is False

    def test_only_listed_members_change(self, group, as_user):
        meeting, members = group
        sent = {
            "roster": [
                *({"member": one, "status": "present"} for one in members[:5]),
                {"member": members[5], "status": "online"},
                {"member": members[6], "status": "excused"},
            ]
        }
        answer = as_user("koordinatorka").patch(path_of(meeting), json=sent)
        assert answer.status_code == 200
        data = answer.json()
        assert data["quorum"] | {"explanation": "", "sentences": []} == {
            "members": 9,
            "present": 6,
            "required": 6,
            "met": True,
            "rule": ">=2/3",
            "explanation": "",
            "sentences": [],
        }
        assert data["quorum"]["explanation"] == (
            "6 of 9 members present, 6 needed: quorate. Online: 1. Excused: 1. "
            "Not recorded yet: 2."
        )
        more = {"roster": [{"member": members[7], "status": "absent"}]}
        data = as_user("koordinatorka").patch(path_of(meeting), json=more).json()
        statuses = {one["member"]: one["status"] for one in data["roster"]}
        assert statuses[members[0]] == "present"
        assert statuses[members[7]] == "absent"
        assert statuses[members[8]] is None

    def test_two_recorders_conflict_only_over_the_same_person(self, group, as_user):
        meeting, members = group
        rest = as_user("koordinatorka")
        seen = rest.get(path_of(meeting)).json()["revision"]

        def send(member, status):
            row = {"member": member, "status": status}
            return rest.patch(
                path_of(meeting), json={"revision": seen, "roster": [row]}
            )

        assert send(members[0], "excused").status_code == 200
        assert send(members[1], "online").status_code == 200
        # The same is no conflict, something else is
        assert send(members[0], "excused").status_code == 200
        answer = send(members[0], "absent")
        assert answer.status_code == 409
        assert answer.json()["code"] == "outdated"
        now = answer.json()["params"]["attendance"]
        status = {one["member"]: one["status"] for one in now["roster"]}
        assert status[members[0]] == "excused"

    @pytest.mark.parametrize(
        ("row", "field", "code"),
        [
            ({"member": "nikdo", "status": "present"}, "member", "not_on_roster"),
            ({"status": "present"}, "member", "member_missing"),
            ({"member": 5}, "member", "bad_shape"),
            ({"member": "MEMBER", "status": "asleep"}, "status", "unknown_status"),
            ({"member": "MEMBER", "status": ["present"]}, "status", "bad_shape"),
            ({"member": "MEMBER", "arrived": "99"}, "arrived", "unknown_point"),
            ({"member": "MEMBER", "left": "25:00"}, "left", "unknown_point"),
            ({"member": "MEMBER", "left": "2020-01-01T15:00"}, "left", "other_day"),
            (
                {"member": "MEMBER", "status": "present", "arrived": "2", "left": "2"},
                "left",
                "left_before_arriving",
            ),
            (
                {"member": "MEMBER", "arrived": "15:30", "left": "15:00"},
                "left",
                "left_before_arriving",
            ),
            ({"member": "MEMBER", "substitute": "x"}, "substitute", "not_a_substitute"),
        ],
    )
    def test_bad_input_names_the_field_and_saves_nothing(
        self, group, as_user, row, field, code
    ):
        meeting, members = group
        transaction.begin()
        before = dict(records_of(meeting).attendance)
        bad = {
            name: members[8] if value == "MEMBER" else value
            for name, value in row.items()
        }
        good = {"member": members[7], "status": "online"}
        answer = as_user("koordinatorka").patch(
            path_of(meeting), json={"roster": [good, bad]}
        )
        assert answer.status_code == 400
        data = answer.json()
        assert data["code"] == code
        assert data["errors"][0]["field"] == f"roster.1.{field}"
        transaction.begin()
        assert dict(records_of(meeting).attendance) == before

    @pytest.mark.parametrize(
        "sent", [[], "x", {}, {"roster": {}}, {"roster": [1]}, {"roster": []}]
    )
    def test_what_is_no_sheet_is_refused(self, group, as_user, sent):
        meeting, _members = group
        answer = as_user("koordinatorka").patch(path_of(meeting), json=sent)
        assert answer.status_code == 400
        assert answer.json()["type"] == "BadRequest"

    def test_quorum_as_of_an_item(self, group, as_user):
        meeting, members = group
        rest = as_user("koordinatorka")
        item = meeting.objectValues()[1]
        here = [{"member": one, "status": "present"} for one in members[:6]]
        here[0]["arrived"] = item.UID()
        here[1] |= {"arrived": None, "left": "3"}
        assert rest.patch(path_of(meeting), json={"roster": here}).status_code == 200

        def present_at(uid):
            answer = rest.get(path_of(meeting), params={"item": uid})
            return answer.json()["quorum"]["present"]

        uids = [one.UID() for one in meeting.objectValues()][:3]
        assert [present_at(one) for one in uids] == [5, 6, 5]
        answer = rest.get(path_of(meeting), params={"item": "jiny"})
        assert answer.status_code == 400

    def test_expander_is_collapsed_and_tells_names_to_insiders_only(
        self, group, as_user
    ):
        meeting, _members = group
        path = path_of(meeting, "")
        rest = as_user("koordinatorka")
        found = rest.get(path).json()["@components"]["attendance"]
        assert list(found) == ["@id"]
        expanded = rest.get(path, params={"expand": "attendance"}).json()
        assert expanded["@components"]["attendance"]["roster"]

    def test_guests_are_in_no_count(self, group, as_user):
        meeting, _members = group
        rest = as_user("koordinatorka")
        before = rest.get(path_of(meeting)).json()["quorum"]
        sent = {"guests": [{"name": "Eva Malá", "organisation": "Charita"}]}
        data = rest.patch(path_of(meeting), json=sent).json()
        [guest] = data["guests"]
        assert (guest["name"], guest["kind"]) == ("Eva Malá", "expert")
        assert data["quorum"] == before
        again = {"guests": [{"guest": guest["guest"], "kind": "office"}]}
        [guest] = rest.patch(path_of(meeting), json=again).json()["guests"]
        assert (guest["name"], guest["kind"]) == ("Eva Malá", "office")
        gone = {"guests": [{"guest": guest["guest"], "remove": True}]}
        assert rest.patch(path_of(meeting), json=gone).json()["guests"] == []

    def test_a_guest_whom_somebody_else_recorded_meanwhile_is_a_conflict(
        self, group, as_user
    ):
        meeting, _members = group
        rest = as_user("koordinatorka")
        data = rest.patch(path_of(meeting), json={"guests": [{"name": "Eva"}]}).json()
        revision, key = data["revision"], data["guests"][-1]["guest"]

        def send(**values):
            row = {"guest": key, **values}
            sent = {"revision": revision, "guests": [row]}
            return rest.patch(path_of(meeting), json=sent)

        assert send(kind="office").status_code == 200
        assert send(kind="office").status_code == 200
        for row in ({"name": "Jana"}, {"remove": True}):
            answer = send(**row)
            assert answer.status_code == 409
            assert answer.json()["params"]["attendance"]["guests"][-1]["name"] == "Eva"
        transaction.begin()
        rest.patch(path_of(meeting), json={"guests": [{"guest": key, "remove": True}]})

    @pytest.mark.parametrize(
        ("sent", "field"),
        [
            ({"rooster": []}, "rooster"),
            ({"roster": [{"member": "x", "staus": "present"}]}, "roster.0.staus"),
            ({"guests": [{"name": "Eva", "stauts": "x"}]}, "guests.0.stauts"),
        ],
    )
    def test_an_unknown_key_is_refused(self, group, as_user, sent, field):
        meeting, _members = group
        answer = as_user("koordinatorka").patch(path_of(meeting), json=sent)
        assert answer.status_code == 400
        data = answer.json()
        assert data["code"] == "unknown_key"
        assert [one["field"] for one in data["errors"]] == [field]

    @pytest.mark.parametrize(
        ("row", "field"),
        [
            ({"name": ""}, "name"),
            ({"name": "x" * 300}, "name"),
            ({"name": "Eva", "kind": "king"}, "kind"),
            ({"guest": "nikdo", "name": "Eva"}, "guest"),
            ({"remove": True}, "guest"),
        ],
    )
    def test_bad_guests_are_refused_by_name(self, group, as_user, row, field):
        meeting, _members = group
        answer = as_user("koordinatorka").patch(
            path_of(meeting), json={"guests": [row]}
        )
        assert answer.status_code == 400
        assert answer.json()["errors"][0]["field"] == f"guests.0.{field}"


class TestMarking:
    def test_somebody_who_was_not_on_the_roster_is_refused(self, written):
        body_with(written, "prvni", 2)
        meeting = in_session(written["prvni"])
        late = seat(written, "prvni", "Pozdní")
        with pytest.raises(Refusals) as error:
            mark(meeting, [Change(late, {"status": "present"})])
        assert codes(error) == [("member", "not_on_roster")]

    @pytest.mark.parametrize("state", ["closed", "cancelled", "planned"])
    def test_state_forbids_recording(self, written, state):
        [member, *_rest] = body_with(written, f"stav-{state}", 2)
        meeting = add_meeting(written[f"stav-{state}"], days=0)
        steps = {
            "planned": (),
            "cancelled": ("convene", "cancel"),
            "closed": ("convene", "open", "end", "close"),
        }
        bring(meeting, *steps[state])
        with pytest.raises(Refusal) as error:
            mark(meeting, [Change(member, {"status": "present"})])
        assert error.value.code == "wrong_state"

    def test_the_simple_way_needs_no_convening(self, written):
        members = body_with(written, "prosta", 2)
        meeting = add_meeting(written["prosta"], days=0, simple=True)
        assert mark(meeting, [Change(members[0], {"status": "present"})]) == 1

    def test_what_was_not_changed_is_not_written(self, written):
        members = body_with(written, "stejna", 2)
        meeting = in_session(written["stejna"])
        present(meeting, members)
        before = records_of(meeting).revision
        assert mark(meeting, [Change(members[0], {"status": "present"})]) == 0
        assert records_of(meeting).revision == before

    def test_who_saw_something_else_is_told(self, written):
        [member, _other] = body_with(written, "videno", 2)
        meeting = in_session(written["videno"])
        present(meeting, [member])
        with pytest.raises(Outdated):
            mark(meeting, [Change(member, {"status": "absent"}, seen={})])

    def test_members_term_ends_between_convening_and_meeting(self, written):
        members = body_with(written, "konec", 3, **QUORUM)
        meeting = add_meeting(written["konec"], days=0)
        bring(meeting, "convene")
        take_roster(meeting)
        membership = api.content.get(UID=members[0])
        membership.valid_to = membership.valid_from
        notify(ObjectModifiedEvent(membership))
        # Refreshed at opening, as the day of the meeting says
        take_roster(meeting)
        bring(meeting, "open")
        present(meeting, members[1:])
        judged = Sheet(meeting).quorum(None)
        assert (judged.present, judged.members, judged.required) == (2, 2, 2)
        with pytest.raises(Refusals):
            mark(meeting, [Change(members[0], {"status": "present"})])

    def test_substitute_leaves_the_count_when_the_member_arrives(self, written):
        members = body_with(written, "nahradnici", 3, **QUORUM)
        know_substitutes(written)
        substitute = seat(written, "nahradnici", "Náhradní", function="nahradnik")
        meeting = in_session(written["nahradnici"])
        first, second, *_others = meeting.objectValues()
        present(meeting, [*members[:2], substitute])
        mark(
            meeting,
            [
                Change(
                    members[2],
                    {"status": "present", "arrived": "2", "substitute": substitute},
                )
            ],
        )
        sheet = Sheet(meeting)

        def counted(item):
            who = sheet.presence(sheet.points.of_item(item.UID()))
            return {one.member for one in who.counted}, who.members

        assert counted(first) == ({*members[:2], substitute}, 3)
        assert counted(second) == (set(members), 3)

    def test_all_others_came_but_who_said_otherwise_or_is_stood_in_for(self, written):
        members = body_with(written, "ostatni", 4, substitutes="named")
        know_substitutes(written)
        standing = seat(
            *(written, "ostatni", "Zástupce"),
            function="nahradnik",
            substitute_of=api.content.get(UID=members[2]).getId(),
        )
        meeting = in_session(written["ostatni"])
        reply = {"state": "excused", "reason": None, "by": "office"}
        records_of(meeting).put("replies", members[1], reply)
        present(meeting, [standing])
        changes = all_present(Sheet(meeting))
        assert {one.member: one.values["status"] for one in changes} == {
            members[0]: "present",
            members[1]: "excused",
            members[3]: "present",
        }

    def test_substitutes_where_the_rules_forbid_them(self, written):
        members = body_with(written, "bez", 2, substitutes="not_allowed")
        meeting = in_session(written["bez"])
        with pytest.raises(Refusals) as error:
            mark(meeting, [Change(members[0], {"substitute": members[1]})])
        assert codes(error) == [("substitute", "no_substitutes")]

    def test_person_on_two_grounds_is_one_line_with_one_vote(self, written):
        body_with(written, "dvakrat", 2, **QUORUM)
        for function in (None, "member"):
            written.sit("dvakrat", "vedouci", function)
        meeting = in_session(written["dvakrat"])
        sheet = Sheet(meeting)
        persons = [one.person for one in sheet.seats]
        assert len(persons) == len(set(persons)) == 3
        leader = written.person("vedouci").UID()
        present(meeting, [one.member for one in sheet.seats if one.person == leader])
        assert Sheet(meeting).quorum(None).present == 1

    def test_votes_of_one_organisation_are_limited(self, written):
        createContentInContainer(
            written.process["providers"],
            "kpss.Organisation",
            id="charita",
            title="Charita",
        )
        body_with(written, "jedna", 2, votes_per_organisation=1, **QUORUM)
        charity = [
            seat(written, "jedna", name, organisation="charita")
            for name in ("Prvá", "Druhá")
        ]
        meeting = in_session(written["jedna"])
        present(meeting, charity)
        judged = Sheet(meeting).quorum(None)
        assert (judged.present, judged.members) == (1, 3)

    def test_too_many_guests_are_refused(self, written):
        body_with(written, "hoste", 1)
        meeting = in_session(written["hoste"])
        many = [GuestChange(None, {"name": f"Host {n}"}) for n in range(501)]
        with pytest.raises(Refusals) as error:
            record_guests(meeting, many)
        assert codes(error) == [("guests", "too_many_guests")]
        assert len(records_of(meeting).guests) == 0

    def test_no_guest_comes_where_the_rules_allow_none(self, written):
        body_with(written, "bezhosti", 1, guests="not_allowed")
        meeting = in_session(written["bezhosti"])
        with pytest.raises(Refusals) as error:
            record_guests(meeting, [GuestChange(None, {"name": "Eva"})])
        assert codes(error) == [("guests", "no_guests")]
        # Whoever was recorded before can be taken off
        records_of(meeting).put("guests", "g", {"name": "Eva", "kind": "expert"})
        record_guests(meeting, [GuestChange("g", None)])
        assert len(records_of(meeting).guests) == 0

    def test_no_substitute_counts_where_the_rules_allow_none(self, written):
        know_substitutes(written)
        [member] = body_with(written, "bezn", 1, substitutes="not_allowed", **QUORUM)
        kept = seat(written, "bezn", "Zastoupená")
        other = seat(
            written,
            "bezn",
            "Zástupce",
            function="nahradnik",
            substitute_of=api.content.get(UID=kept).getId(),
        )
        meeting = in_session(written["bezn"])
        present(meeting, [member, other])
        assert Sheet(meeting).quorum(None).present == 1

    def test_an_item_that_is_gone_takes_nobody_away(self, written):
        members = body_with(written, "pryc", 2, **QUORUM)
        meeting = in_session(written["pryc"])
        extra = add_item(meeting, "Navíc", proposed_by=None)
        present(meeting, members, arrived=extra.UID())
        with api.env.adopt_roles(["Manager"]):
            meeting._delObject(extra.getId(), suppress_events=True)
        assert Sheet(meeting).quorum(None).present == 2


class TestTwoAtOnce:
    def test_two_who_record_different_members_do_not_conflict(self, written):
        members = body_with(written, "dva", 2)
        meeting = in_session(written["dva"])
        transaction.commit()
        path = meeting.getPhysicalPath()
        database = meeting._p_jar.db()

        def other(member, status):
            """In a connection of its own; answers what is left to commit."""
            manager = transaction.TransactionManager(explicit=False)
            jar = database.open(transaction_manager=manager)
            found = jar.root()["Application"]
            for name in path[1:]:
                found = found._getOb(name)
            records_of(found).put("attendance", member, {"status": status})
            return manager, jar

        first, one = other(members[0], "present")
        second, two = other(members[1], "excused")
        first.commit()
        second.commit()
        one.close()
        two.close()
        transaction.begin()
        assert {
            member: value["status"]
            for member, value in records_of(meeting).attendance.items()
        } == {members[0]: "present", members[1]: "excused"}
        assert records_of(meeting).revision >= 2
