"""Settings of the process over REST without bodies that are hidden from the reader.

Whoever may change the process gets everything, as the form needs it.
"""

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


def sees_all(process) -> bool:
    return api.user.has_permission("Modify portal content", obj=process)


@adapter(ReferringRows, IProcess, IKpssLayer)
class RowsSerializer(CollectionFieldSerializer):
    """Of the functions only those that sit in no hidden body."""

    def get_value(self, default=None):
        value = super().get_value(default)
        if not value or self.field.__name__ != "functions" or sees_all(self.context):
            return value
        return seen_functions(self.context)


@adapter(TemplatePart, IProcess, IKpssLayer)
class StepsSerializer(DefaultFieldSerializer):
    """Stages and chains; a step does not say which hidden body or function it names."""

    def get_value(self, default=None):
        value = super().get_value(default)
        if not value or sees_all(self.context):
            return value
        hidden = hidden_functions(self.context)
        return [
            {
                **group,
                "steps": [self.seen(step, hidden) for step in group.get("steps", ())],
            }
            for group in value
        ]

    def seen(self, step: dict, hidden: set[str]) -> dict:
        return {
            key: value
            for key, value in step.items()
            if not (key in OF_BODY and not may_see_body(self.context, value))
            and not (key in OF_FUNCTION and value in hidden)
        }
