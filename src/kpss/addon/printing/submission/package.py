"""The files of a submission package, in order and with their names."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from kpss.addon.i18n import _
from kpss.addon.printing.paper import Blocks
from kpss.addon.printing.paper import Paper
from kpss.addon.printing.paper import Section
from kpss.addon.printing.publicity import publicity_of
from kpss.addon.printing.rules.names import extension
from kpss.addon.printing.rules.names import numbered
from kpss.addon.printing.submission.gathering import AnnexPart
from kpss.addon.printing.submission.gathering import Submission
from kpss.addon.printing.typst_pdf import pdf_of
from kpss.addon.printing.word.kinds import SUBMISSION
from kpss.addon.printing.word.rendering import docx_of
from kpss.addon.printing.zip_file import Entry
from typing import IO
import io
import mimetypes


@dataclass(frozen=True)
class Part:
    """A file of the package. ``annex``: index of the annex that it belongs to."""

    title: str
    ending: str
    open: Callable[[], IO[bytes]]
    annex: int | None = None


class Package:
    """``template``: the office's own Word template, None for the default one."""

    def __init__(self, submission: Submission, template: bytes | None = None):
        self.submission = submission
        self.template = template

    @cached_property
    def parts(self) -> list[Part]:
        document, say = self.submission.document, self.submission.say
        kind = say(SUBMISSION.title)
        found = [
            Part(kind, ".pdf", lambda: io.BytesIO(self.pdf())),
            Part(kind, ".docx", lambda: io.BytesIO(self.docx())),
        ]
        if document.file is not None:
            found.append(file_part(document.title, document.file))
        for index, annex in enumerate(self.submission.annexes):
            title = say(
                _(
                    "Annex ${number} – ${title}",
                    mapping={"number": annex.number, "title": annex.title},
                )
            )
            if annex.wording.blocks:
                found.append(Part(title, ".pdf", self._annex(annex), index))
            if annex.file is not None:
                found.append(file_part(title, annex.file, index))
        return found

    def _annex(self, annex: AnnexPart) -> Callable[[], IO[bytes]]:
        return lambda: io.BytesIO(pdf_of(self.annex_paper(annex)))

    @cached_property
    def names(self) -> list[str]:
        return numbered((one.title, one.ending) for one in self.parts)

    @property
    def entries(self) -> list[Entry]:
        day = self.submission.today
        return [
            Entry(name, part.open, day)
            for name, part in zip(self.names, self.parts, strict=True)
        ]

    @cached_property
    def paper(self) -> Paper:
        files: list[list[str]] = [[] for _annex in self.submission.annexes]
        for name, part in zip(self.names, self.parts, strict=True):
            if part.annex is not None:
                files[part.annex].append(name)
        return self.submission.paper(["\n".join(one) for one in files])

    def pdf(self) -> bytes:
        return pdf_of(self.paper)

    def docx(self) -> bytes:
        return docx_of(self.paper, SUBMISSION, self.template)

    def annex_paper(self, annex: AnnexPart) -> Paper:
        """An annex that has a text, as a paper of its own."""
        submission = self.submission
        process = submission.case.process
        kind = _("Annex no. ${number}", mapping={"number": annex.number})
        blocks: Blocks = annex.wording.blocks
        return Paper(
            language=submission.language,
            municipality=process.municipality,
            process=process.title,
            kind=submission.say(kind),
            title=annex.title,
            day=submission.today,
            sections=(Section("text", annex.title, blocks),),
            publicity=publicity_of(submission.document),
            cover=False,
        )


def file_part(title: str, file, annex: int | None = None) -> Part:
    """An uploaded file; its own name may tell who wrote it, so it has the title."""
    ending = extension(file.filename) or (
        mimetypes.guess_extension(file.contentType or "") or ""
    )
    return Part(title, ending, opener(file), annex)


def opener(file) -> Callable[[], IO[bytes]]:
    if hasattr(file, "open"):
        return file.open
    return lambda: io.BytesIO(file.data)
