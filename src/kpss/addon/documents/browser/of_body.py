"""What a body has prepared, on its page."""

from datetime import date
from kpss.addon.approval.texts import STATES
from kpss.addon.approval.vocabularies import kind_title
from kpss.addon.documents.proposing import PROPOSE
from kpss.addon.documents.proposing import PROPOSED_KINDS
from kpss.addon.documents.searching import of_body
from kpss.addon.process.sections import process_of
from plone import api
from plone.app.layout.viewlets.common import ViewletBase


SHOWN = 8


class DocumentsOfBody(ViewletBase):
    """Documents that the reader may see: those of the body, and what members put forward.

    Nothing where there is nothing to see and nothing to do.
    """

    def update(self):
        super().update()
        self.process = process_of(self.context)
        found = of_body(self.process, self.context.getId()) if self.process else []
        self.rows = [self._row(brain) for brain in found]

    def _row(self, brain) -> dict:
        kind = (brain.kpss_document or {}).get("kind")
        return {
            "title": brain.Title,
            "url": brain.getURL(),
            "kind": kind_title(self.process, kind),
            "state": STATES.get(brain.review_state, ""),
            "proposed": kind in PROPOSED_KINDS,
        }

    @property
    def documents(self) -> list[dict]:
        return [row for row in self.rows if not row["proposed"]]

    @property
    def proposals(self) -> list[dict]:
        return [row for row in self.rows if row["proposed"]]

    @property
    def may_propose(self) -> bool:
        last = self.context.valid_to
        if self.process is None or (last is not None and last < date.today()):
            return False
        return bool(api.user.has_permission(PROPOSE, obj=self.context))

    @property
    def is_shown(self) -> bool:
        return bool(self.rows) or self.may_propose

    @property
    def all_url(self) -> str:
        url = f"{self.process.absolute_url()}/documents"
        return f"{url}?what=all&body={self.context.getId()}"

    shown = SHOWN
