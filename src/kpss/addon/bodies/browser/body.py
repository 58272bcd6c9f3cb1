"""The page of a body: what it is for, where it stands, by which rules it goes."""

from datetime import date
from kpss.addon.bodies.browser.memberships import Memberships
from kpss.addon.bodies.browser.people import BodyPeople
from kpss.addon.bodies.browser.taking_part import coordinators
from kpss.addon.bodies.browser.taking_part import ways_in
from kpss.addon.bodies.place import place_of
from kpss.addon.bodies.procedure.sentences import sentences
from kpss.addon.bodies.procedure.service import requested_day
from kpss.addon.bodies.registry import seen_bodies
from kpss.addon.bodies.rules.lifetime import exists_on
from kpss.addon.browser.dates import day
from kpss.addon.browser.dates import period
from kpss.addon.codelists.bodies import ACTS
from kpss.addon.codelists.bodies import BODY_KINDS
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.services import SERVICE_GROUPS
from kpss.addon.codelists.services import SERVICE_TYPES
from kpss.addon.codelists.target_groups import TARGET_GROUPS
from kpss.addon.i18n import translate
from kpss.addon.process.browser.home import children_of
from kpss.addon.process.sections import process_of
from kpss.addon.restapi_errors import FlatBadRequest
from plone import api
from plone.memoize.view import memoize
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


#: Stock content that leaders add to the page of their body.
PAGES = ["Document", "Folder", "File", "Link", "News Item", "Event"]


class BodyView(BrowserView):
    """Gathers what the template shows; of people, what the present reader may know."""

    members_part = ViewPageTemplateFile("members.pt")
    insiders_part = ViewPageTemplateFile("insiders.pt")
    functions_part = ViewPageTemplateFile("functions.pt")
    day = staticmethod(day)
    period = staticmethod(period)
    text = staticmethod(translate)

    @property
    @memoize
    def process(self):
        return process_of(self.context)

    @property
    @memoize
    def place(self) -> tuple[list[dict], list[dict]]:
        """Ancestors from the top, and children, in the chart."""
        return place_of(self.context)

    def body(self, body_id: str | None) -> dict | None:
        """Facts of another body by its id, or None when it may not be seen."""
        return seen_bodies(self.process, [body_id]).get(body_id) if body_id else None

    @property
    def kind(self):
        return title_of(BODY_KINDS, self.context.kind)

    @property
    def acts(self):
        return [title_of(ACTS, act) for act in self.context.acts or ()]

    @property
    def exists(self) -> bool:
        return exists_on(date.today(), self.context.valid_from, self.context.valid_to)

    @property
    def is_internal(self) -> bool:
        return api.content.get_state(self.context, None) == "internal"

    @property
    @memoize
    def people(self) -> BodyPeople:
        """People on the day of the page."""
        return BodyPeople(self.context, self.on)

    @property
    def on(self) -> date:
        """The day that the page is about: today, or the one asked for by insiders.

        They see a closed body as it was on its last day.
        """
        today = date.today()
        if not self.sees_all:
            return today
        if self.asked[0]:
            return self.asked[0]
        return min(today, self.context.valid_to or today)

    @property
    @memoize
    def asked(self) -> tuple[date | None, str | None]:
        """The day in the address if there is one, or what is wrong with it."""
        query = self.request.get("QUERY_STRING", "")
        if not self.sees_all or "on" not in self.request.form:
            return None, None
        try:
            return requested_day(query), None
        except FlatBadRequest as refused:
            return None, refused.message

    @property
    @memoize
    def sees_all(self) -> bool:
        return self._may("kpss.addon: View Roster")

    @property
    @memoize
    def memberships(self) -> Memberships:
        return Memberships(self.context, may_record=self.may_record)

    @property
    @memoize
    def functions(self) -> list[dict]:
        """Functions of this body and those that somebody holds here, with holders.

        ``vacant`` is said only to those who know everybody.
        """
        body_id = self.context.getId()
        found = []
        for row in self.process.functions or ():
            holders = self.people.holders(row["id"])
            if row.get("body") != body_id and not holders:
                continue
            found.append(
                {
                    **row,
                    "task_lines": (row.get("tasks") or "").splitlines(),
                    "holders": holders,
                    "vacant": self.sees_all and self.exists and not holders,
                }
            )
        return found

    @property
    def ways_in(self) -> list:
        """How to take part in a body that exists."""
        if not self.exists:
            return []
        return ways_in(self.context, self.people.roster.rules.admission)

    @property
    def coordinators(self) -> list:
        return coordinators(self.context, date.today())

    @property
    def pages(self) -> list[dict]:
        """Pages and files in the body that the reader may see."""
        return children_of(self.context, PAGES)

    @property
    @memoize
    def rule_groups(self) -> list[tuple[str, list]]:
        """Sentences of the rules of procedure in force today, by group, in order."""
        groups: dict[str, list] = {}
        for sentence in sentences(self.context):
            groups.setdefault(sentence.group, []).append(sentence)
        return list(groups.items())

    @property
    def rules_items(self) -> list:
        """All rules of procedure of the body, the newest first."""
        rules = self.context.listFolderContents({"portal_type": "kpss.Rules"})
        return sorted(rules, key=lambda item: item.valid_from or date.min, reverse=True)

    @property
    def target_groups(self) -> list:
        return [
            title_of(TARGET_GROUPS, c)
            for c in getattr(self.context, "target_groups", None) or ()
        ]

    @property
    def service_areas(self) -> list:
        areas = SERVICE_GROUPS + SERVICE_TYPES
        return [
            title_of(areas, c)
            for c in getattr(self.context, "service_areas", None) or ()
        ]

    @property
    def may_manage(self) -> bool:
        return self._may("kpss.addon: Manage Process")

    @property
    @memoize
    def may_record(self) -> bool:
        """Whether the reader records who is a member."""
        return self._may("kpss.addon: Manage Members")

    @property
    def may_add_rules(self) -> bool:
        return self._may("kpss.addon: Add Rules")

    def _may(self, permission: str) -> bool:
        return api.user.has_permission(permission, obj=self.context)
