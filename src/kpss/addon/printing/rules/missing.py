"""What a submission package lacks; it is made all the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Annex:
    number: int
    title: str
    has_content: bool


@dataclass(frozen=True)
class Contents:
    """What there is. ``unseen``: annexes that the reader may not see.

    ``stands_at``: id of the body that decides now or next, None where there is none.
    ``left_out``: descriptions of pictures that are not printed.
    """

    explanatory_report: bool = False
    draft_resolution: bool = False
    financial_impact: bool = False
    wording: bool = False
    submitted_by: bool = False
    submitted_to: str | None = None
    stands_at: str | None = None
    meeting_on: date | None = None
    annexes: tuple[Annex, ...] = ()
    unseen: int = 0
    left_out: tuple[str, ...] = ()
    logo_not_printed: bool = False


@dataclass(frozen=True)
class Lack:
    """``code`` of a sentence, with what it speaks of."""

    code: str
    title: str = ""
    number: int = 0


def lacks(contents: Contents, today: date) -> list[Lack]:
    """What is missing, in the order of the package; empty: it is complete."""
    return list(_lacks(contents, today))


def _lacks(contents: Contents, today: date) -> Iterator[Lack]:
    if contents.submitted_to is None:
        yield Lack("no_addressee")
    elif contents.stands_at and contents.submitted_to != contents.stands_at:
        yield Lack("other_addressee")
    if contents.meeting_on is None:
        yield Lack("no_meeting_day")
    elif contents.meeting_on < today:
        yield Lack("meeting_day_passed")
    if not contents.submitted_by:
        yield Lack("no_submitter")
    for name in ("explanatory_report", "draft_resolution", "financial_impact"):
        if not getattr(contents, name):
            yield Lack(f"no_{name}")
    if not contents.wording:
        yield Lack("no_wording")
    for annex in contents.annexes:
        if not annex.has_content:
            yield Lack("empty_annex", annex.title, annex.number)
    if contents.unseen:
        yield Lack("unseen_annexes", number=contents.unseen)
    if contents.left_out:
        named = ", ".join(one for one in contents.left_out if one)
        yield Lack("pictures_left_out", named, len(contents.left_out))
    if contents.logo_not_printed:
        yield Lack("logo_not_printed")
