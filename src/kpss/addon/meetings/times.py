"""The time of a meeting: kept aware of its zone, shown in that of the site."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import UTC
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssLayer
from plone import api
from plone.app.z3cform.converters import DatetimeWidgetConverter
from plone.app.z3cform.interfaces import IDatetimeWidget
from plone.dexterity.interfaces import IDexterityContent
from plone.event.utils import default_timezone
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from zoneinfo import ZoneInfo
from zope import schema
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


NO_TIME = _("${value} is not a time: write YYYY-MM-DDTHH:MM.")
SKIPPED = _(
    "There is no such time on that day: the clocks are put forward. Choose another hour."
)


def zone_name(context=None) -> str:
    """The zone of the site, whatever zone the user has chosen."""
    found = api.portal.get_registry_record("plone.portal_timezone", default=None)
    return found or default_timezone()


def zone() -> ZoneInfo:
    return ZoneInfo(zone_name())


def now() -> datetime:
    return datetime.now(zone())


def local(value: datetime | None) -> datetime | None:
    """The same moment as clocks at the site show it."""
    return value.astimezone(zone()) if value is not None else None


def is_unknown(start: datetime | None) -> bool:
    """Whether a meeting has only a day; nobody meets at midnight."""
    shown = local(start)
    return shown is not None and shown.time() == time()


def day_of(meeting) -> date | None:
    """The day of a meeting where it is held; None while it has no start."""
    start = local(meeting.start)
    return start.date() if start is not None else None


def at(value: datetime) -> datetime:
    """A time without a zone as one of the site; raises Refused where clocks skip it.

    In the night when an hour comes twice, the first one is meant.
    """
    found = value.replace(tzinfo=zone())
    back = found.astimezone(UTC).astimezone(zone())
    if back.replace(tzinfo=None) != value:
        raise Refused(SKIPPED)
    return found


class Moment:
    """An attribute that keeps a moment in UTC, whatever zone it is set in.

    Objects of other zones cannot all be stored; without a zone it is a time of the site.
    """

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__.get(self.name)

    def __set__(self, obj, value: datetime | None):
        if value is not None:
            value = (at(value) if value.tzinfo is None else value).astimezone(UTC)
        obj.__dict__[self.name] = value
        obj._p_changed = True


class IMeetingTime(Interface):
    """A field with a time of the site."""


@implementer(IMeetingTime)
class MeetingTime(schema.Datetime):
    """A moment, aware of its zone."""

    def _validate(self, value):
        super()._validate(value)
        if value is None:
            return
        if not 1900 <= value.year <= 2200:
            raise Refused(_("Choose a year between 1900 and 2200."))
        if value.tzinfo is None:
            at(value)
        elif getattr(value.tzinfo, "zone", None) == zone_name():
            # As the widget makes it of what was typed
            at(value.replace(tzinfo=None))


@adapter(IMeetingTime, IDatetimeWidget)
class MeetingTimeConverter(DatetimeWidgetConverter):
    """Stock forms show a moment as the clocks at the site do, as they take it."""

    def toWidgetValue(self, value):
        return super().toWidgetValue(local(value))


@implementer(IFieldDeserializer)
@adapter(IMeetingTime, IDexterityContent, IKpssLayer)
class MeetingTimeDeserializer(DefaultFieldDeserializer):
    """ISO 8601; without an offset it is a time of the site."""

    def __call__(self, value):
        if value is not None:
            value = read_moment(value)
        self.field.validate(value)
        return value


def read_moment(value) -> datetime:
    """A time as programs write it; raises Refused."""
    shown = str(value)[:100]
    refused = Refused(_(NO_TIME, mapping={"value": shown}))
    if not isinstance(value, str) or "T" not in value:
        raise refused
    try:
        found = datetime.fromisoformat(value)
    except ValueError as error:
        raise refused from error
    return local(found) if found.tzinfo is not None else at(found)
