"""The files of a document and of its annexes, those that the reader may see."""

from collections.abc import Iterator
from dataclasses import replace
from kpss.addon.approval.vocabularies import kind_title
from kpss.addon.i18n import _
from kpss.addon.printing.paper import Paper
from kpss.addon.printing.paper import Section
from kpss.addon.printing.parts import file_part
from kpss.addon.printing.parts import paper_part
from kpss.addon.printing.parts import Part
from kpss.addon.printing.rich_text import Read
from kpss.addon.printing.submission.gathering import AnnexPart
from kpss.addon.printing.submission.gathering import Submission
from zope.i18nmessageid import Message


def document_parts(submission: Submission) -> Iterator[Part]:
    """The document itself: its file; where it has none, its wording."""
    document, wording = submission.document, submission.texts.get("text")
    if document.file is not None:
        yield file_part(document.title, document.file)
    elif wording is not None:
        kind = kind_title(document, document.document_kind)
        yield paper_part(
            document.title,
            lambda: wording_paper(submission, kind, document.title, wording),
        )


def annex_parts(submission: Submission) -> Iterator[Part]:
    """Of each annex its wording and its file; ``of``: its index."""
    for index, annex in enumerate(submission.annexes):
        for part in _annex(submission, annex):
            yield replace(part, of=index)


def _annex(submission: Submission, annex: AnnexPart) -> Iterator[Part]:
    mapping = {"number": annex.number, "title": annex.title}
    title = submission.say(_("Annex ${number} – ${title}", mapping=mapping))
    if annex.wording.blocks:
        kind = _("Annex no. ${number}", mapping={"number": annex.number})
        yield paper_part(
            title, lambda: wording_paper(submission, kind, annex.title, annex.wording)
        )
    if annex.file is not None:
        yield file_part(title, annex.file)


def wording_paper(
    submission: Submission, kind: Message | str, title: str, wording: Read
) -> Paper:
    """A text of the document or of an annex as a paper of its own."""
    return replace(
        submission.cover_of(kind, title),
        sections=(Section("text", title, wording.blocks),),
        cover=False,
    )
