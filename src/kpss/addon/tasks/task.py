"""``kpss.Task``: what is imposed, on whom, until when (BER-21, BER-74, ZAT-80)."""

from kpss.addon.bodies.fields import BodyRef
from kpss.addon.fields import LongText
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import InvalidField
from kpss.addon.tasks.fields import DependsOn
from kpss.addon.tasks.fields import ImposedBy
from kpss.addon.tasks.fields import Notes
from kpss.addon.tasks.fields import ResponsiblePerson
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import implementer
from zope.interface import invariant


class ITask(model.Schema):
    """A task of the process; insiders only, see docs/architecture.md."""

    title = Name(
        title=_("Task"),
        description=_(
            "Where tasks of published resolutions are public, everybody reads this: "
            "name nobody here."
        ),
    )
    description = LongText(title=_("What is to be done"), required=False)
    body = BodyRef(title=_("Responsible body"), required=False)
    responsible = ResponsiblePerson(
        title=_("Responsible person"),
        description=_(
            "Seen inside only. A person with an account reports the progress."
        ),
        vocabulary="kpss.addon.people",
        required=False,
    )
    due = schema.Date(title=_("To be done by"), required=False)
    imposed_by = ImposedBy(
        title=_("Imposed by the resolution"),
        vocabulary="kpss.addon.imposers",
        required=False,
    )
    # The stock widget does nothing without scripts
    directives.widget("depends_on", CheckBoxFieldWidget)
    depends_on = DependsOn(
        title=_("Waits for"),
        description=_("Tasks that must be finished first."),
        required=False,
    )
    percent = schema.Int(
        title=_("Done, in percent"),
        description=_("A hundred percent finishes the task."),
        min=0,
        max=100,
        required=False,
        default=0,
    )
    # Follows from the state
    directives.omitted("completed")
    completed = schema.Date(title=_("Finished on"), required=False, readonly=True)
    directives.omitted("notes")
    notes = Notes(title=_("Notes"))

    @invariant
    def somebody_is_responsible(data):
        if not (data.body or data.responsible):
            raise InvalidField(_("Choose a body, a person or both."), "body")


@implementer(ITask, IKpssContent)
class Task(Item):
    """A task and what was reported of it."""
