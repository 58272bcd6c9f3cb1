"""Items and papers are judged together, and each as if it were asked for alone."""

from AccessControl import getSecurityManager
from kpss.addon.meetings.agenda import sight as room
from kpss.addon.meetings.agenda.reading import Agenda
from kpss.addon.meetings.agenda.sight import Sight
from plone import api
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
from tests.plone.meetings.conftest import bring
from tests.plone.meetings.test_papers import add_paper
import pytest
import transaction


STRANGER, MEMBER = "cizi", "clenka"


@pytest.fixture(scope="class")
def meeting(town):
    """Convened and internal; a stranger was let into one item and one paper alone."""
    with api.env.adopt_roles(["Manager"]):
        made = add_meeting(town["seniori"], publicity="internal")
        for number in range(6):
            item = add_item(made, f"Bod {number}")
            add_paper(item, f"Podklad {number}", "podklad.pdf")
            add_paper(item, f"Příloha {number}", "priloha.pdf")
        bring(made, "convene")
        items = [one for one in made.objectValues() if one.title.startswith("Bod")]
        items[1].manage_setLocalRoles(STRANGER, ["Manager"])
        items[2].objectValues()[0].manage_setLocalRoles(STRANGER, ["Manager"])
        items[3].manage_setLocalRoles(STRANGER, ["Manager"])
        # What is let in above goes no further than here
        items[3].objectValues()[1].__ac_local_roles_block__ = True
        # What blocks at the same depth as another of its kind
        items[4].__ac_local_roles_block__ = True
        for one in items:
            one.reindexObjectSecurity()
    transaction.commit()
    return made


def things(meeting):
    return [
        one for item in meeting.objectValues() for one in (item, *item.objectValues())
    ]


class TestSight:
    @pytest.mark.parametrize("reader", [STRANGER, MEMBER, "koordinatorka", "vedouci"])
    def test_says_of_each_what_the_security_says_of_it_alone(self, meeting, reader):
        with api.env.adopt_user(username=reader):
            check = getSecurityManager().checkPermission
            alone = [bool(check("View", one)) for one in things(meeting)]
            sight = Sight(meeting)
            assert [sight.sees(one) for one in things(meeting)] == alone
        assert any(alone)

    def test_a_stranger_sees_what_it_was_let_into(self, meeting):
        with api.env.adopt_user(username=STRANGER):
            sight = Sight(meeting)
            seen = [one.title for one in things(meeting) if sight.sees(one)]
        assert seen == [
            "Bod 1",
            "Podklad 1",
            "Příloha 1",
            "Podklad 2",
            "Bod 3",
            "Podklad 3",
        ]

    def test_things_that_are_alike_are_judged_once(self, meeting, monkeypatch):
        asked = []

        class Manager:
            def checkPermission(self, permission, obj):
                asked.append(obj.title)
                return getSecurityManager().checkPermission(permission, obj)

        monkeypatch.setattr(room, "getSecurityManager", Manager)
        with api.env.adopt_user(username=MEMBER):
            # The check of tasks, and all but the one that is blocked
            assert len(Agenda(meeting).lines) == 6
        # Of 19 things: the plain, two kinds of items, three papers and the blocked
        assert len(asked) <= 8
