"""``{process}/@@kpss-templates``: the office's own Word templates."""

from functools import cached_property
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.printing.browser.sending import DOCX
from kpss.addon.printing.word.kinds import Kind
from kpss.addon.printing.word.kinds import KINDS
from kpss.addon.printing.word.kinds import PICTURE
from kpss.addon.printing.word.opening import MAX_BYTES
from kpss.addon.printing.word.refusals import TemplateRefused
from kpss.addon.printing.word.rendering import default_template
from kpss.addon.printing.word_templates import field_name
from kpss.addon.printing.word_templates import IWordTemplates
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from kpss.addon.process.forms.form import RecordingForm
from plone.namedfile.file import NamedBlobFile
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import NotFound
from zope.event import notify
from zope.i18nmessageid import Message
from zope.lifecycleevent import ObjectModifiedEvent


NAME = "podklad.docx"


class WordTemplates(RecordingForm):
    """One field of the form for each kind of papers; checked before anything is kept."""

    template = ViewPageTemplateFile("templates.pt")
    heading = _("Word templates of the office")
    lead = _(
        "Documents are made from the default template, or from your own: download one, "
        "change it in Word and upload it here. It is checked at once."
    )

    @cached_property
    def kinds(self) -> list[Kind]:
        return list(KINDS.values())

    @property
    def fieldsets(self) -> list[Fieldset]:
        return [
            Fieldset(
                f"kpss-{kind.id}",
                kind.title,
                (
                    Field(
                        field_name(kind),
                        _("New template (DOCX)"),
                        kind="file",
                        help=_("Left empty, what is used now stays."),
                    ),
                    *self._back_to_default(kind),
                ),
            )
            for kind in self.kinds
        ]

    def _back_to_default(self, kind: Kind) -> list[Field]:
        if self.own(kind) is None:
            return []
        label = _("Use the default template again")
        return [Field(f"{kind.id}_default", label, kind="checkbox")]

    def own(self, kind: Kind) -> NamedBlobFile | None:
        return getattr(self.context, field_name(kind), None)

    def handle(self) -> str | None:
        wanted = {}
        for kind in self.kinds:
            name = field_name(kind)
            upload = self.sent.file(name)
            if upload is not None:
                self._judge(name, upload, wanted)
            elif self.sent.flag(f"{kind.id}_default"):
                wanted[name] = None
        if self.errors:
            return None
        for name, value in wanted.items():
            setattr(self.context, name, value)
        if wanted:
            notify(ObjectModifiedEvent(self.context))
            self.say(_("The template is kept and will be used from now on."))
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    def _judge(self, name: str, upload, wanted: dict) -> None:
        field = IWordTemplates[name].bind(self.context)
        try:
            upload.seek(0, 2)
            if upload.tell() > MAX_BYTES:
                # It is not even read
                raise Refused(TemplateRefused("too_large").sentence)
            upload.seek(0)
            value = NamedBlobFile(upload.read(), contentType=DOCX, filename=NAME)
            field.validate(value)
        except Refused as refused:
            self.errors[name] = refused.message
        else:
            wanted[name] = value

    # For the page

    def is_own(self, kind: Kind) -> bool:
        return self.own(kind) is not None

    def downloads(self, kind: Kind) -> list[tuple[str, Message]]:
        url = self.context.absolute_url()
        found = []
        if self.is_own(kind):
            address = f"{url}/@@download/{field_name(kind)}/{NAME}"
            found.append((address, _("Download your template")))
        address = f"{url}/@@kpss-default-template?kind={kind.id}"
        found.append((address, _("Download the default template")))
        return found

    def names(self, kind: Kind) -> list[tuple[str, str]]:
        """What a template may name, with what comes there."""
        rows = [
            *((f"{{{{ {name} }}}}", translate(title)) for name, title in kind.texts),
            (f"{{{{ {PICTURE} }}}}", translate(_("Logos of the funders"))),
            *((f"{{{{ {name} }}}}", translate(title)) for name, title in kind.sections),
            (
                "{%p for fact in facts %} {{ fact.label }} {{ fact.value }} {%p endfor %}",
                translate(_("Everything under the title, line by line")),
            ),
            (
                "{%p for section in sections %} {{ section.heading }} "
                "{{ section.content }} {%p endfor %}",
                translate(_("All sections that the document has")),
            ),
            (
                f"{{%p if {kind.sections[-1][0]} %}} … {{%p endif %}}",
                translate(_("Only where it is filled in")),
            ),
        ]
        return rows


class DefaultTemplate(BrowserView):
    """``@@kpss-default-template?kind=submission``: to begin one's own with."""

    def __call__(self) -> bytes:
        kind = KINDS.get(str(self.request.form.get("kind", "submission")))
        if kind is None:
            raise NotFound("kpss-default-template")
        made = default_template()
        response = self.request.response
        response.setHeader("Content-Type", DOCX)
        response.setHeader("Content-Length", str(len(made)))
        response.setHeader("Content-Disposition", f'attachment; filename="{NAME}"')
        return made
