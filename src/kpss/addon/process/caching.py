"""A page that depends on the day is never kept longer than the day.

What is in force, who sits in a body, what is overdue follows from dates: at midnight it
changes without anybody changing anything. So whatever plone.app.caching does with a page
in a process, by whatever settings, the day is a part of its ETag, the last change is not
before this midnight, and no cache keeps it beyond the next one.

The day is that of the server (``date.today``), by which everything else is judged too.

Of some content things are recorded that neither its date nor the catalogue learns of, as
who is at a meeting. How much was recorded is a part of its ETag, and a cache asks each
time.
"""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.process.sections import process_of
from plone.app.caching.interfaces import IETagValue
from plone.app.caching.operations.default import ModerateCaching
from plone.app.caching.operations.default import StrongCaching
from plone.app.caching.operations.default import TerseCaching
from plone.app.caching.operations.default import WeakCaching
from plone.app.caching.operations.utils import ETAG_ANNOTATION_KEY
from plone.app.caching.operations.utils import formatDateTime
from plone.app.caching.operations.utils import getContext
from plone.app.caching.operations.utils import getETag
from plone.app.caching.operations.utils import getLastModified
from plone.app.caching.operations.utils import LASTMODIFIED_ANNOTATION_KEY
from plone.app.caching.operations.utils import parseDateTime
from plone.caching.interfaces import ICachingOperation
from plone.caching.utils import lookupOptions
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface
import re


#: Components of an ETag; they may be chosen for other pages in the control panel too.
DAY, RECORDED = "kpss_day", "kpss_recorded"
AGE = re.compile(r"(s-maxage|max-age)=(\d+)")


@implementer(IETagValue)
@adapter(Interface, IKpssLayer)
class DayOfETag:
    """The day of the server."""

    def __init__(self, published, request):
        self.published = published

    def __call__(self) -> str:
        return date.today().isoformat()


class IRecordedBeside(Interface):
    """Adapter of content of which something is recorded beside its fields."""

    def __call__() -> str:
        """Another text after each record."""


def recorded(published) -> str | None:
    """None: nothing is recorded beside the fields of what is shown."""
    context = getContext(published)
    found = IRecordedBeside(context, None) if context is not None else None
    return found() if found is not None else None


@implementer(IETagValue)
@adapter(Interface, IKpssLayer)
class RecordedOfETag:
    """How much was recorded."""

    def __init__(self, published, request):
        self.published = published

    def __call__(self) -> str | None:
        return recorded(self.published)


def midnight(day: date) -> datetime:
    """Its beginning, in the time of the server."""
    return datetime.combine(day, time()).astimezone()


def next_midnight() -> datetime:
    return midnight(date.today() + timedelta(days=1))


@implementer(ICachingOperation)
class UntilMidnight:
    """Mixed into the stock operations; elsewhere than in a process they stay as they are."""

    #: The stock operation, by whose name the settings are read.
    stock: type
    #: Where the settings name no component.
    etags = (DAY,)

    def interceptResponse(self, rulename, response, class_=None):
        if self.depends_on_the_day:
            self.prepare(rulename)
        return super().interceptResponse(rulename, response, class_ or self.stock)

    def modifyResponse(self, rulename, response, class_=None):
        ours = self.depends_on_the_day
        if ours:
            self.prepare(rulename)
        super().modifyResponse(rulename, response, class_ or self.stock)
        if ours:
            shorten(response, self.kept_until())

    @property
    def depends_on_the_day(self) -> bool:
        context = getContext(self.published)
        return context is not None and process_of(context) is not None

    def kept_until(self) -> datetime:
        if recorded(self.published) is not None:
            return datetime.now().astimezone()
        return next_midnight()

    def prepare(self, rulename: str) -> None:
        """The stock operation takes both values from here."""
        kept = IAnnotations(self.request)
        if ETAG_ANNOTATION_KEY in kept:
            return
        options = lookupOptions(self.stock, rulename)
        keys = [*(options.get("etags") or ()), DAY, RECORDED]
        if options.get("anonOnly") and "anonymousOrRandom" not in keys:
            keys.append("anonymousOrRandom")
        kept[ETAG_ANNOTATION_KEY] = getETag(self.published, self.request, keys=keys)
        changed = getLastModified(self.published)
        if recorded(self.published) is not None:
            # Its date says nothing of what was recorded
            changed = None
        elif changed is not None:
            changed = max(changed, midnight(date.today()))
        kept[LASTMODIFIED_ANNOTATION_KEY] = changed


def shorten(response, end: datetime) -> None:
    """No age and no expiry beyond the end."""
    left = max(int((end - datetime.now().astimezone()).total_seconds()), 0)
    ages = response.getHeader("Cache-Control")
    if ages:
        response.setHeader(
            "Cache-Control",
            AGE.sub(lambda one: f"{one[1]}={min(int(one[2]), left)}", ages),
        )
    expires = parseDateTime(response.getHeader("Expires") or "")
    if expires is not None and expires > end:
        response.setHeader("Expires", formatDateTime(end))


@adapter(Interface, IKpssLayer)
class Strong(UntilMidnight, StrongCaching):
    """``plone.app.caching.strongCaching``."""

    stock = StrongCaching


@adapter(Interface, IKpssLayer)
class Moderate(UntilMidnight, ModerateCaching):
    """``plone.app.caching.moderateCaching``."""

    stock = ModerateCaching


@adapter(Interface, IKpssLayer)
class Weak(UntilMidnight, WeakCaching):
    """``plone.app.caching.weakCaching``."""

    stock = WeakCaching


@adapter(Interface, IKpssLayer)
class Terse(UntilMidnight, TerseCaching):
    """``plone.app.caching.terseCaching``."""

    stock = TerseCaching
