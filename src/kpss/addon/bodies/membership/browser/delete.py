"""Deleting what belongs to the records is not offered; what to do instead is."""

from datetime import date
from kpss.addon.bodies.membership.subscribers import why_membership_stays
from kpss.addon.bodies.membership.subscribers import why_person_stays
from plone.app.content.browser.actions import DeleteConfirmationForm
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class KeptForm(DeleteConfirmationForm):
    """The stock confirmation, or the reason why not."""

    kept_template = ViewPageTemplateFile("kept.pt")

    def reason(self):
        """A sentence, or None when it may be deleted."""

    def render(self):
        return super().render() if self.reason() is None else self.kept_template()


class DeleteMembershipForm(KeptForm):
    def reason(self):
        return why_membership_stays(self.context, today=date.today())


class DeletePersonForm(KeptForm):
    def reason(self):
        return why_person_stays(self.context)
