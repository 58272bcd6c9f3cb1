"""Who presides by the rules records the meeting; the leader of another group does not."""

from datetime import date
from kpss.addon.meetings.attendance.presiding import presiding_name
from kpss.addon.meetings.attendance.sheet import Sheet
from kpss.addon.meetings.who import may_convene
from kpss.addon.meetings.who import may_record
from kpss.addon.meetings.who import sees_inside
from kpss.addon.minutes.making import build
from kpss.addon.minutes.verifying import needs_of
from plone import api
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


@pytest.fixture(scope="class")
def groups(town):
    """Two groups, each with a leader; that of the other is first in the alphabet."""
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        town.sit("rodiny", "aneta", "vedouci", since=date(2020, 1, 1))
        town.sit("odbor", "garantka", "garant", since=date(2020, 1, 1))
        for body in ("seniori", "rodiny"):
            town.rules(
                body,
                presiding="vedouci",
                convener="vedouci",
                minutes_verifiers=["vedouci"],
                meetings_public="closed",
            )
    transaction.commit()
    return town


@pytest.fixture
def meeting(groups):
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        made = add_meeting(groups["seniori"])
        add_item(made)
    return made


def rights(meeting, account):
    with api.env.adopt_user(username=account):
        return sees_inside(meeting), may_record(meeting), may_convene(meeting)


class TestLeaders:
    def test_each_presides_over_the_own_group(self, meeting):
        assert presiding_name(Sheet(meeting)) == "Jana Vedouci"

    def test_each_records_and_convenes_for_the_own_group(self, meeting):
        assert rights(meeting, "vedouci") == (True, True, True)
        assert rights(meeting, "aneta") == (False, False, False)

    def test_each_verifies_the_minutes_of_the_own_group(self, groups, meeting):
        with api.env.adopt_roles(["Manager"]):
            minutes = build(bring(meeting, "convene", "open", "end"))
            [need] = needs_of(minutes)
        assert need.people == (groups.person("vedouci").getId(),)


class TestGuarantor:
    @pytest.fixture
    def led(self, groups, meeting):
        """The rules of the group let the guarantor preside, who sits in the office."""
        with api.env.adopt_roles(["Manager"]):
            for one in groups["seniori"].objectValues():
                if one.portal_type == "kpss.Rules":
                    one.presiding, one.presiding_fallback = "garant", "vedouci"
        return meeting

    def test_records_what_she_presides_over(self, led):
        assert presiding_name(Sheet(led)) == "Jana Garantka"
        assert rights(led, "garantka")[:2] == (True, True)

    def test_has_no_more_in_another_group(self, groups, led):
        with api.env.adopt_roles(["Manager"]):
            other = add_meeting(groups["rodiny"])
        assert rights(other, "garantka")[1:] == (False, False)

    def test_who_presides_instead_records_too(self, led):
        assert rights(led, "vedouci")[:2] == (True, True)
        assert rights(led, "aneta") == (False, False, False)


class TestSomebodyElse:
    """Who holds a function that gives no rights but by the rules of a body."""

    @pytest.fixture
    def found(self, groups, meeting):
        with api.env.adopt_roles(["Manager"]):
            process = groups.process
            if "rozhodce" not in {one["id"] for one in process.functions}:
                row = {"id": "rozhodce", "title": "Rozhodce", "kind": "other"}
                process.functions = [*process.functions, {**row, "body": "ks"}]
                groups.sit("ks", "rozhodkyne", "rozhodce", since=date(2020, 1, 1))
        path = "/".join(meeting.getPhysicalPath())

        def ask():
            with api.env.adopt_user(username="rozhodkyne"):
                return len(api.content.find(path=path))

        return ask

    def preside(self, groups, function):
        with api.env.adopt_roles(["Manager"]):
            for one in groups["seniori"].objectValues():
                if one.portal_type == "kpss.Rules":
                    one.presiding = function
                    notify(ObjectModifiedEvent(one))
        # Local roles are kept for the time of a request
        IAnnotations(groups.process.REQUEST).clear()

    def test_finds_the_meetings_while_the_rules_say_so(self, groups, meeting, found):
        assert found() == 0
        self.preside(groups, "rozhodce")
        assert rights(meeting, "rozhodkyne")[:2] == (True, True)
        # The meeting, its item and the check of tasks
        assert found() == 3
        self.preside(groups, "vedouci")
        assert rights(meeting, "rozhodkyne") == (False, False, False)
        assert found() == 0
