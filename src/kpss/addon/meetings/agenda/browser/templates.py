"""Templates of agendas: kept and used on the page of an agenda, removed on one of the
body's (``{body}/@@kpss-agenda-templates``)."""

from AccessControl import Unauthorized
from kpss.addon.approval.browser.acting_form import RefusableForm
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.meetings.agenda.templates import drop_templates
from kpss.addon.meetings.agenda.templates import keep_template
from kpss.addon.meetings.agenda.templates import templates_of
from kpss.addon.meetings.agenda.templates import use_template
from kpss.addon.meetings.planning.allowed import may_plan
from kpss.addon.meetings.who import body_of
from kpss.addon.process.forms.form import Field
from kpss.addon.process.forms.form import Fieldset
from zope.i18nmessageid import Message


class TemplatesOfAgenda:
    """What the form of an agenda does with templates."""

    @property
    def templates(self) -> list[str]:
        return list(templates_of(body_of(self.context)))

    @property
    def may_keep(self) -> bool:
        return may_plan(body_of(self.context))

    @property
    def templates_url(self) -> str:
        return f"{body_of(self.context).absolute_url()}/@@kpss-agenda-templates"

    def use_template(self) -> Message:
        number = use_template(self.context, self.sent.text("template"))
        return _of_items(number)

    def keep_template(self) -> Message:
        if not self.may_keep:
            raise Unauthorized()
        name = self.sent.text("template_name")
        keep_template(self.context, name)
        return _("Kept as a template: ${name}.", mapping={"name": name})


class Templates(RefusableForm):
    """For who plans meetings of the body."""

    heading = _("Templates of agendas")
    button = _("Remove the chosen ones")

    def __call__(self):
        if not may_plan(self.context):
            raise Unauthorized()
        return super().__call__()

    @property
    def lead(self) -> str:
        return self.context.title

    @property
    def refused(self) -> Message | None:
        if templates_of(self.context):
            return None
        return _(
            "There is no template yet: keep an agenda as one on the page on which it is "
            "edited."
        )

    @property
    def back_url(self) -> str:
        return f"{self.context.absolute_url()}/@@kpss-meetings"

    @property
    def fieldsets(self) -> list[Fieldset]:
        options = tuple(
            (name, _told(name, rows))
            for name, rows in templates_of(self.context).items()
        )
        field = Field("remove", _("Remove"), kind="checks", options=options)
        return [Fieldset("kpss-templates", _("Kept templates"), (field,))]

    def act(self) -> Message | None:
        chosen = set(self.sent.several("remove"))
        if not chosen & set(templates_of(self.context)):
            self.errors["remove"] = _("Choose at least one.")
            return None
        drop_templates(self.context, chosen)
        return _("The templates were removed.")


def _told(name: str, rows: list) -> Message:
    titles = ", ".join(row["title"] for row in rows)
    return _("${name}: ${items}", mapping={"name": name, "items": titles})


def _of_items(number: int) -> Message:
    return plural(
        number,
        _("from_template_one", default="${number} item came from the template."),
        _("from_template_few", default="${number} items came from the template."),
        _("from_template_many", default="${number} items came from the template."),
    )
