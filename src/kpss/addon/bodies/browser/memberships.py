"""Addresses of memberships that stand on the page of a body, for who may open them."""

from functools import cached_property
from kpss.addon.bodies.registry import body_facts
from kpss.addon.bodies.roster.lines import Line
from plone import api
from plone.base.utils import safe_text


class Memberships:
    """Asks about other bodies only where somebody sits here through one of them."""

    def __init__(self, body, *, may_record: bool):
        self.body = body
        self.may_record = may_record
        self._opens: bool | None = None

    @cached_property
    def bodies(self) -> dict[str, dict]:
        """Facts of the bodies that the reader may see, by UID."""
        facts = body_facts(self.body, unrestricted=False)
        return {fact["UID"]: fact for fact in facts}

    def home(self, line: Line) -> dict | None:
        """The other body in which the membership is recorded, if it may be seen."""
        elsewhere = line.bases[0].body
        return self.bodies.get(elsewhere) if elsewhere else None

    def url(self, line: Line) -> str | None:
        """The page of the membership, None for who may not open it."""
        if not line.membership:
            return None
        if line.here:
            here = f"{self.body.absolute_url()}/{line.membership}"
            return here if self._may_open(line.membership) else None
        home = self.home(line)
        if home is None or not self.may_record:
            return None
        return f"{home['url']}/{line.membership}"

    def _may_open(self, membership_id: str) -> bool:
        # The same people read all recorded memberships of a body: one is asked
        if self._opens is None:
            membership = self.body.get(membership_id)
            self._opens = bool(api.user.has_permission("View", obj=membership))
        return self._opens

    @property
    def annulled(self) -> list[dict]:
        """Those entered by mistake, for who records."""
        if not self.may_record:
            return []
        found = api.content.find(
            context=self.body,
            depth=1,
            portal_type="kpss.Membership",
            review_state="annulled",
            sort_on="kpss_sort",
        )
        return [{"url": one.getURL(), "title": safe_text(one.Title)} for one in found]
