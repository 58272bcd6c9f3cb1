"""``{meeting}/@@kpss-propose-item``: a member proposes an item, until the deadline."""

from AccessControl import Unauthorized
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.meetings.agenda.papers import add_papers
from kpss.addon.meetings.agenda.papers import judge_uploads
from kpss.addon.meetings.agenda.papers import uploads
from kpss.addon.meetings.agenda.proposing import propose
from kpss.addon.meetings.agenda.proposing import until_of
from kpss.addon.meetings.agenda.proposing import why_not
from kpss.addon.meetings.agenda_item import IAgendaItem
from kpss.addon.meetings.who import sees_inside
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from zope.i18nmessageid import Message


class ProposeItem(RefusableForm):
    """For who is in the body; whoever records the meeting considers it."""

    button = _("Propose")
    lead = _(
        "Only who prepares the meeting reads it; you are told here what became of it."
    )

    def __call__(self):
        if not sees_inside(self.context):
            raise Unauthorized()
        return super().__call__()

    @property
    def heading(self) -> Message:
        return _("Propose an item: ${meeting}", mapping={"meeting": self.context.title})

    @property
    def refused(self) -> Message | None:
        found = why_not(self.context)
        return found.message if found is not None else None

    @property
    def notes(self) -> list[Message | str]:
        until = until_of(self.context)
        if until is None:
            return []
        return [_("Items can be proposed until ${day}.", mapping={"day": day(until)})]

    @property
    def fieldsets(self) -> list[Fieldset]:
        return [
            Fieldset(
                "kpss-proposal",
                _("What you propose"),
                (
                    Field("title", IAgendaItem["title"].title, required=True),
                    Field("text", IAgendaItem["text"].title, kind="textarea"),
                    Field("paper", _("Paper"), kind="file"),
                ),
            )
        ]

    def act(self) -> Message | None:
        title, text = self.sent.text("title"), self.sent.text("text") or None
        file = self.sent.file("paper")
        if not title:
            self.errors["title"] = _("Fill in the title.")
        self.judge("title", IAgendaItem["title"], title)
        self.judge("text", IAgendaItem["text"], text)
        papers = uploads([file] if file is not None else [])
        judge_uploads(None, papers)
        if self.errors:
            return None
        item = propose(self.context, title=title, text=text)
        add_papers(item, papers)
        return _("Thank you, it is proposed.")

    def field_of(self, name: str) -> str:
        return "paper" if name == "papers" else name
