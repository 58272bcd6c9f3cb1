"""``{resolution}/@@kpss-impose``: a task that it imposes, in one short form."""

from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.form import Options
from kpss.addon.process.forms.form import RecordingForm
from kpss.addon.tasks.finding import tasks_section
from kpss.addon.tasks.interfaces import IImposer
from kpss.addon.tasks.task import ITask
from plone.dexterity.utils import createContentInContainer
from typing import Any
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.schema.interfaces import IVocabularyFactory


class Impose(RecordingForm):
    """For the coordinator; the task says what imposed it."""

    button = _("Impose the task")
    texts = ("title", "description")
    choices = ("body", "responsible")

    @property
    def imposing(self):
        """What imposes the task."""
        return self.context

    @property
    def imposer(self) -> IImposer:
        return IImposer(self.imposing)

    @property
    def heading(self) -> Message:
        return _("Impose a task: ${what}", mapping={"what": self.imposer.label})

    @property
    def refused(self) -> Message | None:
        return self.imposer.refused

    @property
    def notes(self) -> list[Message | str]:
        return [self.imposing.title]

    @property
    def fieldsets(self) -> list[Fieldset]:
        kinds = {"description": "textarea"}
        texts = [
            Field(
                name,
                ITask[name].title,
                kind=kinds.get(name, "text"),
                help=ITask[name].description,
                required=ITask[name].required,
            )
            for name in self.texts
        ]
        choices = [
            Field(
                name,
                ITask[name].title,
                kind="select",
                options=(("", "–"), *self.options(name)),
                help=ITask[name].description,
            )
            for name in self.choices
        ]
        due = Field("due", ITask["due"].title, kind="date")
        return [Fieldset("kpss-impose", _("Task"), (*texts, *choices, due))]

    def options(self, name: str) -> Options:
        terms = getUtility(IVocabularyFactory, ITask[name].vocabularyName)(self.context)
        return [(term.token, term.title) for term in terms]

    def handle(self) -> str | None:
        values: dict[str, Any] = {
            name: self.sent.text(name) or None for name in (*self.texts, *self.choices)
        }
        values["due"] = self.sent.day("due", self.errors)
        section = tasks_section(self.context)
        for name, value in values.items():
            self.judge(name, ITask[name].bind(section), value)
        imposed = self.imposer.on
        if values["due"] and imposed and values["due"] < imposed:
            self.errors["due"] = _(
                "The task is imposed on ${day}; it cannot be due before that day.",
                mapping={"day": day(imposed)},
            )
        if not (values["body"] or values["responsible"]):
            self.errors.setdefault("body", _("Choose a body, a person or both."))
        if self.errors:
            return None
        task = createContentInContainer(
            section, "kpss.Task", imposed_by=self.imposing.UID(), **values
        )
        self.say(_("The task was imposed."))
        return self.target(task)

    def target(self, task) -> str:
        """Where to go when it is done."""
        return task.absolute_url()
