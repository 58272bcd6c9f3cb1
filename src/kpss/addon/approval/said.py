"""What somebody says was decided, before it is judged."""

from dataclasses import dataclass
from datetime import date
from kpss.addon.approval.interfaces import ResolutionView


@dataclass(frozen=True)
class NewResolution:
    """A resolution to be made in place; ``number`` None: the next one of the body.

    ``verb`` None: that of the outcome. ``per_rollam``: decided outside a meeting.
    """

    number: str | None = None
    verb: str | None = None
    title: str | None = None
    text: str | None = None
    per_rollam: bool = False


@dataclass(frozen=True)
class Said:
    """What somebody says was decided at a step.

    ``resolution``: an existing one, one known by number and date only, or one to be
    made. ``delegation``: UID. ``effect_on`` None: as the document says, else the day of
    approval. A return says where to: a step, or ``to_draft``.
    """

    step: int
    outcome: str
    on: date
    body: str | None = None
    resolution: ResolutionView | NewResolution | None = None
    delegation: str | None = None
    comment: str | None = None
    return_to: int | None = None
    to_draft: bool = False
    until: date | None = None
    effect_on: date | None = None
    meeting: str | None = None
    wording: bool = False
