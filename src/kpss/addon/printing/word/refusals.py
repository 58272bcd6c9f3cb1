"""Why a Word template is refused, as sentences that say what to do."""

from kpss.addon.i18n import _
from zope.i18nmessageid import Message


class TemplateRefused(Exception):
    """A template cannot be used. ``code`` is a key of ``SENTENCES``."""

    def __init__(self, code: str, **params: str):
        super().__init__(code, params)
        self.code = code
        self.params = params

    @property
    def sentence(self) -> Message:
        message = SENTENCES[self.code]
        return Message(message, mapping=self.params) if self.params else message


SENTENCES = {
    "too_large": _("The template is larger than 5 MB. Make its pictures smaller."),
    "too_large_unpacked": _(
        "Unpacked, the template is too large. Start from the default template."
    ),
    "old_word": _(
        "This is a file of an old Word, or one protected by a password. Save it as DOCX "
        "without a password."
    ),
    "not_docx": _(
        "The file cannot be opened as a DOCX: it is damaged or of another kind. Save it "
        "in Word as “Word Document (DOCX)”."
    ),
    "dotx": _("This is a DOTX or DOTM. Save it in Word as “Word Document (DOCX)”."),
    "macros": _(
        "The template has macros. Save it in Word as “Word Document (DOCX)”, without "
        "macros."
    ),
    "embedded": _(
        "Another file or a control is embedded in the template. Delete it, or replace it "
        "by a picture."
    ),
    "external": _(
        "The template takes something from outside: ${address}. Put it into the template "
        "itself; only hyperlinks may lead outside."
    ),
    "fetching_field": _(
        "The template has the field ${field}, which would take something from outside. "
        "Delete it."
    ),
    "comments": _("The template has comments. Delete them; they name their authors."),
    "tracked_changes": _(
        "The template has tracked changes, which name their authors. Accept or reject "
        "them all."
    ),
    "broken_placeholder": _(
        "A placeholder in the template cannot be read: ${problem}. Write it as {{ title }}."
    ),
    "unknown_placeholder": _(
        "The template names ${name}, which is not known here. The list of names stands "
        "on the page of templates."
    ),
    "not_allowed": _(
        "The template computes something (${what}). It may only name values, go through "
        "facts and sections, and ask whether a value is there."
    ),
    "not_alone": _(
        "The placeholder ${name} needs a paragraph of its own: it is replaced by whole "
        "paragraphs."
    ),
    "not_in_header": _(
        "The placeholder ${name} cannot stand in a header, a footer or a footnote."
    ),
    "nothing_placed": _(
        "There is no placeholder in the template, so nothing of the document would be in "
        "it. Start from the default template."
    ),
    "not_rendered": _(
        "A document could not be made from the template: its placeholders or conditions "
        "are not closed, or stand where they cannot. Start from the default template."
    ),
}
