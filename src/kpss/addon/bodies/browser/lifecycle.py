"""Forms of the coordinator: close or merge a body, give it a new name."""

from datetime import date
from kpss.addon.bodies.body import CLOSING_REASONS
from kpss.addon.bodies.fields import BodyRef
from kpss.addon.bodies.lifecycle import close_body
from kpss.addon.bodies.lifecycle import ClosingRefused
from kpss.addon.bodies.lifecycle import rename_body
from kpss.addon.bodies.rules.lifetime import Closing
from kpss.addon.browser.dates import day
from kpss.addon.fields import Name
from kpss.addon.i18n import _
from plone import api
from plone.autoform.form import AutoExtensibleForm
from plone.supermodel import model
from z3c.form import button
from z3c.form import form
from z3c.form.interfaces import WidgetActionExecutionError
from zope import schema
from zope.interface import Invalid


class ICloseForm(model.Schema):
    """What closing a body asks for."""

    valid_to = schema.Date(
        title=_("Last day"),
        description=_("The body stays readable in the archive."),
        defaultFactory=date.today,
    )
    closed_by = Name(
        title=_("Closed by resolution number"),
        description=_("For example 518/20. Required for a permanent body."),
        required=False,
        maximum=50,
    )
    closed_by_date = schema.Date(title=_("Date of the resolution"), required=False)
    merged_into = BodyRef(
        title=_("Merged into"),
        description=_("Leave empty when the body simply ends."),
        required=False,
    )


class BodyForm(AutoExtensibleForm, form.Form):
    """A form about a body that goes back to its page."""

    ignoreContext = True
    enableCSRFProtection = True

    def updateActions(self):
        super().updateActions()
        for action in self.actions.values():
            action.addClass(
                "btn-secondary" if action.name.endswith("cancel") else "btn-primary"
            )

    def back(self) -> None:
        self.request.response.redirect(self.context.absolute_url())


class CloseForm(BodyForm):
    """Close or merge a body."""

    schema = ICloseForm
    description = _(
        "Nothing is deleted: a closed body stands in the archive with its documents."
    )

    @property
    def label(self):
        return _("Close or merge: ${body}", mapping={"body": self.context.title})

    @button.buttonAndHandler(_("Close the body"), name="close")
    def handle_close(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        closing = Closing(
            data["valid_to"],
            data["closed_by"],
            data["closed_by_date"],
            data["merged_into"],
        )
        try:
            close_body(self.context, closing, today=date.today())
        except ClosingRefused as refusal:
            field, code = refusal.reasons[0]
            raise WidgetActionExecutionError(
                field, Invalid(CLOSING_REASONS[code])
            ) from refusal
        api.portal.show_message(
            _(
                "${body} ends on ${day}.",
                mapping={"body": self.context.title, "day": day(data["valid_to"])},
            ),
            self.request,
        )
        self.back()

    @button.buttonAndHandler(_("Cancel"), name="cancel")
    def handle_cancel(self, action):
        self.back()


class IRenameForm(model.Schema):
    """What renaming a body asks for."""

    title = Name(title=_("New name"))
    from_day = schema.Date(
        title=_("From"),
        description=_(
            "The first day of the new name; the old one is kept as a former name."
        ),
        defaultFactory=date.today,
    )


class RenameForm(BodyForm):
    """Give a body a new name."""

    schema = IRenameForm
    description = _("To mend a typing error, use Edit: the old name is then not kept.")

    @property
    def label(self):
        return _("Rename: ${body}", mapping={"body": self.context.title})

    @button.buttonAndHandler(_("Rename the body"), name="rename")
    def handle_rename(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        rename_body(self.context, data["title"], from_day=data["from_day"])
        self.back()

    @button.buttonAndHandler(_("Cancel"), name="cancel")
    def handle_cancel(self, action):
        self.back()
