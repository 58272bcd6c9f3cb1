"""How wide a text is, roughly, and where to break it: a picture has no browser to ask.

Widths are those of Helvetica and Arial in thousandths of the size of the letters,
written down generously; a letter with a diacritic is as wide as without.
"""

import re
import unicodedata


NARROW = 278  # i, l and most punctuation
USUAL = 556  # small letters and digits
CAPITAL = 722
WIDE = 889  # m, M, W, …
#: For letters without a base in the Latin alphabet, for example Chinese.
FULL = 1000
BOLD = 1.08
#: Reserve for the fonts that stand in for Arial on other machines.
RESERVE = 1.08

_CLASSES = {
    NARROW: "ijlItf .,:;!'|()[]/\\-·\u00a0‐",
    400: 'rJ"*°',
    500: "szckvxy",
    USUAL: "abdeghnopqu0123456789$?#_+<>=~–„“”«»L",
    667: "ABEFKPSTVXYZ&",
    CAPITAL: "CDGHNOQRUw",
    WIDE: "mMW%",
    FULL: "—…@",
}
_WIDTHS = {letter: width for width, letters in _CLASSES.items() for letter in letters}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line in the unit of ``size``, rather more than less."""
    thousandths = sum(_letter(letter) for letter in text)
    return thousandths / 1000 * size * RESERVE * (BOLD if bold else 1)


def wrap(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Lines no wider than ``width``; a word that is wider by itself is broken.

    Words are parted by white space; a no-break space does not part them.
    """
    lines: list[str] = []
    line = ""
    for word in _words(text):
        longer = f"{line} {word}" if line else word
        if text_width(longer, size, bold=bold) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, width, size, bold)
        lines.extend(whole)
    return [*lines, line] if line else lines


def _words(text: str) -> list[str]:
    # str.split() would part words at no-break spaces too
    return [word for word in re.split("[ \t\n\r\x0b\x0c\u2028\u2029]+", text) if word]


def _pieces(word: str, width: float, size: float, bold: bool) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, size, bold=bold) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _letter(letter: str) -> int:
    known = _WIDTHS.get(letter)
    if known is not None:
        return known
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _WIDTHS:
        return _WIDTHS[base]
    return 0 if unicodedata.combining(letter) else FULL
