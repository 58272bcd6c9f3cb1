"""Fields that refer to another body of the same process, by its id."""

from kpss.addon.bodies.registry import body_facts
from kpss.addon.bodies.rules.lines import makes_loop
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from zope import schema


class BodyRef(schema.Choice):
    """Another body of the process; its id is the value."""

    def __init__(self, **kw):
        super().__init__(vocabulary="kpss.addon.bodies", **kw)

    def _validate(self, value):
        if value and (not isinstance(value, str) or value not in self.vocabulary):
            raise Refused(
                _("There is no body ${id} in this process.", mapping={"id": str(value)})
            )
        super()._validate(value)
        if value and value == own_id(self.context):
            raise Refused(_("A body cannot refer to itself here."))


class ParentRef(BodyRef):
    """The body above in the chart; loops are refused."""

    def _validate(self, value):
        super()._validate(value)
        body = own_id(self.context)
        if not (value and body):
            return
        parents = {fact["id"]: fact["parent"] for fact in body_facts(self.context)}
        if makes_loop(parents, body, value):
            raise Refused(
                _(
                    "${parent} hangs under this body in the chart, "
                    "so this body cannot hang under it.",
                    mapping={"parent": self.vocabulary.getTerm(value).title},
                )
            )


class Supreme(schema.Bool):
    """Marks the supreme managing body; a process has at most one (BER-42)."""

    def _validate(self, value):
        super()._validate(value)
        if not value:
            return
        for fact in body_facts(self.context):
            if fact["supreme"] and fact["id"] != own_id(self.context):
                raise Refused(
                    _(
                        "The supreme managing body of this process is ${body}; "
                        "there can be only one.",
                        mapping={"body": fact["title"]},
                    )
                )


def own_id(context) -> str | None:
    """The id of the body being edited; None while it is being added."""
    from kpss.addon.bodies.body import IBody

    return context.getId() if IBody.providedBy(context) else None
