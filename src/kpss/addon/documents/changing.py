"""A change of a text about which a body has decided is said: in the history, for all.

The same for the form and for REST; a change that is refused is not half-saved.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from kpss.addon.approval.same_text import same
from kpss.addon.approval.talking import text_changed
from kpss.addon.documents.fields import main_of
from kpss.addon.documents.locking import needs_note
from kpss.addon.documents.locking import text_of
from kpss.addon.i18n import _


#: The field of stock versioning where the note is written.
FIELD = "changeNote"
MISSING = _(
    "A body has decided about this text already: say what you have changed and why, "
    "those who decide next read it."
)


class NoteMissing(Exception):
    """The text was changed and nobody has said what and why."""


@contextmanager
def told(document, note: str | None) -> Iterator[None]:
    """What is changed in the block is told; raises NoteMissing where there is no note."""
    if not needs_note(document):
        yield
        return
    before = text_of(document)
    yield
    if same(before, text_of(document)):
        return
    if not (note or "").strip():
        raise NoteMissing(document)
    text_changed(main_of(document), note.strip())
