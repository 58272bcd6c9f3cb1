"""The public version of minutes, and what may be done with them."""

from AccessControl import Unauthorized
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from kpss.addon.approval.memo import once
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.i18n import _
from kpss.addon.meetings import progress
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import CLOSE as CLOSE_MEETING
from kpss.addon.meetings.rules.progress import HELD
from kpss.addon.meetings.times import now
from kpss.addon.meetings.who import may_record
from kpss.addon.minutes.hiding import setting_of
from kpss.addon.minutes.history import Entry
from kpss.addon.minutes.history import write
from kpss.addon.minutes.making import fresh_of
from kpss.addon.minutes.making import is_outdated
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.making import minutes_state
from kpss.addon.minutes.minutes import parts_of
from kpss.addon.minutes.rules import anonymising
from kpss.addon.minutes.rules import by_hand
from kpss.addon.minutes.rules import states
from kpss.addon.minutes.rules.anonymising import Segment
from kpss.addon.minutes.rules.building import as_of_now
from kpss.addon.minutes.rules.building import Part
from kpss.addon.minutes.rules.by_hand import Left
from kpss.addon.minutes.rules.contacts import Found
from kpss.addon.minutes.texts import MARKS
from kpss.addon.minutes.texts import REASONS
from kpss.addon.minutes.verifying import standing_of
from kpss.addon.minutes.wording import said
from kpss.addon.process.uids import uid_of


@dataclass(frozen=True)
class PublicPart:
    """A part as the public reads it. ``wrong``: what rules forbid in it.

    ``left``: lines written by hand, or kept in the edited text, that stay inside.
    """

    key: str
    title: str
    text: str
    segments: tuple[Segment, ...]
    wrong: tuple[Found, ...] = ()
    left: tuple[Left, ...] = ()


def public_version(minutes) -> "PublicVersion":
    """What would be published today; worked out once a request."""
    key = "public version", uid_of(minutes), date.today()
    return once(key, lambda: PublicVersion(minutes))


class PublicVersion:
    """What would be published; asks of the minutes as they are."""

    def __init__(self, minutes):
        self.minutes = minutes
        self.setting = setting_of(minutes)
        self.marks = {code: said(mark) for code, mark in MARKS.items()}

    @cached_property
    def _as_of_now(self) -> list[Part]:
        now = {one.key: one for one in fresh_of(meeting_of(self.minutes))}
        return [as_of_now(one, now.get(one.key)) for one in parts_of(self.minutes)]

    @cached_property
    def parts(self) -> list[PublicPart]:
        return [self._part(one) for one in self._as_of_now if one.is_public]

    @cached_property
    def left_out(self) -> list[Part]:
        """Parts that the public does not read at all."""
        return [one for one in self._as_of_now if not one.is_public]

    @cached_property
    def wrong(self) -> list[str]:
        """Words that rules forbid, wherever they stand; the title is published as it is."""
        found = [
            one.text[each.start : each.end] for one in self.parts for each in one.wrong
        ]
        title = self.minutes.title
        found += [
            title[one.start : one.end]
            for one in anonymising.forbidden(title, self.setting)
        ]
        return list(dict.fromkeys(found))

    @cached_property
    def undecided(self) -> list[str]:
        """Words that might name somebody unknown, until an editor decides."""
        texts = [self.minutes.title]
        texts += [text for one in self.parts for text in (one.title, one.text)]
        return list(
            dict.fromkeys(
                " ".join(words.split())
                for text in texts
                for words in anonymising.undecided(text, self.setting)
            )
        )

    @cached_property
    def changed(self) -> list[str]:
        """Lines that are left out until an editor says why the public may read them."""
        left = (each for one in self.parts for each in one.left)
        return list(dict.fromkeys(one.line for one in left if one.may_show))

    def _part(self, part: Part) -> PublicPart:
        read = by_hand.reading(
            part, self._as_of_now, self.setting.is_shown, self._names
        )
        pieces = anonymising.segments(read.text, self.setting)
        titles = anonymising.segments(part.title, self.setting)
        text = anonymising.public_text(pieces, self.marks)
        title = anonymising.public_text(titles, self.marks)
        wrong = anonymising.forbidden(text, self.setting)
        return PublicPart(part.key, title, text, tuple(pieces), tuple(wrong), read.left)

    def _names(self, line: str) -> bool:
        """Whether somebody is named, also somebody whose name may stay."""
        return anonymising.names_somebody(line, self.setting)

    def kept(self) -> list[dict[str, str]]:
        """As it is kept and served."""
        return [
            {"key": one.key, "title": one.title, "text": one.text} for one in self.parts
        ]


def is_published_otherwise(minutes) -> bool:
    """Whether an edited part was published with what would be left out or hidden today."""
    if minutes_state(minutes) != states.PUBLISHED:
        return False
    edited = {one.key for one in parts_of(minutes) if one.edited is not None}
    if not edited:
        return False
    today = {one.key: one.text for one in public_version(minutes).parts}
    return any(
        row["text"] != today.get(row["key"])
        for row in minutes.public_parts or ()
        if row["key"] in edited
    )


def reasons_against(minutes, transition: str) -> list[Refusal]:
    """Why a transition may not be made now, whoever asks; empty: it may."""
    sources, _target = states.TRANSITIONS[transition]
    if minutes_state(minutes) not in sources:
        return [Refusal("", _("This is not possible now."), "wrong_state")]
    meeting, ends = meeting_of(minutes), transition in states.ENDING
    codes = list(
        states.reasons(
            transition,
            meeting=state_of(meeting),
            verification=standing_of(minutes).state,
            parts=len(minutes.parts or ()) + bool(minutes.file),
            unpaired=any(anonymising.unpaired(one.text) for one in parts_of(minutes)),
            outdated=ends and is_outdated(minutes),
        )
    )
    found = [Refusal("", REASONS[code], code) for code in codes]
    if ends and state_of(meeting) == HELD:
        found += progress.refusals(meeting, CLOSE_MEETING)
        # Where closing needs a reason, it is closed on its own page first
        found += progress.asks(meeting, CLOSE_MEETING)
    if transition == states.PUBLISH:
        found += _forbidden(minutes)
    return found


def _forbidden(minutes) -> Iterator[Refusal]:
    version = public_version(minutes)
    for code, words in (
        (states.FORBIDDEN, version.wrong),
        (states.UNDECIDED, version.undecided),
    ):
        if words:
            yield Refusal("", REASONS[code], code, {"words": words[:20]})


def advance(minutes, transition: str, *, reason: str | None = None) -> None:
    """Submit, return, close, publish or withdraw; raises Unauthorized, Refusals."""
    if transition == states.FREEZE or not may_record(meeting_of(minutes)):
        raise Unauthorized(transition)
    refused = reasons_against(minutes, transition)
    if refused:
        raise Refusals(refused)
    meeting = meeting_of(minutes)
    if transition in states.ENDING and state_of(meeting) == HELD:
        # Nothing is recorded any more of what is being verified
        progress.perform(meeting, CLOSE_MEETING)
    write(
        minutes,
        Entry(transition, now().date(), text=(reason or "").strip() or None),
        transition,
    )


def offered(minutes) -> list[tuple[str, list[Refusal]]]:
    """What the present user may do next, with what forbids it now."""
    if not may_record(meeting_of(minutes)):
        return []
    state = minutes_state(minutes)
    return [
        (name, reasons_against(minutes, name))
        for name, (sources, _target) in states.TRANSITIONS.items()
        if state in sources and name != states.FREEZE
    ]
