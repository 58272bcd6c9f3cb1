"""Fields of a meeting that name people, each refused with a sentence."""

from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.meetings.interfaces import IChangeRules
from kpss.addon.meetings.times import MeetingTime
from zope import schema


class PersonRef(schema.TextLine):
    """A person of the process; its id is the value. Chosen in forms of our own."""

    def _validate(self, value):
        super()._validate(value)
        if person_by_id(self.context, value) is None:
            raise Refused(
                _("There is no ${id} in this process.", mapping={"id": value[:100]})
            )


class Judged:
    """Mixed into fields that others go by, see ``changing.py``."""

    def validate(self, value):
        super().validate(value)
        self.check_removed(value)

    def check_removed(self, value):
        """Asked over REST for null, which is not validated there."""
        rules = IChangeRules(self.context, None)
        if rules is not None:
            rules.judge(self.__name__, value)


class JudgedTime(Judged, MeetingTime):
    """A moment that may stay as it is."""


class JudgedChoice(Judged, schema.Choice):
    """A choice that may stay as it is."""


class JudgedBool(Judged, schema.Bool):
    """Yes or no, as it was."""
