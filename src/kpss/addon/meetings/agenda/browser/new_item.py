"""The form of a new item on the page of an agenda."""

from datetime import date
from functools import cached_property
from kpss.addon.codelists.meetings import ITEM_PUBLICITY
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda.adding import add_item
from kpss.addon.meetings.agenda.subjects import documents_for
from kpss.addon.meetings.agenda.subjects import is_for_everybody
from kpss.addon.meetings.agenda.subjects import tasks_for
from kpss.addon.meetings.agenda.subjects import title_of_subject
from kpss.addon.meetings.agenda_item import IAgendaItem
from kpss.addon.meetings.rules.agenda import HEADING
from kpss.addon.meetings.rules.agenda import ITEM
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from typing import Any
from zope.i18nmessageid import Message


KINDS = ((ITEM, _("Item")), (HEADING, _("Heading")))


class NewItem:
    """What the form of an agenda does with a new item."""

    #: The item to which the page comes back.
    at = ""

    @property
    def fieldsets(self) -> list[Fieldset]:
        length, text = IAgendaItem["minutes"], IAgendaItem["text"]
        proposal = IAgendaItem["proposal"]
        return [
            Fieldset(
                "kpss-new-item",
                _("New item"),
                (
                    Field(
                        "title",
                        IAgendaItem["title"].title,
                        help=IAgendaItem["title"].description,
                    ),
                    Field("kind", IAgendaItem["kind"].title, "select", options=KINDS),
                    Field("presenter", IAgendaItem["presenter"].title),
                    Field("minutes", length.title, help=length.description),
                    Field(
                        "publicity",
                        IAgendaItem["publicity"].title,
                        "select",
                        options=ITEM_PUBLICITY,
                    ),
                    Field(
                        "subject",
                        _("It deals with"),
                        "select",
                        options=self.subjects,
                        help=_(
                            "A document that waits for this body, or one of its tasks. "
                            "Without a title of its own the item is called the same."
                        ),
                    ),
                ),
            ),
            Fieldset(
                "kpss-new-texts",
                _("What it is about, and the proposed resolution"),
                (
                    Field("text", text.title, "textarea", help=text.description),
                    Field(
                        "proposal",
                        proposal.title,
                        "textarea",
                        help=proposal.description,
                    ),
                ),
                folded=True,
            ),
        ]

    @cached_property
    def subjects(self) -> tuple[tuple[str, str], ...]:
        found = [
            *documents_for(self.context),
            *tasks_for(self.context, date.today()),
        ]
        return (("", "–"), *((one.uid, one.title) for one in found))

    def add(self) -> Message | None:
        values = self._values()
        if self.errors:
            return None
        made = add_item(self.context, **values)
        self.at = "kpss-new-item"
        return _("Added: ${title}.", mapping={"title": made.title})

    def _values(self) -> dict[str, Any]:
        """What the fields of a new item say, judged by the fields themselves."""
        subject = self.sent.text("subject")
        if subject not in dict(self.subjects):
            self.errors["subject"] = _("Choose one of the possibilities.")
        title = self.sent.text("title")
        publicity = self.sent.text("publicity")
        if not title and subject and not self.errors:
            title = title_of_subject(self.context, subject)
            if publicity == "public" and not is_for_everybody(self.context, subject):
                # Its name is not told before somebody says so
                publicity = "internal"
        values = {
            "title": title,
            "kind": self.sent.text("kind"),
            "presenter": self.sent.text("presenter") or None,
            "minutes": self._minutes(),
            "publicity": publicity,
            "subject_uid": subject or None,
            "text": self.sent.text("text") or None,
            "proposal": self.sent.text("proposal") or None,
        }
        if not title:
            self.errors["title"] = _("Fill in the title.")
        for name, value in values.items():
            if name != "subject_uid":
                self.judge(name, IAgendaItem[name].bind(self.context), value)
        return values

    def _minutes(self) -> int | None:
        text = self.sent.text("minutes")
        if text and not (text.isdecimal() and len(text) < 6):
            self.errors["minutes"] = _("Write a whole number.")
            return None
        return int(text) if text else None
