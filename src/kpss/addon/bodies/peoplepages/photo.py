"""``{process}/@@kpss-photo/<UID of a person>``: the photograph, for who may see it.

The person itself stays private; whether there is a photograph is not told either: every
refusal is the same 404.
"""

from datetime import date
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.registry import body_by_id
from kpss.addon.bodies.roster.seen import seen_structure
from kpss.addon.bodies.rules.people import PersonFact
from kpss.addon.bodies.rules.publicity import shown
from kpss.addon.bodies.rules.seats import seats_on
from plone import api
from Products.Five.browser import BrowserView
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


#: Pictures that run no scripts.
TYPES = ("image/jpeg", "image/png", "image/gif", "image/webp")
SCALE = "mini"
#: Seconds; who withdraws a consent is not waited for longer.
KEPT = 300


@implementer(IPublishTraverse)
class PhotoView(BrowserView):
    """Scaled down, so that what the camera added (place, time) is not in it."""

    uid: str | None = None

    def publishTraverse(self, request, name):
        if self.uid is not None:
            raise NotFound(name)
        self.uid = name
        return self

    def __call__(self):
        person = self.person()
        if person is None or not may_see_photo(self.context, person):
            raise NotFound("kpss-photo")
        return self.send(self.context["people"][person.id])

    def person(self) -> PersonFact | None:
        """The person of this process with the UID in the address."""
        catalog = api.portal.get_tool("portal_catalog")
        path = "/".join(self.context.getPhysicalPath()) + "/people"
        brains = self.uid and catalog.unrestrictedSearchResults(
            UID=self.uid, path={"query": path, "depth": 1}, portal_type="kpss.Person"
        )
        if not brains:
            return None
        return ledger().person(self.context.UID(), brains[0].getId)

    def send(self, person):
        scales = getMultiAdapter((person, self.request), name="images")
        scale = scales.scale("photo", scale=SCALE)
        if scale is None or scale.data.contentType not in TYPES:
            raise NotFound("kpss-photo")
        data = scale.data.data
        response = self.request.response
        response.setHeader("Content-Type", scale.data.contentType)
        response.setHeader("Content-Length", str(len(data)))
        response.setHeader("Cache-Control", f"private, max-age={KEPT}")
        response.setHeader("X-Content-Type-Options", "nosniff")
        return data


def may_see_photo(process, person: PersonFact) -> bool:
    """Whether the reader may see the photograph: with consent, or from inside."""
    if not person.has_photo:
        return False
    if api.user.has_permission("kpss.addon: View People", obj=process):
        return True
    stints = ledger().stints_of(person.process, person.id)
    structure = seen_structure(process, ledger().structure(person.process))
    today = date.today()
    for uid in {one.body for one in stints if one.body in structure.bodies}:
        body = body_by_id(process, structure.bodies[uid].id)
        if body is None or not api.user.has_permission("View", obj=body):
            continue
        if api.user.has_permission("kpss.addon: View Roster", obj=body):
            return True
        seats = seats_on((one for one in stints if one.body == uid), today)
        if any(
            shown(seat, person.consents, structure, today=today).photo for seat in seats
        ):
            return True
    return False
