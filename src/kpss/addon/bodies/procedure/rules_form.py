"""Forms of ``kpss.Rules``: a new one begins with what suits the kind of the body."""

from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.procedure.fields import Several
from kpss.addon.bodies.procedure.sources import values_of
from kpss.addon.bodies.rules.presets import MUNICIPALITIES
from kpss.addon.bodies.rules.presets import preset
from kpss.addon.bodies.rules.presets import Suggested
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.process.sections import process_of
from plone.dexterity.browser.add import DefaultAddForm
from plone.dexterity.browser.add import DefaultAddView
from plone.dexterity.browser.edit import DefaultEditForm
from plone.dexterity.interfaces import IDexterityEditForm
from plone.z3cform import layout
from plone.z3cform.fieldsets.group import Group
from typing import Any
from z3c.form.converter import CollectionSequenceDataConverter
from z3c.form.interfaces import ISequenceWidget
from z3c.form.interfaces import IValue
from z3c.form.interfaces import NO_VALUE
from zope.component import adapter
from zope.interface import classImplements
from zope.interface import implementer
from zope.interface import Interface


class IRulesAddForm(Interface):
    """The add form or a part of it: only here are values suggested."""


@adapter(Several, ISequenceWidget)
class SeveralConverter(CollectionSequenceDataConverter):
    """Nothing ticked means that the rule is not set."""

    def toFieldValue(self, value):
        return super().toFieldValue(value) or None


class SaysUnset:
    """Selects say what an empty answer means."""

    def updateWidgets(self, *args, **kw):
        super().updateWidgets(*args, **kw)
        for widget in self.widgets.values():
            if hasattr(widget, "noValueMessage"):
                widget.noValueMessage = _("not set in the rules")


class RulesGroup(SaysUnset, Group):
    """A part of the edit form."""


@implementer(IRulesAddForm)
class RulesAddGroup(SaysUnset, Group):
    """A part of the add form."""


class RulesEditForm(SaysUnset, DefaultEditForm):
    group_class = RulesGroup


RulesEditView = layout.wrap_form(RulesEditForm)
classImplements(RulesEditView, IDexterityEditForm)


@implementer(IRulesAddForm)
class RulesAddForm(SaysUnset, DefaultAddForm):
    portal_type = "kpss.Rules"
    group_class = RulesAddGroup

    def create(self, data):
        """Suggested values that nobody changed keep their source."""
        rules = super().create(data)
        values = values_of(rules)
        rules.sources = {
            name: suggested.source
            for name, suggested in suggestions(self.context).items()
            if values[name] == suggested.value
        }
        return rules


class RulesAddView(DefaultAddView):
    form = RulesAddForm


def suggestions(body) -> dict[str, Suggested]:
    """What the form suggests for a body: by its kind and the act of the process."""
    process = process_of(body)
    return preset(body.kind, getattr(process, "act", None) or MUNICIPALITIES)


@implementer(IValue)
@adapter(IBody, IKpssLayer, IRulesAddForm, Interface, Interface)
class SuggestedValue:
    """The first value of a field in the add form."""

    def __init__(self, body, request, form, field, widget):
        self.body = body
        self.field = field

    def get(self) -> Any:
        if self.field.__name__ == "title":
            return translate(_("rules_title", default="Rules of procedure"))
        suggested = suggestions(self.body).get(self.field.__name__)
        if suggested is not None:
            return suggested.value
        return NO_VALUE if self.field.default is None else self.field.default
