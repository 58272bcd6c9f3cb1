"""Files that are packed together: uploaded ones, and papers that are made."""

from collections.abc import Callable
from dataclasses import dataclass
from kpss.addon.printing.paper import Paper
from kpss.addon.printing.rules.names import extension
from kpss.addon.printing.typst_pdf import pdf_of
from typing import Any
from typing import IO
import io
import mimetypes


@dataclass(frozen=True)
class Part:
    """A file: its title with an ending. ``of``: what it belongs to; None: to all."""

    title: str
    ending: str
    open: Callable[[], IO[bytes]]
    of: Any = None


def file_part(title: str, file, of: Any = None) -> Part:
    """An uploaded file; its own name may tell who wrote it, so it has the title."""
    ending = extension(file.filename) or (
        mimetypes.guess_extension(file.contentType or "") or ""
    )
    return Part(title, ending, _opener(file), of)


def paper_part(title: str, make: Callable[[], Paper], of: Any = None) -> Part:
    """A paper as a PDF, made when its turn comes."""
    return Part(title, ".pdf", lambda: io.BytesIO(pdf_of(make())), of)


def _opener(file) -> Callable[[], IO[bytes]]:
    if hasattr(file, "open"):
        return file.open
    return lambda: io.BytesIO(file.data)
