"""``{meeting}/invitation.pdf`` and its neighbours, ``{resolution}/extract.pdf``.

Each reader gets what that reader may see: everybody may have the invitation to a public
meeting, only those inside find people in it.
"""

from collections.abc import Iterable
from kpss.addon.meetings.papers.agenda import AgendaPaper
from kpss.addon.meetings.papers.agenda import InvitationPaper
from kpss.addon.meetings.papers.attendance import AttendancePaper
from kpss.addon.meetings.papers.extract import EXTRACTED
from kpss.addon.meetings.papers.extract import ExtractPaper
from kpss.addon.meetings.papers.package import Package
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.rules.progress import PLANNED
from kpss.addon.meetings.who import sees_inside
from kpss.addon.printing.browser.download import Download
from kpss.addon.printing.zip_file import zip_of
from plone import api


def is_told(meeting) -> bool:
    """Whether others than those inside may have papers: when it was convened."""
    return state_of(meeting) != PLANNED or sees_inside(meeting)


class OfMeeting(Download):
    """Papers of a meeting that others were told of."""

    @property
    def is_available(self) -> bool:
        return is_told(self.context)


class InvitationPdf(OfMeeting):
    """``invitation.pdf``"""

    paper_class = InvitationPaper
    answer = Download.pdf


class InvitationDocx(InvitationPdf):
    """``invitation.docx``: from the office's own template."""

    answer = Download.docx


class AgendaPdf(OfMeeting):
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


class PapersZip(OfMeeting):
    """``papers.zip``: sent piece by piece."""

    paper_class = InvitationPaper

    def answer(self) -> Iterable[bytes]:
        made = zip_of(Package(self.paper).entries())
        self.send(".zip", len(made))
        return made
