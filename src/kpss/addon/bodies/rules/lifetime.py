"""From founding to the archive: when a body exists and how it may be closed."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Closing:
    """What somebody wants: the last day, and the resolution if there is one."""

    last_day: date
    resolution: str | None = None
    resolution_date: date | None = None
    merged_into: str | None = None


def exists_on(day: date, valid_from: date | None, valid_to: date | None) -> bool:
    """Whether a body exists on a day; both ends belong to its life, None is open."""
    return (valid_from is None or valid_from <= day) and (
        valid_to is None or day <= valid_to
    )


def refuse_closing(
    closing: Closing, *, body: str, permanent: bool, valid_from: date | None
) -> list[tuple[str, str]]:
    """Why a body may not be closed so: pairs of field and reason code, empty when it may.

    ``needs_resolution``: a permanent body is closed only by a resolution (PRA-02).
    ``before_start``: the last day is before the first. ``into_itself``: merged into itself.
    ``needs_resolution_date``: a resolution without its date.
    """
    reasons = []
    if permanent and not closing.resolution:
        reasons.append(("closed_by", "needs_resolution"))
    if closing.resolution and closing.resolution_date is None:
        reasons.append(("closed_by_date", "needs_resolution_date"))
    if valid_from is not None and closing.last_day < valid_from:
        reasons.append(("valid_to", "before_start"))
    if closing.merged_into == body:
        reasons.append(("merged_into", "into_itself"))
    return reasons
