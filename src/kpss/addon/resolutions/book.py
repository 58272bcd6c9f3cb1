"""The resolutions of a process for the approval: found, listed, recorded in place."""

from datetime import date
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.approval.interfaces import ResolutionView
from kpss.addon.approval.refusals import Refusal
from kpss.addon.bodies.registry import body_by_id
from kpss.addon.numbering.rules.numbers import same
from kpss.addon.process.process import IProcess
from kpss.addon.resolutions.numbering import is_taken
from kpss.addon.resolutions.numbering import taken
from kpss.addon.resolutions.resolution import IResolution
from plone import api
from plone.dexterity.utils import createContentInContainer
from zope.component import adapter
from zope.interface import implementer
from zope.schema.interfaces import ValidationError


#: How many may be chosen from in a form; older ones are named by their number.
OFFERED = 20
ADOPTED = ("adopted", "published", "fulfilled")


@implementer(IResolutionBook)
@adapter(IProcess)
class ResolutionBook:
    """Reads whoever may see them; a view tells an address only to who may."""

    def __init__(self, process):
        self.process = process

    def get(self, uid: str) -> ResolutionView | None:
        found = self._search(UID=uid)
        return self._view(found[0]) if found else None

    def of_body(self, body_id: str, on: date | None = None) -> list[ResolutionView]:
        days = {"kpss_resolved_on": on.isoformat()} if on else {}
        found = self._search(
            kpss_author_body=body_id,
            review_state=ADOPTED,
            sort_on="kpss_order",
            sort_order="descending",
            sort_limit=OFFERED,
            **days,
        )
        return [self._view(brain) for brain in found[:OFFERED]]

    def adopted_on_subject(self, uid: str) -> list[ResolutionView]:
        found = self._search(kpss_subject=uid, sort_on="kpss_order")
        return [self._view(brain) for brain in found]

    def numbered(self, body_id: str, number: str, on: date) -> ResolutionView | None:
        found = self._search(
            kpss_author_body=body_id,
            kpss_number=same(number).casefold(),
            kpss_resolved_on=on.isoformat(),
        )
        return self._view(found[0]) if found else None

    def record(
        self,
        body_id: str,
        *,
        on: date,
        verb: str,
        title: str,
        text: str | None,
        number: str | None,
        subject: str | None,
        external: bool = False,
        per_rollam: bool = False,
    ) -> ResolutionView:
        """Whoever may record the decision makes its resolution too."""
        body = body_by_id(self.process, body_id)
        values = {"title": title, "verb": verb, "text": text, "number": number}
        for name, value in values.items():
            if value is None:
                continue
            try:
                IResolution[name].bind(body).validate(value)
            except ValidationError as error:
                raise Refusal(
                    "resolution", error.doc(), "resolution_refused"
                ) from error
        if number and is_taken(body, number, on):
            raise Refusal("number", taken(number), "number_taken")
        made = createContentInContainer(
            body,
            "kpss.Resolution",
            checkConstraints=False,
            decided_on=on,
            subject_uid=subject,
            external=external,
            per_rollam=per_rollam,
            **values,
        )
        with api.env.adopt_roles(["Manager"]):
            api.content.transition(made, "adopt")
        return ResolutionView(
            made.UID(), body_id, made.number, on, self._url(made), made.title
        )

    def _search(self, **query):
        return api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
            path="/".join(self.process.getPhysicalPath()) + "/bodies",
            portal_type="kpss.Resolution",
            **query,
        )

    def _view(self, brain) -> ResolutionView:
        fact = brain.kpss_resolution
        return ResolutionView(
            uid=brain.UID,
            body=fact["body"],
            number=fact["number"],
            on=date.fromisoformat(fact["date"]),
            url=self._url(brain._unrestrictedGetObject()),
            title=brain.Title,
        )

    def _url(self, resolution) -> str | None:
        """The address, for who may see it."""
        may = api.user.has_permission("View", obj=resolution)
        return resolution.absolute_url() if may else None
