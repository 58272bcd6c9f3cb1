"""The page of a body: what it is for, where it stands, by which rules it goes."""

from datetime import date
from kpss.addon.bodies.chart import place_of
from kpss.addon.bodies.procedure.sentences import sentences
from kpss.addon.bodies.registry import body_facts
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
from kpss.addon.process.sections import process_of
from plone import api
from plone.memoize.view import memoize
from Products.Five.browser import BrowserView


class BodyView(BrowserView):
    """Gathers what the template shows; all of it public to whoever sees the body."""

    day = staticmethod(day)
    period = staticmethod(period)
    text = staticmethod(translate)

    @property
    @memoize
    def process(self):
        return process_of(self.context)

    @property
    @memoize
    def facts(self) -> dict[str, dict]:
        """The bodies that the reader may see, by id."""
        return {
            fact["id"]: fact for fact in body_facts(self.context, unrestricted=False)
        }

    @property
    @memoize
    def place(self) -> tuple[list[dict], list[dict]]:
        """Ancestors from the top, and children, in the chart."""
        return place_of(self.context)

    def body(self, body_id: str | None) -> dict | None:
        """Facts of another body by its id, or None when it may not be seen."""
        return self.facts.get(body_id) if body_id else None

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
    def functions(self) -> list[dict]:
        """Functions that sit in this body, with their tasks as lines."""
        body_id = self.context.getId()
        return [
            {**row, "task_lines": (row.get("tasks") or "").splitlines()}
            for row in self.process.functions or ()
            if row.get("body") == body_id
        ]

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
        return api.user.has_permission("kpss.addon: Manage Process", obj=self.context)

    @property
    def may_add_rules(self) -> bool:
        return api.user.has_permission("kpss.addon: Add Rules", obj=self.context)
