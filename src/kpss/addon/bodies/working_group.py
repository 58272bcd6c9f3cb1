"""``kpss.WorkingGroup``: a body that prepares, for a target group or a kind of services."""

from kpss.addon.bodies.body import Body
from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.body import MANAGE_PROCESS
from kpss.addon.i18n import _
from plone.autoform import directives
from plone.supermodel import model
from z3c.form.browser.checkbox import CheckBoxFieldWidget
from zope import schema
from zope.interface import implementer


class IWorkingGroup(IBody):
    """A working group (BER-04, ZAT-56, NAM-34, PRA-02)."""

    directives.omitted("kind")
    directives.write_permission(
        kind=MANAGE_PROCESS,
        target_groups=MANAGE_PROCESS,
        service_areas=MANAGE_PROCESS,
    )
    kind = schema.Choice(
        title=_("Kind"), values=("working_group",), default="working_group"
    )

    model.fieldset(
        "place",
        label=_("Place in the process"),
        fields=["target_groups", "service_areas"],
    )
    directives.widget("target_groups", CheckBoxFieldWidget)
    target_groups = schema.List(
        title=_("Target groups"),
        value_type=schema.Choice(vocabulary="kpss.addon.target_groups"),
        required=False,
    )
    directives.widget("service_areas", CheckBoxFieldWidget)
    service_areas = schema.List(
        title=_("Areas of services"),
        value_type=schema.Choice(vocabulary="kpss.addon.service_areas"),
        required=False,
    )


@implementer(IWorkingGroup)
class WorkingGroup(Body):
    """A working group."""
