"""Building minutes and changing their parts; judged before anything is written."""

from Acquisition import aq_parent
from collections.abc import Mapping
from datetime import date
from kpss.addon.approval.memo import once
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import CANCELLED
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.minutes.fields import check_text
from kpss.addon.minutes.gathering import gathered
from kpss.addon.minutes.minutes import keep_parts
from kpss.addon.minutes.minutes import parts_of
from kpss.addon.minutes.rules import building
from kpss.addon.minutes.rules.anonymising import normal
from kpss.addon.minutes.rules.drafting import drafts
from kpss.addon.minutes.rules.states import DRAFT
from kpss.addon.minutes.rules.states import FROZEN
from kpss.addon.minutes.wording import said
from kpss.addon.minutes.wording import worded
from kpss.addon.process.uids import uid_of
from plone import api
from plone.dexterity.utils import createContentInContainer
from zope.event import notify
from zope.i18nmessageid import Message
from zope.lifecycleevent import ObjectModifiedEvent


ID, TYPE = "minutes", "kpss.Minutes"
CLOSED_TEXT = _(
    "The minutes are verified, so nothing of them changes. Add an appendix instead."
)
#: Characters of a reason, and of the words that it is about: a line at most.
LONGEST_REASON, LONGEST_WORDS = 500, 5000


def minutes_of(meeting):
    """The minutes of a meeting; None: there are none yet."""
    found = meeting.get(ID)
    return found if found is not None and found.portal_type == TYPE else None


def minutes_state(minutes) -> str:
    return api.content.get_state(minutes, default=DRAFT)


def is_frozen(minutes) -> bool:
    return minutes_state(minutes) in FROZEN


def forget_copied(meeting, event) -> None:
    """Subscriber: a copy is a new meeting, so it has no minutes."""
    if minutes_of(meeting) is not None:
        meeting._delObject(ID)


def why_not_build(meeting) -> Message | None:
    """Why minutes cannot be built or rebuilt now; None: they can."""
    if state_of(meeting) in (PLANNED, CANCELLED):
        return _("Minutes are built of a meeting that has begun or was convened.")
    minutes = minutes_of(meeting)
    if minutes is not None and is_frozen(minutes):
        return CLOSED_TEXT
    return None


def fresh_of(meeting) -> list[building.Fresh]:
    """The parts as the records say now; worked out once a request."""
    key = "fresh minutes", uid_of(meeting), date.today()
    return once(key, lambda: worded(drafts(gathered(meeting))))


def is_outdated(minutes) -> bool:
    """Whether the records have changed since the minutes were built."""
    return building.is_outdated(parts_of(minutes), fresh_of(meeting_of(minutes)))


def build(meeting, *, overwrite: bool = False):
    """Build the minutes, or build them anew; raises Refusal.

    What was edited by hand stays, unless it is to be overwritten.
    """
    why = why_not_build(meeting)
    if why is not None:
        raise Refusal("", why, "not_now")
    fresh = fresh_of(meeting)
    minutes = minutes_of(meeting)
    if minutes is None:
        minutes = createContentInContainer(
            meeting,
            TYPE,
            checkConstraints=False,
            id=ID,
            title=said(_("Minutes: ${title}", mapping={"title": meeting.title})),
        )
    _keep(minutes, building.rebuilt(parts_of(minutes), fresh, overwrite=overwrite))
    return minutes


def edit_parts(
    minutes,
    texts: Mapping[str, str | None],
    *,
    seen: Mapping[str, str] | None = None,
) -> None:
    """Texts by key of their part; None restores what was generated.

    ``seen``: checksums of the texts that the person changes, by key. Raises Refusal at
    the key, Outdated when somebody else changed a part meanwhile.
    """
    refuse_frozen(minutes)
    known = {one.key: one for one in parts_of(minutes)}
    for key, text in texts.items():
        if key not in known:
            raise Refusal(
                "parts",
                _("The minutes have no part ${key}.", mapping={"key": key[:100]}),
                "unknown_part",
                {"key": key[:100]},
            )
        if (seen or {}).get(key, seen_text(known[key])) != seen_text(known[key]):
            raise Outdated(minutes)
        try:
            check_text(text)
        except Refused as refused:
            raise Refusal(
                "text", refused.message, "bad_text", {"key": key}
            ) from refused
    minutes.passages = dict(texts)
    notify(ObjectModifiedEvent(minutes))


def seen_text(part: building.Part) -> str:
    """Checksum of a part, for who changes it."""
    return building.checksum(part.text)


def drop_part(minutes, key: str) -> None:
    """Leave out an edited part whose item is no longer on the agenda."""
    refuse_frozen(minutes)
    parts = [one for one in parts_of(minutes) if not (one.key == key and one.gone)]
    _keep(minutes, parts)


def show_words(minutes, text: str, reason: str) -> None:
    """Say why words or a line that the public version hides may be read; raises Refusal.

    What rules forbid stays hidden all the same (``rules/anonymising.py``). Possible also
    in verified minutes: their text does not change.
    """
    words, why = " ".join(text.split()), " ".join(reason.split())
    if not words or len(words) > LONGEST_WORDS:
        raise Refusal("words", _("Say which words are to be shown."), "no_words")
    if not why or len(why) > LONGEST_REASON:
        raise Refusal(
            "reason", _("Say why these words may be read, in a sentence."), "no_reason"
        )
    rest = [row for row in minutes.shown or () if normal(row["text"]) != normal(words)]
    minutes.shown = [*rest, {"text": words, "reason": why}]
    reveal_words(minutes, words)


def hide_words(minutes, text: str) -> None:
    """Take back ``show_words``."""
    minutes.shown = [
        row for row in minutes.shown or () if normal(row["text"]) != normal(text)
    ]
    notify(ObjectModifiedEvent(minutes))


def conceal_words(minutes, text: str) -> None:
    """Hide words wherever the public version has them; raises Refusal."""
    words = " ".join(text.split())
    if not normal(words) or len(words) > LONGEST_REASON:
        raise Refusal("conceal", _("Say which words are to be hidden."), "no_words")
    reveal_words(minutes, words)
    minutes.concealed = [*minutes.concealed, {"text": words}]
    hide_words(minutes, words)


def reveal_words(minutes, text: str) -> None:
    """Take back ``conceal_words``."""
    minutes.concealed = [
        row for row in minutes.concealed or () if normal(row["text"]) != normal(text)
    ]
    notify(ObjectModifiedEvent(minutes))


def refuse_frozen(minutes) -> None:
    if is_frozen(minutes):
        raise Refusal("", CLOSED_TEXT, "frozen")


def meeting_of(minutes):
    return aq_parent(minutes)


def _keep(minutes, parts: list[building.Part]) -> None:
    keep_parts(minutes, parts)
    notify(ObjectModifiedEvent(minutes))
