"""Names of the files of a meeting in a package: a folder for each item, in order."""

from collections.abc import Iterable
from itertools import groupby
from kpss.addon.printing.rules.names import numbered
from kpss.addon.printing.rules.names import safe


#: Number and title of the item that a file belongs to; None: to the whole meeting.
Item = tuple[str, str] | None


def paths(files: Iterable[tuple[Item, str, str]]) -> list[str]:
    """Paths such as ``03.1 Návrh plánu/01 Příloha.pdf``, in the given order.

    Given are item, title and ending of each file; files of one item follow each other.
    Folders sort as the agenda does, none is used twice; files of the whole meeting stand
    before them.
    """
    found: list[str] = []
    taken: set[str] = set()
    for item, group in groupby(files, key=lambda one: one[0]):
        names = numbered((title, ending) for _item, title, ending in group)
        folder = "" if item is None else _free(folder_name(*item), taken)
        found += [f"{folder}/{name}" if folder else name for name in names]
    return found


def folder_name(number: str, title: str) -> str:
    """The number filled up to two digits in each part, then the title."""
    if not number:
        return safe(title)
    parts = [f"{int(one):02}" if one.isdigit() else one for one in number.split(".")]
    return f"{'.'.join(parts)} {safe(title)}"


def _free(name: str, taken: set[str]) -> str:
    """The name, with a number where another folder has it; case makes no difference."""
    found, number = name, 1
    while found.casefold() in taken:
        number += 1
        found = f"{name} ({number})"
    taken.add(found.casefold())
    return found
