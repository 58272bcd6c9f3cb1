"""Closed bodies stay readable: who they were, from when to when, what became of them."""

from datetime import date
from kpss.addon.bodies.registry import body_facts
from kpss.addon.browser.dates import day
from kpss.addon.browser.dates import period
from kpss.addon.codelists.bodies import BODY_KINDS
from kpss.addon.codelists.codelist import title_of
from Products.Five.browser import BrowserView


class ArchiveView(BrowserView):
    """The closed bodies of a process, the last closed first."""

    day = staticmethod(day)
    period = staticmethod(period)

    def closed(self) -> list[dict]:
        """Facts of bodies whose last day has passed, with what they were merged into."""
        facts = body_facts(self.context, unrestricted=False)
        by_id = {fact["id"]: fact for fact in facts}
        today = date.today().isoformat()
        return [
            {
                **fact,
                "kind_title": title_of(BODY_KINDS, fact["kind"]),
                "merged": by_id.get(fact["merged_into"]),
            }
            for fact in sorted(
                facts, key=lambda fact: fact["valid_to"] or "", reverse=True
            )
            if fact["valid_to"] and fact["valid_to"] < today
        ]
