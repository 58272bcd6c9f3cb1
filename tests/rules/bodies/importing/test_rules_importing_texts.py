"""Every reason has a sentence, and every sentence gets what it names."""

from kpss.addon.bodies.importing.texts import SENTENCES
from pathlib import Path
import kpss.addon.bodies.importing
import pytest
import re


SOURCES = "".join(
    path.read_text("utf-8")
    for path in sorted(Path(kpss.addon.bodies.importing.__path__[0]).rglob("*.py"))
    if not path.name.startswith("texts")
)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_sentence_is_used(code):
    kind = code.removeprefix("unknown_")
    assert f'"{code}"' in SOURCES or ("unknown_" in code and f'"{kind}"' in SOURCES)


def test_every_reason_has_a_sentence():
    called = (
        r'(?:unreadable|CellRefused|Problem)\(\s*"(\w+)"|refuse\(\s*[\w"]+,\s*"(\w+)"'
    )
    codes = {one or other for one, other in re.findall(called, SOURCES)} - {"refused"}
    assert codes - set(SENTENCES) == set() and len(codes) > 25
