"""``{document}/@@kpss-submission`` and the files that it offers (BER-17)."""

from AccessControl import Unauthorized
from datetime import date
from functools import cached_property
from kpss.addon.browser.dates import day
from kpss.addon.browser.titled import ITitledView
from kpss.addon.documents.fields import documents_of
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.printing.browser.sending import set_file_headers
from kpss.addon.printing.rules.missing import lacks
from kpss.addon.printing.submission.gathering import Submission
from kpss.addon.printing.submission.package import Package
from kpss.addon.printing.submission.texts import LABELS
from kpss.addon.printing.submission.texts import sentence
from kpss.addon.printing.word.kinds import SUBMISSION
from kpss.addon.printing.word_templates import own_template
from kpss.addon.printing.zip_file import zip_of
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


class OfSubmission(BrowserView):
    """Who may see the document and takes part in its way; of an annex its main one."""

    def __call__(self):
        if not api.user.has_permission("View", obj=self.context):
            raise Unauthorized("View")
        main = documents_of(self.context).get(self.context.annex_of or "")
        if main is not None:
            # An annex has no package; this one asks for the same permissions
            return self.request.response.redirect(
                f"{main.absolute_url()}/{self.__name__}"
            )
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.answer()

    def answer(self):
        return self.index()

    @cached_property
    def submission(self) -> Submission:
        return Submission(self.context, date.today())

    @cached_property
    def package(self) -> Package:
        template = own_template(self.submission.case.process, SUBMISSION)
        return Package(self.submission, template)

    def send(self, ending: str, length: int) -> None:
        """Headers of a file with the name of the document."""
        title = f"{self.submission.say(SUBMISSION.title)} {self.context.title}"
        set_file_headers(self.request.response, title, ending, length)


class SubmissionPdf(OfSubmission):
    """``submission.pdf``: cover, reports, history and wording as a tagged PDF."""

    def answer(self) -> bytes:
        made = self.package.pdf()
        self.send(".pdf", len(made))
        return made


class SubmissionDocx(OfSubmission):
    """``submission.docx``: the same from the office's own template."""

    def answer(self) -> bytes:
        made = self.package.docx()
        self.send(".docx", len(made))
        return made


class SubmissionZip(OfSubmission):
    """``submission.zip``: both with the files of the document and of its annexes."""

    def answer(self):
        made = zip_of(self.package.entries)
        self.send(".zip", len(made))
        return made


@implementer(ITitledView)
class SubmissionPage(OfSubmission):
    """What the package will contain, what is missing, and the three files."""

    day = staticmethod(day)

    @property
    def title(self) -> str:
        return translate(SUBMISSION.title)

    @property
    def facts(self) -> list[tuple[str, str]]:
        return [(one.label, one.value) for one in self.package.paper.facts]

    @property
    def sections(self) -> list[Message]:
        return [LABELS[one.name] for one in self.package.paper.sections]

    @property
    def files(self) -> list[str]:
        return self.package.names

    @property
    def missing(self) -> list[Message]:
        return [sentence(one) for one in lacks(self.submission.contents, date.today())]

    @property
    def downloads(self) -> list[tuple[str, Message]]:
        url = self.context.absolute_url()
        return [
            (f"{url}/submission.pdf", _("Download as PDF")),
            (f"{url}/submission.docx", _("Download as DOCX")),
            (f"{url}/submission.zip", _("Download all files as ZIP")),
        ]

    @property
    def edit_url(self) -> str | None:
        if not api.user.has_permission("Modify portal content", obj=self.context):
            return None
        return f"{self.context.absolute_url()}/edit"

    @property
    def templates_url(self) -> str | None:
        process = self.submission.case.process
        if not api.user.has_permission("kpss.addon: Manage Process", obj=process):
            return None
        return f"{process.absolute_url()}/@@kpss-templates"
