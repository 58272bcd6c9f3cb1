"""Fields of a meeting that name people, each refused with a sentence."""

from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from zope import schema


class PersonRef(schema.TextLine):
    """A person of the process; its id is the value. Chosen in forms of our own."""

    def _validate(self, value):
        super()._validate(value)
        if person_by_id(self.context, value) is None:
            raise Refused(
                _("There is no ${id} in this process.", mapping={"id": value[:100]})
            )
