"""What a body has prepared, on its page."""

from collections.abc import Callable
from datetime import date
from itertools import islice
from kpss.addon.approval.texts import STATES
from kpss.addon.approval.vocabularies import kinds_of
from kpss.addon.bodies.rules.lifetime import exists_on
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
        self.found = of_body(self.process, self.context.getId()) if self.process else []

    @property
    def documents(self) -> list[dict]:
        return self._rows(lambda kind: kind not in PROPOSED_KINDS)

    @property
    def proposals(self) -> list[dict]:
        return self._rows(lambda kind: kind in PROPOSED_KINDS)

    def _rows(self, is_meant: Callable[[str], bool]) -> list[dict]:
        titles = dict(kinds_of(self.process))
        kinds = ((brain.kpss_document["kind"], brain) for brain in self.found)
        return [
            {
                "title": brain.Title,
                "url": brain.getURL(),
                "kind": titles.get(kind, kind),
                "state": STATES.get(brain.review_state, ""),
            }
            for kind, brain in islice(
                filter(lambda one: is_meant(one[0]), kinds), SHOWN
            )
        ]

    @property
    def may_propose(self) -> bool:
        if self.process is None:
            return False
        if not exists_on(date.today(), None, self.context.valid_to):
            return False
        return bool(api.user.has_permission(PROPOSE, obj=self.context))

    @property
    def is_shown(self) -> bool:
        return bool(self.found) or self.may_propose

    @property
    def all_url(self) -> str:
        url = f"{self.process.absolute_url()}/documents"
        return f"{url}?what=all&body={self.context.getId()}"
