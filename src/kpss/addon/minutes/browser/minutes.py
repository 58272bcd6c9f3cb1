"""The page of minutes: all of them inside, the public version for everybody else."""

from dataclasses import dataclass
from functools import cached_property
from kpss.addon.approval.refusals import Refusal
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.browser.dates import day
from kpss.addon.meetings.who import may_record
from kpss.addon.meetings.who import sees_inside
from kpss.addon.minutes.appending import needs_approval
from kpss.addon.minutes.making import is_frozen
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.minutes import parts_of
from kpss.addon.minutes.publishing import is_published_otherwise
from kpss.addon.minutes.publishing import offered
from kpss.addon.minutes.reading import Reading
from kpss.addon.minutes.rules.anonymising import full_text
from kpss.addon.minutes.rules.states import PUBLISHED
from kpss.addon.minutes.rules.states import RETURN
from kpss.addon.minutes.rules.states import VERIFICATION
from kpss.addon.minutes.rules.states import VERIFIED
from kpss.addon.minutes.texts import STANDING_TITLES
from kpss.addon.minutes.texts import STATE_TITLES
from kpss.addon.minutes.texts import TRANSITION_TITLES
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


@dataclass(frozen=True)
class ShownPart:
    """A part for a reader; ``marks`` are told to who edits."""

    key: str
    title: str
    text: str
    is_edited: bool = False
    changed_since: bool = False
    is_gone: bool = False
    is_public: bool = True


@dataclass(frozen=True)
class Step:
    """What may be done next."""

    title: Message
    url: str
    refused: list[Refusal]
    is_main: bool


@implementer(IWithoutByline)
class MinutesPage(BrowserView):
    """For everybody who may see the minutes."""

    day = staticmethod(day)

    @cached_property
    def reading(self) -> Reading:
        return Reading(self.context)

    @property
    def meeting(self):
        return meeting_of(self.context)

    @cached_property
    def sees_inside(self) -> bool:
        return sees_inside(self.context)

    @cached_property
    def may_record(self) -> bool:
        return self.sees_inside and may_record(self.meeting)

    @property
    def may_edit(self) -> bool:
        return self.may_record and not is_frozen(self.context)

    @property
    def state_title(self) -> Message:
        return STATE_TITLES[self.reading.state]

    @property
    def is_published(self) -> bool:
        return self.reading.state == PUBLISHED

    @property
    def is_frozen(self) -> bool:
        return is_frozen(self.context)

    @property
    def parts(self) -> list[ShownPart]:
        if not self.sees_inside:
            return [
                ShownPart(one["key"], one["title"], one["text"])
                for one in self.context.public_parts or ()
            ]
        return [
            ShownPart(
                one.key,
                one.title,
                full_text(one.text),
                one.edited is not None,
                one.changed_since,
                one.gone,
                one.publicity == "public" and not one.gone,
            )
            for one in parts_of(self.context)
        ]

    @property
    def is_published_otherwise(self) -> bool:
        return self.may_record and is_published_otherwise(self.context)

    @property
    def is_edited(self) -> bool:
        """Whether building anew has to ask what becomes of what was written by hand."""
        return any(one.edited is not None for one in parts_of(self.context))

    @property
    def file_url(self) -> str | None:
        if not self.sees_inside or self.context.file is None:
            return None
        name = self.context.file.filename
        return f"{self.context.absolute_url()}/@@download/file/{name}"

    @property
    def verification(self) -> Message | None:
        """Where the verification stands, once the minutes wait for it."""
        state = self.reading.state
        if state == VERIFIED or not self.sees_inside:
            return None
        if self.is_published:
            return None
        return STANDING_TITLES[self.reading.standing.state]

    @property
    def awaits_approval(self) -> bool:
        """Whether the next meeting is to approve them and has not yet."""
        return needs_approval(self.context) and self.reading.approved_on is None

    @property
    def may_substitute(self) -> bool:
        return self.may_record and self.reading.state == VERIFICATION

    @cached_property
    def steps(self) -> list[Step]:
        """For who records: the first one that is possible is the main one."""
        if not self.may_record:
            return []
        url = self.context.absolute_url()
        return [
            Step(
                TRANSITION_TITLES[name],
                f"{url}/@@kpss-advance?transition={name}",
                refused,
                name != RETURN,
            )
            for name, refused in offered(self.context)
        ]
