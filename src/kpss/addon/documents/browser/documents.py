"""The documents of a process: in force on a day, in the archive, under way."""

from datetime import date
from functools import cached_property
from kpss.addon.approval.browser.timeline import TimelinePart
from kpss.addon.approval.possible import MANAGE
from kpss.addon.approval.texts import STATES
from kpss.addon.approval.vocabularies import kinds_of
from kpss.addon.bodies.registry import seen_bodies
from kpss.addon.browser.dates import day
from kpss.addon.browser.dates import period
from kpss.addon.documents.permissions import ADD
from kpss.addon.documents.searching import search
from kpss.addon.documents.searching import WHAT
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.i18n import translate
from kpss.addon.process.batching import page_batch
from kpss.addon.process.forms.sent import BAD_DAY
from kpss.addon.process.forms.sent import read_day
from plone import api
from plone.batching import Batch
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message


#: A page of an approved document names where it is by its days, not by a stored word.
UNDER_WAY = "under_way"


class DocumentsPage(BrowserView):
    """``{process}/documents``: a filter that works without scripts, and a list."""

    day = staticmethod(day)

    def __call__(self):
        self.request.response.setHeader("X-Robots-Tag", "noarchive")
        return self.index()

    def asked(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    @cached_property
    def what(self) -> str:
        asked = self.asked("what")
        return asked if asked in dict(WHAT) else "in_force"

    @cached_property
    def on(self) -> date:
        """The day that is asked about; today when none can be read."""
        return read_day(self.asked("on")) or date.today()

    @property
    def wrong_day(self) -> Message | None:
        return BAD_DAY if self.asked("on") and not read_day(self.asked("on")) else None

    @property
    def options(self) -> list[tuple[str, Message]]:
        return list(WHAT)

    @property
    def kinds(self) -> list[tuple[str, Message | str]]:
        return kinds_of(self.context)

    @cached_property
    def found(self):
        return search(
            self.context,
            self.what,
            on=self.on,
            kind=self.asked("kind"),
            words=self.asked("q"),
            body=self.body["id"] if self.body else "",
        )

    @cached_property
    def body(self) -> dict | None:
        """The body whose documents are asked for, when the reader may see it."""
        asked = self.asked("body")
        return seen_bodies(self.context, [asked]).get(asked) if asked else None

    @cached_property
    def batch(self) -> Batch:
        return page_batch(self.found, self.asked("b_start"))

    @property
    def rows(self) -> list[dict]:
        return [self.row(brain) for brain in self.batch]

    def row(self, brain) -> dict:
        fact = brain.kpss_document or {}
        titles = dict(self.kinds)
        return {
            "title": brain.Title,
            "url": brain.getURL(),
            "kind": titles.get(fact.get("kind"), fact.get("kind")),
            "period": fact.get("period"),
            "in_force": period(fact.get("from"), fact.get("to")),
            "state": STATES.get(brain.review_state) if self.what == UNDER_WAY else None,
            "where": self.where(brain) if self.what == UNDER_WAY else None,
        }

    def where(self, brain) -> dict | None:
        """With whom a document lies, since when, and how late it is; for one page only."""
        document = brain.getObject()
        part = TimelinePart(document, self.request)
        standing = part.case.standing
        if standing.current is None or document.annex_of:
            return None
        step = part.steps[standing.current]
        return {
            "who": part.who(step),
            "since": day(standing.since),
            "deadline": part.deadline(step),
            "late": step.deadline is not None and step.deadline < date.today(),
        }

    @property
    def count(self) -> Message:
        number = len(self.found)
        return plural(
            number,
            _("documents_one", default="${number} document"),
            _("documents_few", default="${number} documents"),
            _("documents_many", default="${number} documents"),
        )

    @property
    def heading(self) -> Message | str:
        if self.what == "in_force":
            return _("In force on ${day}", mapping={"day": day(self.on)})
        title = translate(dict(WHAT)[self.what])
        return title[:1].upper() + title[1:]

    @property
    def may_add(self) -> bool:
        return bool(api.user.has_permission(ADD, obj=self.context))

    @property
    def may_enter(self) -> bool:
        return bool(api.user.has_permission(MANAGE, obj=self.context))
