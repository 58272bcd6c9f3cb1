"""What documents say of a body follows when the body's id changes."""

from kpss.addon.documents.fields import documents_of
from kpss.addon.process.moving import is_renamed


#: Fields of a document with the id of a body.
FIELDS = ("author_body", "submitted_to")


def follow_body(body, event) -> None:
    """A body is renamed inside its section."""
    if not is_renamed(body, event):
        return
    for document in documents_of(body).values():
        named = [
            name for name in FIELDS if getattr(document, name, None) == event.oldName
        ]
        for name in named:
            setattr(document, name, event.newName)
        if named:
            document.reindexObject(idxs=["kpss_author_body"])
