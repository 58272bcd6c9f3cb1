"""Everything that a reader asks of the town."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.interfaces import IKpssContent
from plone import api
from tests.plone.privacy import stock
from tests.plone.privacy.reading import HTML
from tests.plone.privacy.reading import JSON
from tests.plone.privacy.reading import Reader
from tests.plone.privacy.registered import Registration
from tests.plone.privacy.registered import registrations
from tests.plone.privacy.registered import stock_vocabularies
from tests.plone.privacy.registered import vocabularies
from tests.plone.privacy.town import MEMBER
from tests.plone.privacy.town import NOBODY
from urllib.parse import quote
import re


#: Columns that every listing can be asked for.
COLUMNS = '["getId","Title","Description","Creator","kpss_body","UID","path","Subject"]'
#: Vocabularies of stock Plone that list users, groups, content or what it says.
WHO = re.compile(r"user|group|principal|catalog|creator|member|keyword|content", re.I)
#: States of tasks; there is one in each.
TASKS = ("open", "in_progress", "done", "cancelled")
#: What a page or service of ours is asked with, besides without anything.
WITH = {
    "@roster": ("?on=2024-06-01", "?on=2126-01-01", "?on=qzx"),
    "roster.csv": ("?on=2024-06-01", "?on=2126-01-01"),
    "@procedure": ("?on=2026-01-01", "?on=qzx"),
    "@organisation": ("?b_start=0&b_size=3", "?b_size=qzx"),
    "body_view": ("?on=2024-06-01",),
    "@tasks": ("?responsible=me", "?overdue=1", "?state=done", "?q=qzx&b_size=2"),
    "kpss-tasks": ("?show=all", "?show=all&responsible=me"),
    "tasks.csv": ("?show=all",),
    "kpss-poll": ("/0001",),
    "kpss-my-dates": ("/0001",),
    "@date-poll": ("/0001",),
}


class Walk:
    """One reader's way through the site; ``statuses`` of answers by registration."""

    def __init__(self, reader: Reader, town):
        self.reader = reader
        self.town = town
        self.statuses: dict[Registration, set[int]] = defaultdict(set)
        self.word = next(iter(town.secrets.known))

    @cached_property
    def everything(self) -> list[tuple[str, object]]:
        """All content with its address in the site, the site first."""
        root = "/".join(self.town.portal.getPhysicalPath())
        catalog = api.portal.get_tool("portal_catalog")
        brains = catalog.unrestrictedSearchResults(sort_on="path", path=root)
        objects = [brain._unrestrictedGetObject() for brain in brains]
        found = [("", self.town.portal)]
        for obj in objects:
            address = "/".join(obj.getPhysicalPath()).removeprefix(root)
            if address:
                found.append((address, obj))
        return found

    @cached_property
    def sample(self) -> list[tuple[str, object]]:
        """One of each type in each state in each place."""
        kinds = {}
        for address, obj in self.everything:
            state = api.content.get_state(obj, None)
            parent = address.rpartition("/")[0]
            # Sections stand each for itself
            where = address if obj.portal_type == "kpss.Section" else parent
            kinds.setdefault((obj.portal_type, state, where), (address, obj))
        return list(kinds.values())

    @cached_property
    def small_sample(self) -> list[tuple[str, object]]:
        """One of each type in each state; the steering body stands for the public ones."""
        kinds = {}
        for address, obj in self.everything:
            state = api.content.get_state(obj, None)
            kinds.setdefault((obj.portal_type, state), (address, obj))
        kinds["kpss.Body", "public"] = ("/mesto/bodies/ks", self.town.bodies["ks"])
        return list(kinds.values())

    @cached_property
    def few(self) -> list[tuple[str, object]]:
        """Where stock addresses are asked: what is hidden, and by nobody what is around."""
        kept = {
            "kpss.Person": ("active",),
            "kpss.Membership": ("recorded",),
        }
        if self.thorough:
            kept["kpss.Body"] = ("public", "internal")
            kept |= {"kpss.Process": ("public",), "Document": ("private",)}
            kept["kpss.Task"] = ("in_progress",)
        hidden = [
            (address, obj)
            for address, obj in self.small_sample
            if api.content.get_state(obj, None) in kept.get(obj.portal_type, ())
        ]
        around = [("", self.town.portal), ("/mesto/vse", self.town.process["vse"])]
        return hidden + (around if self.thorough else [])

    @property
    def thorough(self) -> bool:
        """Most is asked by nobody only: what they may not see, few may."""
        return self.reader.name == NOBODY

    def go(self) -> "Walk":
        self.all_content()
        self.own_registrations()
        self.own_vocabularies()
        self.stock_services()
        self.stock_pages()
        self.addresses_of_uids()
        return self

    # What is ours

    def all_content(self) -> None:
        for address, _obj in self.sample:
            self.reader.get(address, HTML)
            self.reader.get(f"{address}?metadata_fields=_all&b_size=500", JSON)
        for address, obj in self.few:
            self.reader.get(f"{address}?fullobjects=1&b_size=500", JSON)
            self.reader.get(f"{address}/qzx", JSON)
            self.reader.get(f"{address}/@@qzx", HTML)
            # One by one: some refuse, and the answer with them
            for one in registrations(ours=False):
                if one.kind == "expander" and one.is_for(obj):
                    self.reader.get(f"{address}?expand={one.name}", JSON)

    def own_registrations(self) -> None:
        for one in registrations():
            everywhere = one.is_for(self.town.portal)
            wide = self.wide if self.thorough or one.kind != "page" else self.closed
            for address, obj in self.few if everywhere else wide:
                if one.is_for(obj):
                    self.visit(one, address)

    @cached_property
    def wide(self) -> list[tuple[str, object]]:
        """The small sample, what outsiders may open, and a membership of every body."""
        bodies = [
            (address, obj)
            for address, obj in self.everything
            if IBody.providedBy(obj) and api.content.get_state(obj) == "public"
        ]
        members = [one for one in self.sample if IMembership.providedBy(one[1])]
        known = dict(self.small_sample) | dict(bodies) | dict(members)
        return sorted(known.items())

    @cached_property
    def closed(self) -> list[tuple[str, object]]:
        """The public bodies and process, and what is hidden."""
        return sorted(
            (
                dict(self.few)
                | {
                    address: obj
                    for address, obj in self.wide
                    if obj.portal_type.startswith("kpss.")
                    and api.content.get_state(obj, None)
                    in ("public", "recorded", *TASKS)
                }
            ).items()
        )

    def visit(self, one: Registration, address: str) -> None:
        if one.kind == "page":
            accept = "image/*" if one.name.endswith(".svg") else HTML
            for suffix in self.suffixes(one):
                name = one.name if one.name.startswith("++") else f"@@{one.name}"
                answer = self.reader.get(f"{address}/{name}{suffix}", accept)
                self.must_work(answer)
                self.statuses[one].add(answer.status_code)
        elif one.kind == "service":
            for suffix in self.suffixes(one):
                data = None if one.method == "GET" else {}
                path = f"{address}/{one.name}{suffix}"
                answer = self.reader.ask(one.method, path, data=data)
                self.must_work(answer)
                self.statuses[one].add(answer.status_code)
        elif one.kind == "expander":
            answer = self.reader.get(f"{address}?expand={one.name}", JSON)
            self.statuses[one].add(answer.status_code)
        else:
            # A part of the pages of what it is for
            self.statuses[one].add(200)

    def must_work(self, answer) -> None:
        """What is ours never breaks; what is Plone's may."""
        if answer.status_code >= 500:
            self.reader.leaks.append(f"{self.reader.asked[-1]}: {answer.text[:500]}")

    def suffixes(self, one: Registration) -> Iterator[str]:
        yield ""
        yield from WITH.get(one.name, ())
        if one.name == "kpss-photo":
            yield from (f"/{uid}" for uid in self.people)

    @cached_property
    def people(self) -> list[str]:
        found = [obj for _address, obj in self.everything]
        return [obj.UID() for obj in found if obj.portal_type == "kpss.Person"]

    def own_vocabularies(self) -> None:
        for address, obj in self.few if self.thorough else ():
            if IKpssContent.providedBy(obj):
                for name in vocabularies():
                    self.vocabulary(address, name)
        for name in [*vocabularies(), *stock_vocabularies()]:
            if name.startswith("kpss.") or WHO.search(name):
                self.vocabulary("/mesto", name, page=True)

    def vocabulary(self, address: str, name: str, *, page: bool = False) -> None:
        self.reader.get(f"{address}/@vocabularies/{quote(name)}?b_size=-1", JSON)
        if page:
            query = f"name={quote(name)}&attributes={quote(COLUMNS)}"
            self.reader.get(f"{address}/@@getVocabulary?{query}", HTML)

    # What is Plone's

    def stock_services(self) -> None:
        services = [
            one
            for one in registrations(ours=False)
            if one.kind == "service" and one.method == "GET" and one.name
        ]
        for address, obj in self.few:
            for name in sorted({one.name for one in services if one.is_for(obj)}):
                for suffix in stock.SERVICES.get(name, ("",)):
                    path = f"{address}/{name}{suffix}"
                    self.reader.get(self.filled(path, obj), JSON)

    def stock_pages(self) -> None:
        for address, obj in self.few:
            for name in stock.PAGES:
                self.reader.get(self.filled(f"{address}/{name}", obj), HTML)
        for path in stock.SITE:
            account = self.town.accounts[MEMBER]
            accept = JSON if path.startswith("/@") else HTML
            address = path.format(account=account, word=self.word)
            self.reader.get(address, HTML if path.startswith("/@@") else accept)

    def filled(self, path: str, obj) -> str:
        return path.replace("{word}", self.word).replace("{uid}", self.uid_of(obj))

    def uid_of(self, obj) -> str:
        return api.content.get_uuid(obj)

    def addresses_of_uids(self) -> None:
        """A UID that was never told is not resolved here: who has it knows it already."""
        for address, _obj in self.small_sample:
            for method in ("POST", "PATCH"):
                self.reader.ask(method, address, data={"@type": "Qzx"})
        for _address, obj in self.sample:
            uid = self.uid_of(obj)
            secret = self.reader.secrets.known.get(uid)
            if secret is None or self.reader.name in secret.seen_by:
                self.reader.get(f"/resolveuid/{uid}", HTML)
            if obj.portal_type in ("kpss.Person", "kpss.Membership"):
                self.reader.ask("POST", "/mesto/@copy", data={"source": uid})
