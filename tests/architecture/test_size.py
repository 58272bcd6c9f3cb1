"""Files are short enough to read at once."""

from tests.architecture.sources import module
from tests.architecture.sources import ROOT
from tests.architecture.sources import texts
import re


TEXTS = texts("py")


def test_files_and_their_functions_are_short():
    long = [str(path) for path, text in TEXTS.items() if text.count("\n") > 350]
    long += [
        f"{path}: {name}"
        for path in TEXTS
        for name, lines in module(path).functions
        if lines > 50
    ]
    assert long == []


#: Where whatever happens is written down and others go on: one letter stops no other.
GOES_ON = {("notices/delivery.py", "except Exception")}


def test_nothing_is_unfinished_or_a_grab_bag():
    marks = (
        "TODO",
        "FIXME",
        "XXX:",
        "NotImplementedError",
        "except Exception",
        "except:",
    )
    wrong = [
        f"{path}: {mark}"
        for path, text in TEXTS.items()
        for mark in marks
        if mark in text and (str(path.relative_to(ROOT)), mark) not in GOES_ON
    ]
    wrong += [
        str(p) for p in TEXTS if p.stem in {"utils", "helpers", "common", "content"}
    ]
    assert wrong == []


def test_signs_are_written_as_they_are():
    """What Python says is escaped: a reader would read the entity."""
    wrong = [
        f"{path}: {found}"
        for path, text in TEXTS.items()
        for found in re.findall(
            r"&(?:middot|nbsp|[nm]dash|hellip|[lr]arr|times);", text
        )
    ]
    assert wrong == []
