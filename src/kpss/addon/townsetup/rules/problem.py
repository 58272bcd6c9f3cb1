"""One thing that is wrong with a template: a code, its parameters, and the place."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from typing import Any


#: Keys and positions from the root: ``("bodies", 3, "kind")``; () is the whole text.
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Problem:
    """``line`` counts from 1; None where the place is not in the text."""

    code: str
    path: Path = ()
    params: Mapping[str, Any] = field(default_factory=dict)
    line: int | None = None

    @property
    def key(self) -> str:
        """The key path as people read it: ``bodies[3].kind``."""
        return key_path(self.path)


def key_path(path: Iterable[str | int]) -> str:
    """Write a path as text; positions count from 0 as in programs and in REST."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return text
