"""The template that a form brings: chosen, uploaded or typed."""

from dataclasses import dataclass
from hashlib import sha256
from kpss.addon.townsetup.reading import MAX_BYTES
from kpss.addon.townsetup.reading import read
from kpss.addon.townsetup.reading import Reading
from kpss.addon.townsetup.rules.problem import Problem
from kpss.addon.townsetup.shipped import shipped_template
from typing import Any


#: The choice of an own template instead of one of the package.
OWN = "own"


@dataclass(frozen=True)
class Source:
    """``choice`` is the id of a shipped template or ``own``; ``text`` is kept in the form."""

    choice: str
    reading: Reading
    text: str = ""

    @property
    def digest(self) -> str:
        """Says whether a template is still the one that was shown.

        Browsers send the lines of a text area with other ends than a file has.
        """
        lines = "\n".join(self.reading.text.strip().splitlines())
        return sha256(f"{self.choice}\n{lines}".encode()).hexdigest()


def source_of(form: dict[str, Any]) -> Source:
    """What was sent; a file wins over a text, both over a choice left untouched."""
    file, text = form.get("file"), form_text(form, "text")
    if getattr(file, "filename", ""):
        reading = read_upload(file)
        return Source(OWN, reading, reading.text)
    choice = form_text(form, "template")
    shipped = shipped_template(choice)
    if shipped is not None:
        return Source(choice, shipped.reading, text)
    if choice != OWN and not text.strip():
        return Source("", Reading(problems=(Problem("nothing_chosen"),)))
    return Source(OWN, read(text), text)


def read_upload(file) -> Reading:
    """Read an uploaded file; one that is too large is not even loaded."""
    size = file.seek(0, 2)
    size = file.tell() if size is None else size
    if size > MAX_BYTES:
        params = {"size": size, "maximum": MAX_BYTES}
        return Reading(problems=(Problem("too_large", params=params),))
    file.seek(0)
    return read(file.read())


def form_text(form: dict[str, Any], name: str) -> str:
    """A text of the form; empty when something else was sent under its name."""
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def form_texts(form: dict[str, Any], name: str) -> frozenset[str]:
    """Several texts under one name."""
    value = form.get(name, ())
    values = [value] if isinstance(value, str) else value
    return frozenset(v for v in values if isinstance(v, str))
