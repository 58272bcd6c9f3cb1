"""Founding a working group: it hangs under the managing body and prepares."""

from kpss.addon.bodies.registry import body_facts
from kpss.addon.interfaces import IKpssLayer
from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.browser.add import DefaultAddView
from plone.z3cform.fieldsets.group import Group
from z3c.form.interfaces import IValue
from z3c.form.interfaces import NO_VALUE
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


class IFoundingForm(Interface):
    """The add form of a working group or a part of it: only here values are suggested."""


@implementer(IFoundingForm)
class FoundingGroup(Group):
    """A part of the form."""


@implementer(IFoundingForm)
class FoundingForm(DefaultAddForm):
    portal_type = "kpss.WorkingGroup"
    group_class = FoundingGroup


class FoundingView(DefaultAddView):
    form = FoundingForm


@implementer(IValue)
@adapter(Interface, IKpssLayer, IFoundingForm, Interface, Interface)
class SuggestedForGroup:
    """What most new working groups have; stored only when the form is saved."""

    def __init__(self, context, request, form, field, widget):
        self.context = context
        self.field = field

    def get(self):
        if self.field.__name__ == "acts":
            return ["prepares"]
        if self.field.__name__ == "parent":
            return self.managing_body() or NO_VALUE
        return NO_VALUE if self.field.default is None else self.field.default

    def managing_body(self) -> str | None:
        """The supreme managing body that the reader sees, if the process has one."""
        facts = body_facts(self.context, unrestricted=False)
        return next((fact["id"] for fact in facts if fact["supreme"]), None)
