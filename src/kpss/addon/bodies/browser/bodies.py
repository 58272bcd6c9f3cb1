"""The list of bodies of a process, by kind; shown by the section that holds them."""

from datetime import date
from kpss.addon.bodies.registry import body_facts
from kpss.addon.bodies.registry import exists
from kpss.addon.codelists.bodies import BODY_KINDS
from kpss.addon.process.sections import process_of
from plone import api
from Products.Five.browser import BrowserView


class BodiesView(BrowserView):
    """Active bodies grouped by kind, in the order of the kinds."""

    @property
    def process(self):
        return process_of(self.context)

    def groups(self) -> list[tuple[str, list[dict]]]:
        """Pairs of kind title and facts of the bodies that exist today."""
        today = date.today()
        facts = body_facts(self.context, unrestricted=False)
        active = [fact for fact in facts if exists(fact, today)]
        groups = [
            (title, [fact for fact in active if fact["kind"] == kind])
            for kind, title in BODY_KINDS
        ]
        return [(title, facts) for title, facts in groups if facts]

    @property
    def may_add(self) -> bool:
        return api.user.has_permission("kpss.addon: Add Body", obj=self.context)
