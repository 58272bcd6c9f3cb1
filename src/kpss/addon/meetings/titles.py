"""What a meeting is called: the town's word for it and the day (PRA-35)."""

from kpss.addon.browser.dates import day
from kpss.addon.fields import plain_spaces
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.meeting import IMeeting
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.times import day_of
from kpss.addon.process.sections import process_of
from plone import api
from plone.app.content.interfaces import INameFromTitle
from zope.component import adapter
from zope.interface import implementer


@implementer(INameFromTitle)
@adapter(IMeeting)
class NameOfMeeting:
    """The address of a meeting: of its own title, else its day."""

    def __init__(self, context):
        self.context = context

    @property
    def title(self) -> str:
        on = day_of(self.context)
        return self.context.title or (on.isoformat() if on is not None else "")


def word_for(context) -> str:
    """The town's word for a meeting, such as setkání; as it begins a title."""
    process = process_of(context)
    found = (process.label_meeting if process is not None else None) or translate(
        _("meeting"), api.portal.get_default_language()
    )
    return found[:1].upper() + found[1:]


def made_title(meeting) -> str:
    language = api.portal.get_default_language()
    on = day_of(meeting)
    shown = translate(day(on), language) if on is not None else ""
    # As it is typed: a form sends it back with ordinary spaces
    return plain_spaces(f"{_said(meeting, language)} {shown}".strip())


def _said(meeting, language: str) -> str:
    """What stands before the day; outside a meeting nobody meets."""
    if meeting.kind == PER_ROLLAM:
        return translate(_("Vote per rollam until"), language)
    return word_for(meeting)


def name_it(meeting, event=None) -> None:
    """Subscriber: a meeting without a title of its own has one of its day."""
    own = plain_spaces(meeting.title or "")
    if own and own != plain_spaces(meeting.made_title or ""):
        return
    made = made_title(meeting)
    if meeting.title != made:
        meeting.title = meeting.made_title = made
        meeting.reindexObject(idxs=["Title", "sortable_title", "SearchableText"])
