"""A paper sent as a file: PDF, or DOCX from the office's own template."""

from AccessControl import Unauthorized
from datetime import date
from functools import cached_property
from kpss.addon.printing.browser.sending import set_file_headers
from kpss.addon.printing.office_paper import OfficePaper
from kpss.addon.printing.typst_pdf import pdf_of
from kpss.addon.printing.word.rendering import docx_of
from kpss.addon.printing.word_templates import own_template
from Products.Five.browser import BrowserView
from typing import ClassVar


class Download(BrowserView):
    """A file with the name of what it is and what it is about.

    ``answer`` of what inherits from it is ``pdf`` or ``docx``.
    """

    paper_class: ClassVar[type[OfficePaper]]

    def __call__(self):
        if not self.is_available:
            raise Unauthorized(self.__name__)
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.answer()

    @property
    def is_available(self) -> bool:
        """Whether there is such a paper for the reader."""
        return True

    @property
    def today(self) -> date:
        return date.today()

    @cached_property
    def paper(self) -> OfficePaper:
        return self.paper_class(self.context, self.today)

    @property
    def file_title(self) -> str:
        """The name of the file without its ending."""
        return f"{self.paper.say(self.paper.kind.title)} {self.context.title}"

    def send(self, ending: str, length: int) -> None:
        title = self.file_title
        set_file_headers(self.request.response, title, ending, length)

    def pdf(self) -> bytes:
        made = pdf_of(self.paper.paper())
        self.send(".pdf", len(made))
        return made

    def docx(self) -> bytes:
        kind = self.paper.kind
        template = own_template(self.paper.process, kind)
        made = docx_of(self.paper.paper(), kind, template)
        self.send(".docx", len(made))
        return made
