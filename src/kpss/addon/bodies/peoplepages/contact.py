"""``{process}/@@kpss-my-contact``: a linked person corrects the contact in the office."""

from kpss.addon.bodies.people.fields import Email
from kpss.addon.bodies.people.fields import Phone
from kpss.addon.bodies.peoplepages.own import change_contact
from kpss.addon.bodies.peoplepages.own import own_person
from kpss.addon.i18n import _
from plone import api
from plone.autoform.form import AutoExtensibleForm
from plone.supermodel import model
from z3c.form import button
from z3c.form import form
from zExceptions import Forbidden


class IContact(model.Schema):
    """The contact in the office."""

    office_email = Email(title=_("E-mail in the office"), required=False)
    office_phone = Phone(title=_("Telephone in the office"), required=False)


class ContactForm(AutoExtensibleForm, form.Form):
    """For the person that the account is linked with, nobody else."""

    schema = IContact
    label = _("Contact in the office")
    description = _(
        "Members of your bodies see it; it is published for officials, and with your "
        "consent."
    )
    enableCSRFProtection = True

    def update(self):
        self.person = own_person(self.context)
        if self.person is None:
            raise Forbidden("kpss-my-contact")
        super().update()

    def getContent(self) -> dict:
        return {name: getattr(self.person, name) for name in IContact}

    def updateActions(self):
        super().updateActions()
        for action in self.actions.values():
            action.addClass(
                "btn-secondary" if action.name.endswith("cancel") else "btn-primary"
            )

    @button.buttonAndHandler(_("Save"), name="save")
    def handle_save(self, action):
        data, errors = self.extractData()
        if errors:
            self.status = self.formErrorsMessage
            return
        change_contact(self.person, data["office_email"], data["office_phone"])
        api.portal.show_message(_("Your contact was saved."), self.request)
        self.back()

    @button.buttonAndHandler(_("Cancel"), name="cancel")
    def handle_cancel(self, action):
        self.back()

    def back(self) -> None:
        self.request.response.redirect(f"{self.context.absolute_url()}/@@kpss-me")
