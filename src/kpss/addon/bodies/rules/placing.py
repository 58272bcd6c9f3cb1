"""Where all of the chart stands in a picture, in pixels from its top left corner.

A picture may be as wide as it needs, so every level gets the width of what is in it;
that no two boxes overlap follows from that.
"""

from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from kpss.addon.bodies.rules.arranging import Level
from kpss.addon.bodies.rules.arranging import Place
from kpss.addon.bodies.rules.chart import Box
from kpss.addon.bodies.rules.textfit import text_width
from kpss.addon.bodies.rules.textfit import wrap


BOX = 204  # width of a box
PAD = 10  # between the edge of a box and its text
GAP = 16  # between neighbours
RISE = 28  # from a box down to what hangs under it
INDENT = 22  # of a stack, room for its line
TITLE = 14  # size of the letters
SMALL = 12
LEADING = 1.35

#: The lines of text under the title of a box.
Words = Callable[[Box], Sequence[str]]


@dataclass(frozen=True)
class Drawn:
    """A box on the canvas; one without ``box`` is the common name of a level."""

    x: float
    y: float
    width: float
    height: float
    title: tuple[str, ...]
    small: tuple[str, ...] = ()
    box: Box | None = None

    @property
    def middle(self) -> float:
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass
class Canvas:
    """What has been placed so far; lines are pairs of points."""

    words: Words
    groups_label: str = ""
    boxes: list[Drawn] = field(default_factory=list)
    lines: list[tuple[float, float, float, float]] = field(default_factory=list)

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        if (x1, y1) != (x2, y2):
            self.lines.append((x1, y1, x2, y2))


def level_width(level: Level) -> float:
    """How wide the boxes of a level are together, with all that hangs under them."""
    widths = [place_width(place) for place in level.places]
    if level.columns is None:
        return sum(widths) + GAP * (len(widths) - 1)
    return level.columns * (INDENT + max(widths) + GAP) - GAP


def place_width(place: Place) -> float:
    return max(BOX, level_width(place.below)) if place.below else BOX


def put_level(
    canvas: Canvas, level: Level, x: float, y: float, above: Drawn | None
) -> float:
    """Place a level with its left edge at ``x``; return how far down it reaches."""
    if above and level.is_groups and canvas.groups_label:
        above = _put_label(canvas, level, x, y, above)
        y = above.bottom + RISE
    if level.columns is None:
        return _put_row(canvas, level, x, y, above)
    return _put_stack(canvas, level, x, y, above)


def _put_row(
    canvas: Canvas, level: Level, x: float, y: float, above: Drawn | None
) -> float:
    deepest, tops = y, []
    for place in level.places:
        box, bottom = _put(canvas, place, x, y)
        tops.append(box.middle)
        deepest = max(deepest, bottom)
        x += place_width(place) + GAP
    if above:
        bar = y - RISE / 2
        canvas.line(above.middle, above.bottom, above.middle, bar)
        canvas.line(min(above.middle, *tops), bar, max(above.middle, *tops), bar)
        for top in tops:
            canvas.line(top, bar, top, y)
    return deepest


def _put_stack(
    canvas: Canvas, level: Level, x: float, y: float, above: Drawn | None
) -> float:
    columns = level.columns or 1
    step = (level_width(level) + GAP) / columns
    trunks = [x + column * step + INDENT / 2 for column in range(columns)]
    ends: dict[float, float] = {}
    bar = y - RISE / 2
    for first in range(0, len(level.places), columns):
        deepest = y
        for trunk, place in zip(
            trunks, level.places[first : first + columns], strict=False
        ):
            box, bottom = _put(canvas, place, trunk + INDENT / 2, y, left=True)
            deepest = max(deepest, bottom)
            ends[trunk] = box.y + TITLE * 1.5
            if above:
                canvas.line(trunk, ends[trunk], box.x, ends[trunk])
        y = deepest + GAP
    if above:
        # One column hangs by the left edge of the box above, more by its middle
        joint = trunks[0] if columns == 1 else above.middle
        canvas.line(joint, above.bottom, joint, bar)
        canvas.line(min(joint, *trunks), bar, max(joint, *trunks), bar)
        for trunk, end in ends.items():
            canvas.line(trunk, bar, trunk, end)
    return y - GAP


def _put(
    canvas: Canvas, place: Place, x: float, y: float, left: bool = False
) -> tuple[Drawn, float]:
    """Place a box and all under it; return the box and how far down it all reaches."""
    hangs = place.below is not None and place.below.columns == 1
    inset = 0 if left or hangs else (place_width(place) - BOX) / 2
    box = _box(place.box, x + inset, y, canvas.words(place.box))
    canvas.boxes.append(box)
    if place.below is None:
        return box, box.bottom
    under = x + (
        0 if left or hangs else (place_width(place) - level_width(place.below)) / 2
    )
    return box, put_level(canvas, place.below, under, box.bottom + RISE, box)


def _box(box: Box, x: float, y: float, words: Sequence[str]) -> Drawn:
    room = BOX - 2 * PAD
    title = tuple(wrap(box.title, room, TITLE, bold=True))
    small = tuple(line for text in words for line in wrap(text, room, SMALL))
    height = 2 * PAD + LEADING * (TITLE * len(title) + SMALL * len(small))
    return Drawn(x, y, BOX, height, title, small, box)


def _put_label(canvas: Canvas, level: Level, x: float, y: float, above: Drawn) -> Drawn:
    """The common name of working groups, between the box above and the groups."""
    text, room = canvas.groups_label, level_width(level)
    width = min(room, max(BOX, text_width(text, SMALL, bold=True) + 2 * PAD))
    lines = tuple(wrap(text, width - 2 * PAD, SMALL, bold=True))
    centred = x + (room - width) / 2
    label = Drawn(
        x if level.columns == 1 else centred,
        y,
        width,
        PAD + LEADING * SMALL * len(lines),
        lines,
    )
    canvas.boxes.append(label)
    canvas.line(above.middle, above.bottom, above.middle, label.y)
    return label
