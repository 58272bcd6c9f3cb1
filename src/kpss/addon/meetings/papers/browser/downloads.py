"""``{meeting}/invitation.pdf`` and its neighbours, ``{resolution}/extract.pdf``.

Each reader gets what that reader may see: everybody may have the invitation to a public
meeting, only those inside find people in it.
"""

from AccessControl import Unauthorized
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from kpss.addon.meetings.papers.agenda import AgendaPaper
from kpss.addon.meetings.papers.agenda import InvitationPaper
from kpss.addon.meetings.papers.attendance import AttendancePaper
from kpss.addon.meetings.papers.extract import EXTRACTED
from kpss.addon.meetings.papers.extract import ExtractPaper
from kpss.addon.meetings.papers.meeting_paper import OfficePaper
from kpss.addon.meetings.papers.package import Package
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.times import now
from kpss.addon.meetings.who import sees_inside
from kpss.addon.printing.browser.submission import DOCX
from kpss.addon.printing.rules.names import safe
from kpss.addon.printing.typst_pdf import pdf_of
from kpss.addon.printing.word.rendering import docx_of
from kpss.addon.printing.word_templates import own_template
from kpss.addon.printing.zip_file import zip_of
from plone import api
from Products.Five.browser import BrowserView
from typing import ClassVar
from urllib.parse import quote


def is_told(meeting) -> bool:
    """Whether others than those inside may have papers: when it was convened."""
    return state_of(meeting) != PLANNED or sees_inside(meeting)


class Download(BrowserView):
    """A file with the name of what it is and what it is about."""

    paper_class: ClassVar[type[OfficePaper]]

    def __call__(self):
        if not self.is_available:
            raise Unauthorized(self.__name__)
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.answer()

    @property
    def is_available(self) -> bool:
        return is_told(self.context)

    @property
    def today(self) -> date:
        return now().date()

    @cached_property
    def paper(self) -> OfficePaper:
        return self.paper_class(self.context, self.today)

    def send(self, ending: str, content_type: str, length: int) -> None:
        title = f"{self.paper.say(self.paper.kind.title)} {self.context.title}"
        name = quote(safe(title) + ending)
        response = self.request.response
        response.setHeader("Content-Type", content_type)
        response.setHeader("Content-Length", str(length))
        response.setHeader(
            "Content-Disposition", f"attachment; filename*=UTF-8''{name}"
        )
        response.setHeader("X-Content-Type-Options", "nosniff")

    def pdf(self) -> bytes:
        made = pdf_of(self.paper.paper())
        self.send(".pdf", "application/pdf", len(made))
        return made

    def docx(self) -> bytes:
        kind = self.paper.kind
        template = own_template(self.paper.process, kind)
        made = docx_of(self.paper.paper(), kind, template)
        self.send(".docx", DOCX, len(made))
        return made


class InvitationPdf(Download):
    """``invitation.pdf``"""

    paper_class = InvitationPaper
    answer = Download.pdf


class InvitationDocx(InvitationPdf):
    """``invitation.docx``: from the office's own template."""

    answer = Download.docx


class AgendaPdf(Download):
    """``agenda.pdf``"""

    paper_class = AgendaPaper
    answer = Download.pdf


class AgendaDocx(AgendaPdf):
    """``agenda.docx``"""

    answer = Download.docx


class AttendancePdf(Download):
    """``attendance.pdf``: with names, so for those inside only."""

    paper_class = AttendancePaper
    answer = Download.pdf

    @property
    def is_available(self) -> bool:
        return sees_inside(self.context) and self.context.start is not None


class AttendanceDocx(AttendancePdf):
    """``attendance.docx``"""

    answer = Download.docx


class ExtractPdf(Download):
    """``extract.pdf`` of a resolution that was adopted."""

    paper_class = ExtractPaper
    answer = Download.pdf

    @property
    def is_available(self) -> bool:
        return api.content.get_state(self.context) in EXTRACTED


class ExtractDocx(ExtractPdf):
    """``extract.docx``"""

    answer = Download.docx


class PapersZip(Download):
    """``papers.zip``: sent piece by piece."""

    paper_class = InvitationPaper

    def answer(self) -> Iterable[bytes]:
        made = zip_of(Package(self.paper).entries())
        self.send(".zip", "application/zip", len(made))
        return made
