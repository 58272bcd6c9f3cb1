"""The templates that come with the package."""

from dataclasses import dataclass
from importlib.resources import files
from kpss.addon.codelists.collation import sort_key
from kpss.addon.townsetup.reading import read
from kpss.addon.townsetup.reading import Reading
from typing import Any
import functools


#: The template for a town that nobody has described yet.
BLANK = "blank"
#: Lists whose lengths tell what a template brings.
COUNTED = (
    "bodies",
    "functions",
    "organisations",
    "parties",
    "pages",
    "stages",
    "chains",
)


@dataclass(frozen=True)
class Shipped:
    """A template of the package; ``id`` is the name of its file."""

    id: str
    reading: Reading

    @property
    def data(self) -> dict[str, Any]:
        return self.reading.data or {}

    @property
    def municipality(self) -> str:
        return self.data["municipality"]["title"]

    @property
    def title(self) -> str:
        return self.data.get("title") or self.municipality

    @property
    def counts(self) -> dict[str, int]:
        """How many bodies, functions … it has; territory units as ``units``."""
        units = self.data.get("territory", {}).get("units", ())
        return {
            **{name: len(self.data.get(name, ())) for name in COUNTED},
            "units": len(units),
        }


@functools.cache
def shipped_templates() -> tuple[Shipped, ...]:
    """All of them, in the order of their titles, the blank one last."""
    folder = files("kpss.addon.townsetup") / "templates"
    texts = [file for file in folder.iterdir() if file.name.endswith(".yaml")]
    found = [
        Shipped(file.name.removesuffix(".yaml"), read(file.read_bytes()))
        for file in texts
    ]
    return tuple(sorted(found, key=lambda one: (one.id == BLANK, sort_key(one.title))))


def shipped_template(template_id: str) -> Shipped | None:
    """The template with this id, or None."""
    return next((one for one in shipped_templates() if one.id == template_id), None)
