"""Letters about tasks (BER-20, BER-21, BER-74)."""

from datetime import date
from datetime import timedelta
from plone import api
from plone.dexterity.utils import createContentInContainer
from zope.event import notify
from zope.globalrequest import setRequest
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


TODAY = date.today()


def impose(process, title="Připravit dotazník", **values):
    given = {"body": "ps-seniori", "due": TODAY + timedelta(days=60), **values}
    return createContentInContainer(
        process["tasks"], "kpss.Task", title=title, checkConstraints=False, **given
    )


@pytest.fixture
def process(beroun, post):
    setRequest(beroun.REQUEST)
    post.box and setattr(post.box, "reminded_on", None)
    yield beroun
    for task in list(beroun["tasks"].objectIds()):
        api.content.delete(beroun["tasks"][task])
    transaction.commit()


class TestTasks:
    def test_who_is_responsible_is_told(self, process, post):
        person = next(
            one for one in process["people"].objectValues() if one.user_id == "cizi"
        )
        impose(process, responsible=person.getId())
        told = post.told()
        assert set(told) == {"vedouci", "cizi"}
        assert "you are responsible for the task" in told["cizi"]
        assert "your body is responsible" in told["vedouci"]
        assert "Připravit dotazník" in told["cizi"]

    def test_reminders_come_once_and_late_ones_to_the_coordinator_too(
        self, process, post
    ):
        task = impose(process)
        post.told()
        post.box.reminded_on = None
        assert post.told() == {}
        task.due = TODAY + timedelta(days=3)
        notify(ObjectModifiedEvent(task))
        post.box.reminded_on = None
        assert set(post.told()) == {"vedouci"}
        post.box.reminded_on = None
        assert post.told() == {}
        task.due = TODAY - timedelta(days=1)
        notify(ObjectModifiedEvent(task))
        assert post.told() == {}, "once a day"
        post.box.reminded_on = None
        assert set(post.told()) == {"vedouci", "koordinator"}

    def test_coordinator_learns_that_it_is_done(self, process, post):
        task = impose(process)
        post.told()
        api.content.transition(task, "finish")
        assert set(post.told()) == {"koordinator"}
        post.box.reminded_on = None
        assert post.told() == {}
