"""Fields of a task that refer to others in the process, each refused with a sentence."""

from Acquisition import aq_base
from kpss.addon.bodies.membership.fields import InProcess
from kpss.addon.fields import Refused
from kpss.addon.fields import Rows
from kpss.addon.i18n import _
from kpss.addon.tasks.finding import imposer_of
from kpss.addon.tasks.finding import needs_of
from kpss.addon.tasks.finding import task_by_id
from kpss.addon.tasks.interfaces import IImposer
from kpss.addon.tasks.rules import loop
from plone import api
from zope import schema


class ResponsiblePerson(InProcess):
    """A person of the process; its id is the value."""


class ImposedBy(schema.Choice):
    """A resolution of the process by its UID; a form offers the newest ones only."""

    def _validate(self, value):
        if not value or value == _stored(self):
            return
        found = imposer_of(self.context, value) if isinstance(value, str) else None
        if found is None or not api.user.has_permission("View", obj=found):
            raise Refused(
                _(
                    "There is no resolution ${id} in this process.",
                    mapping={"id": str(value)},
                )
            )
        reason = IImposer(found).refused
        if reason is not None:
            raise Refused(reason)


class TaskRef(schema.Choice):
    """Another task of the process; its id is the value. A form offers unfinished ones."""

    def __init__(self, **kw):
        super().__init__(vocabulary="kpss.addon.tasks", **kw)

    def _validate(self, value):
        found = task_by_id(self.context, value) if isinstance(value, str) else None
        if found is None or not api.user.has_permission("View", obj=found):
            raise Refused(
                _("There is no task ${id} in this process.", mapping={"id": str(value)})
            )
        if value == own_id(self.context):
            raise Refused(_("A task cannot wait for itself."))


class DependsOn(schema.List):
    """Tasks that must be finished first; loops are refused."""

    def __init__(self, **kw):
        super().__init__(value_type=TaskRef(title=_("Task")), **kw)

    def _validate(self, value):
        super()._validate(value)
        way = loop(
            own_id(self.context),
            value or (),
            lambda one: needs_of(self.context, one),
        )
        if way:
            titles = [title_of(self.context, one) for one in way]
            raise Refused(
                _(
                    "“${first}” waits for this task already (${way}), so this task "
                    "cannot wait for it.",
                    mapping={"first": titles[0], "way": " → ".join(titles)},
                )
            )


class Notes(Rows):
    """Short notes, each with when, who, what and the percent; only added."""


def own_id(context) -> str | None:
    """The id of the task being edited; None while it is being added."""
    from kpss.addon.tasks.task import ITask

    return context.getId() if ITask.providedBy(context) else None


def title_of(context, task_id: str) -> str:
    task = task_by_id(context, task_id)
    return task.title if task is not None else task_id


def _stored(field):
    return getattr(aq_base(field.context), field.__name__, None)
