"""``{process}/people``: who sits where, whose term ends, who lacks what."""

from collections.abc import Iterator
from datetime import date
from kpss.addon.bodies.people.consents import CONSENT_KINDS
from kpss.addon.bodies.peoplepages.entries import Entry
from kpss.addon.bodies.peoplepages.entries import People
from kpss.addon.bodies.peoplepages.entries import Seating
from kpss.addon.bodies.peoplepages.entries import TERMS
from kpss.addon.bodies.peoplepages.places import places
from kpss.addon.bodies.rules.folding import folded
from kpss.addon.bodies.rules.folding import matches
from kpss.addon.bodies.rules.stints import GUEST
from kpss.addon.bodies.rules.stints import SUBSTITUTE
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.browser.dates import period
from kpss.addon.codelists.collation import sort_key
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.i18n import translate
from kpss.addon.process.sections import process_of
from plone import api
from plone.base.batch import Batch
from plone.memoize.view import memoize
from Products.Five.browser import BrowserView
from zope.interface import implementer


#: People on a page; the last ones, if so few, stay on the page before.
SIZE, ORPHANS = 50, 5
#: Who sits somewhere otherwise than as a member.
BESIDE = {SUBSTITUTE: _("substitute"), GUEST: _("permanent guest")}
LONGEST_QUERY = 200


@implementer(IWithoutByline)
class PeopleView(BrowserView):
    """The overview for those who may see people; filters come in the address."""

    period = staticmethod(period)
    text = staticmethod(translate)
    terms = TERMS

    @property
    @memoize
    def process(self):
        return process_of(self.context)

    @property
    @memoize
    def people(self) -> People:
        return People(self.process, date.today())

    def asked(self, name: str) -> str:
        """A filter from the address; what is not one text is left out."""
        value = self.request.form.get(name, "")
        return value.strip()[:LONGEST_QUERY] if isinstance(value, str) else ""

    @property
    @memoize
    def found(self) -> list[Entry]:
        """Everybody who passes all filters, by family name."""
        return list(self._found())

    def _found(self) -> Iterator[Entry]:
        words = folded(self.asked("q")).split()
        body, term = self.asked("body"), self.asked("term")
        archived = bool(self.asked("archived"))
        for entry in self.people.entries():
            fact = entry.fact
            # What costs nothing comes first
            if fact.archived != archived:
                continue
            if not matches(words, f"{fact.name} {fact.office or ''}"):
                continue
            if self.asked("no_account") and entry.has_account:
                continue
            if self.asked("no_consent") and entry.consents_to("name"):
                continue
            if body and body not in entry.bodies:
                continue
            if term and term not in entry.terms:
                continue
            yield entry

    @property
    @memoize
    def batch(self) -> Batch:
        start = self.asked("b_start")
        start = int(start) if start.isdecimal() and len(start) < 10 else 0
        return Batch(self.found, size=SIZE, start=start, orphan=ORPHANS)

    @property
    def rows(self) -> list[dict]:
        return [self.row(entry) for entry in self.batch]

    def row(self, entry: Entry) -> dict:
        fact = entry.fact
        return {
            "url": f"{self.context.absolute_url()}/{fact.id}",
            "name": fact.name,
            "office": fact.office,
            "seats": [self.seat(one) for one in entry.seats],
            "consents": [
                title for what, title in CONSENT_KINDS if entry.consents_to(what)
            ],
            "by_office": entry.public_by_office,
            "has_account": entry.has_account,
        }

    def seat(self, one: Seating) -> dict:
        title = self.function_titles.get(one.function or "", one.function)
        return {
            "place": self.places[one.body],
            "function": title,
            "kind": BESIDE.get(one.kind),
            "unit": self.unit_titles.get(one.unit or ""),
            "period": period(one.first, one.last),
            "term": one.term,
            "term_title": dict(TERMS).get(one.term or ""),
        }

    @property
    @memoize
    def function_titles(self) -> dict[str, str]:
        return {row["id"]: row["title"] for row in self.process.functions or ()}

    @property
    @memoize
    def unit_titles(self) -> dict[str, str]:
        return {row["id"]: row["title"] for row in self.process.units or ()}

    @property
    @memoize
    def places(self) -> dict:
        return places(self.process, set(self.people.structure.bodies))

    @property
    def bodies(self) -> list[tuple[str, str]]:
        """Pairs of UID and title of all bodies, in Czech order."""
        found = [(uid, place["title"]) for uid, place in self.places.items()]
        return sorted(found, key=lambda pair: sort_key(pair[1]))

    @property
    def count(self):
        return plural(
            len(self.found),
            _("people_one", default="${number} person"),
            _("people_few", default="${number} people"),
            _("people_many", default="${number} people"),
        )

    @property
    def may_add(self) -> bool:
        return self._may("kpss.addon: Add Person")

    @property
    def may_record(self) -> bool:
        return self._may("kpss.addon: Manage Members")

    def _may(self, permission: str) -> bool:
        return api.user.has_permission(permission, obj=self.context)
