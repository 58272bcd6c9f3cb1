"""The parts of minutes as kept: a rebuild keeps what was edited by hand (BER-30).

The checksum is of what people read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace
from hashlib import sha256
from kpss.addon.minutes.rules.gathered import PUBLIC
from kpss.addon.minutes.rules.inside import inside_lines
from kpss.addon.minutes.rules.inside import joined


@dataclass(frozen=True)
class Fresh:
    """A part as just generated, in words."""

    key: str
    kind: str
    title: str
    text: str
    public: str | None = None
    publicity: str = PUBLIC

    @property
    def source(self) -> str:
        """Checksum of what it was generated from, as it reads."""
        return checksum(self.title, self.text)


@dataclass(frozen=True)
class Part:
    """A part of the minutes as kept.

    ``edited``: the text written by hand, None: the generated one stands. ``seen``:
    checksum of the generated part when it was edited. ``gone``: its item is no longer
    on the agenda; only edited ones are kept then. ``inside``: lines that the public did
    not read in any generated text since the part is edited; None: nobody knows.
    """

    key: str
    kind: str
    title: str
    generated: str
    source: str
    public: str | None = None
    publicity: str = PUBLIC
    edited: str | None = None
    seen: str | None = None
    gone: bool = False
    inside: str | None = None

    @property
    def is_public(self) -> bool:
        """Whether the public reads it at all."""
        return self.publicity == PUBLIC and not self.gone

    @property
    def text(self) -> str:
        return self.generated if self.edited is None else self.edited

    @property
    def changed_since(self) -> bool:
        """Whether the records changed after somebody edited the part."""
        return self.edited is not None and self.seen != self.source


def checksum(*texts: str) -> str:
    """SHA-256 of texts, in hexadecimal."""
    return sha256("\0".join(texts).encode()).hexdigest()


def rebuilt(
    old: Iterable[Part], fresh: Iterable[Fresh], *, overwrite: bool = False
) -> list[Part]:
    """The parts after the records changed: what was edited by hand is kept.

    Edited parts whose item is gone stay at the end. ``overwrite``: the generated text
    stands everywhere, nothing of before is kept.
    """
    known = {} if overwrite else {one.key: one for one in old}
    parts = [_renewed(known.pop(one.key, None), one) for one in fresh]
    parts += [
        replace(one, gone=True) for one in known.values() if one.edited is not None
    ]
    return parts


def is_outdated(parts: Iterable[Part], fresh: Iterable[Fresh]) -> bool:
    """Whether the records say something else than when the parts were built.

    Asked of what the public may read too; what was written by hand is no difference.
    """
    kept = [_made_of(one) for one in parts if not one.gone]
    return kept != [_made_of(one) for one in fresh]


def as_of_now(part: Part, now: Fresh | None) -> Part:
    """The part with what the public may read of it today.

    What was to be hidden stays hidden; where the records say the same as then, what the
    public reads instead is that of today: a text for the public came later.
    """
    if now is None:
        return part
    return replace(
        part,
        public=now.public if now.source == part.source else part.public,
        publicity=now.publicity if part.publicity == PUBLIC else part.publicity,
        inside=None if part.inside is None else joined(part.inside, _inside(now)),
    )


def _made_of(one: Part | Fresh) -> tuple[str | None, ...]:
    return one.key, one.source, one.public, one.publicity


def edited(part: Part, text: str) -> Part:
    """The part with a text by hand; the generated text typed again is no edit."""
    if _lines_of(text) == _lines_of(part.generated):
        return restored(part)
    before = "" if part.edited is None else part.inside
    return replace(part, edited=text, seen=part.source, inside=_added(before, part))


def restored(part: Part) -> Part:
    """The part with its generated text."""
    return replace(part, edited=None, seen=None, inside=None)


def whole(parts: Iterable[Part]) -> str:
    """Checksum of the minutes as they read, in their order."""
    return checksum(*(text for one in parts for text in (one.key, one.title, one.text)))


def _renewed(part: Part | None, fresh: Fresh) -> Part:
    new = Part(
        *(fresh.key, fresh.kind, fresh.title, fresh.text, fresh.source),
        public=fresh.public,
        publicity=fresh.publicity,
    )
    if part is None or part.edited is None:
        return new
    inside = _added(part.inside, part)
    return replace(new, edited=part.edited, seen=part.seen, inside=inside)


def _added(inside: str | None, part: Part) -> str | None:
    """With what the generated text has for those inside; None stays unknown."""
    return None if inside is None else joined(inside, _inside(part))


def _inside(one: Part | Fresh) -> str:
    """Lines of the generated text that the public does not read."""
    text = one.generated if isinstance(one, Part) else one.text
    public = one.public if one.publicity == PUBLIC else ""
    return "\n".join(inside_lines(text, public))


def _lines_of(text: str) -> list[str]:
    """A text box sends other ends of lines than it was given."""
    return [line.rstrip() for line in text.strip().splitlines()]
