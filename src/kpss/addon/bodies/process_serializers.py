"""Settings and chains of the process over REST without bodies hidden from the reader.

Whoever may change them gets everything, as the form needs it.
"""

from collections.abc import Iterable
from kpss.addon.approval.chains.chain import IApprovalChain
from kpss.addon.approval.chains.fields import Steps
from kpss.addon.bodies.registry import hidden_functions
from kpss.addon.bodies.registry import may_see_body
from kpss.addon.bodies.registry import seen_functions
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.process.fields import ReferringRows
from kpss.addon.process.fields import TemplatePart
from kpss.addon.process.process import IProcess
from plone import api
from plone.restapi.serializer.dxfields import CollectionFieldSerializer
from plone.restapi.serializer.dxfields import DefaultFieldSerializer
from zope.component import adapter


#: Keys of a step of a stage or a chain that hold the id of a body.
OF_BODY = ("body", "gate", "by", "creates")
#: The same for a function.
OF_FUNCTION = ("recorded_by",)


def sees_all(content) -> bool:
    return api.user.has_permission("Modify portal content", obj=content)


@adapter(ReferringRows, IProcess, IKpssLayer)
class RowsSerializer(CollectionFieldSerializer):
    """Of the functions only those that sit in no hidden body."""

    def get_value(self, default=None):
        value = super().get_value(default)
        if not value or self.field.__name__ != "functions" or sees_all(self.context):
            return value
        return seen_functions(self.context)


@adapter(TemplatePart, IProcess, IKpssLayer)
class StagesSerializer(DefaultFieldSerializer):
    """A step of a stage does not say which hidden body it names."""

    def get_value(self, default=None):
        value = super().get_value(default)
        if not value or sees_all(self.context):
            return value
        return [
            {**stage, "steps": seen_steps(self.context, stage.get("steps", ()))}
            for stage in value
        ]


@adapter(Steps, IApprovalChain, IKpssLayer)
class StepsSerializer(DefaultFieldSerializer):
    """A step of a chain does not say which hidden body or function it names."""

    def get_value(self, default=None):
        value = super().get_value(default)
        if not value or sees_all(self.context):
            return value
        return seen_steps(self.context, value)


def seen_steps(context, steps: Iterable[dict]) -> list[dict]:
    """The steps without ids of bodies and functions that the reader may not see."""
    hidden = hidden_functions(context)
    return [
        {
            key: value
            for key, value in step.items()
            if not (key in OF_BODY and not may_see_body(context, value))
            and not (key in OF_FUNCTION and value in hidden)
        }
        for step in steps
    ]
