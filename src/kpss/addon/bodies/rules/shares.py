"""Shares such as "more than half" or "at least two thirds", in whole numbers only.

Written ``>1/2`` (more than) or ``>=2/3`` (at least): numerator at most the denominator.
"""

from dataclasses import dataclass
from math import gcd
import re


_SHARE = re.compile(r"(>=?)([0-9]{1,3})/([0-9]{1,3})\Z")


class BadShare(ValueError):
    """A text is not a share; the text is the only argument."""


@dataclass(frozen=True)
class Share:
    """``strict``: more than numerator/denominator; otherwise at least so much."""

    numerator: int
    denominator: int
    strict: bool

    @property
    def text(self) -> str:
        """The share as it is written in rules."""
        return f"{'>' if self.strict else '>='}{self.numerator}/{self.denominator}"

    @property
    def reduced(self) -> "Share":
        """The same share in lowest terms: >2/4 is >1/2."""
        common = gcd(self.numerator, self.denominator)
        return Share(self.numerator // common, self.denominator // common, self.strict)

    @property
    def is_all(self) -> bool:
        """Whether nobody may be missing."""
        return self.numerator == self.denominator


def parse(text: str) -> Share:
    """Read a share; raise BadShare when it is none or can never be reached (>1/1)."""
    match = _SHARE.match(text) if isinstance(text, str) else None
    if match is None:
        raise BadShare(text)
    numerator, denominator = int(match[2]), int(match[3])
    strict = match[1] == ">"
    if not 1 <= numerator <= denominator or (strict and numerator == denominator):
        raise BadShare(text)
    return Share(numerator, denominator, strict)


def needed(share: Share | str, whole: int) -> int:
    """The smallest whole number that satisfies the share of ``whole``.

    Of nobody (``whole`` 0) it is 1, so that nothing satisfies it. Raises BadShare,
    and ValueError for a negative ``whole``.
    """
    if whole < 0:
        raise ValueError(whole)
    share = parse(share) if isinstance(share, str) else share
    product = share.numerator * whole
    if share.strict:
        return product // share.denominator + 1
    return max(1, -(-product // share.denominator))


def satisfied(share: Share | str, part: int, whole: int) -> bool:
    """Whether ``part`` of ``whole`` satisfies the share; never when ``whole`` is 0."""
    return part >= needed(share, whole) and whole > 0
