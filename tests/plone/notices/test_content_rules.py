"""Rules that an administrator makes in the browser listen to what is recorded."""

from kpss.addon.approval import actions
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.interfaces import IStepRecorded
from kpss.addon.approval.said import Said
from kpss.addon.resolutions.events import IResolutionPublished
from plone import api
from plone.app.contentrules.actions.notify import NotifyAction
from plone.app.contentrules.rule import Rule
from plone.contentrules.engine.assignments import RuleAssignment
from plone.contentrules.engine.interfaces import IRuleAssignmentManager
from plone.contentrules.engine.interfaces import IRuleStorage
from plone.dexterity.utils import createContentInContainer
from Products.statusmessages.interfaces import IStatusMessage
from tests.plone.approval.conftest import add_document
from tests.plone.notices.conftest import TODAY
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory
import pytest


def assign(process, event, message: str) -> None:
    """A rule that shows a message when the event comes, in the whole process."""
    storage = getUtility(IRuleStorage)
    rule = Rule()
    rule.event = event
    name = f"rule-{len(list(storage))}"
    storage[name] = rule
    rule = storage[name]
    action = NotifyAction()
    action.message, action.message_type = message, "info"
    rule.actions.append(action)
    manager = IRuleAssignmentManager(process)
    manager[name] = RuleAssignment(name, enabled=True, bubbles=True)


@pytest.mark.usefixtures("post")
class TestRules:
    def test_events_can_be_chosen(self, beroun):
        factory = getUtility(IVocabularyFactory, "plone.contentrules.events")
        chosen = {term.value for term in factory(api.portal.get())}
        assert {IStepRecorded, IResolutionPublished} <= chosen

    def test_rule_runs_when_a_step_is_recorded(self, beroun):
        assign(beroun, IStepRecorded, "Pravidlo: krok")
        document = add_document(
            beroun, "Plán", "implementation_plan", author_body="ps-seniori"
        )
        actions.start(document)
        decide(document, Said(0, "submitted", TODAY))
        assert self.shown(beroun) == {"Pravidlo: krok"}

    def test_rule_runs_when_a_resolution_is_published(self, beroun):
        assign(beroun, IResolutionPublished, "Pravidlo: usnesení")
        resolution = createContentInContainer(
            beroun["bodies"]["ks"],
            "kpss.Resolution",
            title="Schvaluje",
            verb="approves",
            decided_on=TODAY,
        )
        api.content.transition(resolution, "adopt")
        assert "Pravidlo: usnesení" not in self.shown(beroun)
        api.content.transition(resolution, "publish")
        assert "Pravidlo: usnesení" in self.shown(beroun)

    def shown(self, process) -> set[str]:
        return {one.message for one in IStatusMessage(process.REQUEST).show()}
