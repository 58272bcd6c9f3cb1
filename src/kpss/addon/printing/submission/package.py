"""The files of a submission package, in order and with their names."""

from functools import cached_property
from kpss.addon.printing.paper import Paper
from kpss.addon.printing.parts import paper_part
from kpss.addon.printing.parts import Part
from kpss.addon.printing.rules.names import numbered
from kpss.addon.printing.submission.files import annex_parts
from kpss.addon.printing.submission.files import document_parts
from kpss.addon.printing.submission.gathering import Submission
from kpss.addon.printing.typst_pdf import pdf_of
from kpss.addon.printing.word.kinds import SUBMISSION
from kpss.addon.printing.word.rendering import docx_of
from kpss.addon.printing.zip_file import Entry
import io


class Package:
    """``template``: the office's own Word template, None for the default one."""

    def __init__(self, submission: Submission, template: bytes | None = None):
        self.submission = submission
        self.template = template

    @cached_property
    def parts(self) -> list[Part]:
        submission = self.submission
        kind = submission.say(SUBMISSION.title)
        found = [
            paper_part(kind, lambda: self.paper),
            Part(kind, ".docx", lambda: io.BytesIO(self.docx())),
        ]
        if submission.document.file is not None:
            found += document_parts(submission)
        return [*found, *annex_parts(submission)]

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
            if part.of is not None:
                files[part.of].append(name)
        self.submission.annex_files = ["\n".join(one) for one in files]
        return self.submission.paper()

    def pdf(self) -> bytes:
        return pdf_of(self.paper)

    def docx(self) -> bytes:
        return docx_of(self.paper, SUBMISSION, self.template)
