"""``kpss.word_templates``: the office's own Word templates, kept at its process.

The file is checked by the field, so a wrong one comes in by no way: form, REST, import.
"""

from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.printing.word.checking import check_template
from kpss.addon.printing.word.kinds import Kind
from kpss.addon.printing.word.kinds import KINDS
from kpss.addon.printing.word.opening import MAX_BYTES
from kpss.addon.printing.word.refusals import TemplateRefused
from plone.autoform import directives
from plone.autoform.interfaces import IFormFieldProvider
from plone.namedfile.field import NamedBlobFile
from plone.supermodel import model
from zope.interface import provider


MANAGE = "kpss.addon.ManageProcess"
FIELDS = tuple(f"{kind}_template" for kind in KINDS)


class WordTemplate(NamedBlobFile):
    """A template of one kind of papers; what cannot be used is refused."""

    def __init__(self, kind: str = "", **kw):
        self.kind = kind
        super().__init__(**kw)

    def _validate(self, value):
        super()._validate(value)
        if value is None:
            return
        try:
            if value.getSize() > MAX_BYTES:
                raise TemplateRefused("too_large")
            check_template(value.data, KINDS[self.kind])
        except TemplateRefused as refused:
            raise Refused(refused.sentence) from refused


@provider(IFormFieldProvider)
class IWordTemplates(model.Schema):
    """A field for each kind of papers; set on a page of its own (``kpss-templates``)."""

    directives.omitted(*FIELDS)
    directives.read_permission(**dict.fromkeys(FIELDS, MANAGE))
    directives.write_permission(**dict.fromkeys(FIELDS, MANAGE))
    submission_template = WordTemplate(
        title=_("Word template of submissions"), kind="submission", required=False
    )
    invitation_template = WordTemplate(
        title=_("Word template of invitations"), kind="invitation", required=False
    )
    agenda_template = WordTemplate(
        title=_("Word template of agendas"), kind="agenda", required=False
    )
    attendance_template = WordTemplate(
        title=_("Word template of attendance lists"), kind="attendance", required=False
    )
    extract_template = WordTemplate(
        title=_("Word template of extracts"), kind="extract", required=False
    )
    minutes_template = WordTemplate(
        title=_("Word template of minutes"), kind="minutes", required=False
    )


def field_name(kind: Kind) -> str:
    return f"{kind.id}_template"


def own_template(process, kind: Kind) -> bytes | None:
    """The office's own template; None: the default one is used."""
    value = getattr(process, field_name(kind), None)
    return value.data if value is not None else None
