"""The page of a document."""

from datetime import date
from functools import cached_property
from kpss.addon.approval.case import case_of
from kpss.addon.approval.possible import MANAGE
from kpss.addon.approval.possible import PASS_ON
from kpss.addon.approval.possible import TAKE_PART
from kpss.addon.approval.standing import state_today
from kpss.addon.approval.texts import STATES
from kpss.addon.approval.timeline import Linked
from kpss.addon.approval.timeline import Place
from kpss.addon.approval.timeline import Timeline
from kpss.addon.approval.vocabularies import kind_title
from kpss.addon.bodies.registry import body_by_id
from kpss.addon.bodies.registry import may_see_body
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.browser.dates import day
from kpss.addon.browser.dates import period
from kpss.addon.documents.approving import annexes_of
from kpss.addon.documents.fields import documents_of
from kpss.addon.documents.permissions import ADD
from kpss.addon.documents.sizes import size
from kpss.addon.i18n import _
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


#: How the badge of a state looks.
BADGES = {
    "in_force": "text-bg-success",
    "approved": "text-bg-success",
    "rejected": "text-bg-danger",
    "repealed": "text-bg-secondary",
    "withdrawn": "text-bg-secondary",
}


@implementer(IWithoutByline)
class DocumentPage(BrowserView):
    """Text, file, the way through the bodies and what can be done now."""

    day = staticmethod(day)
    period = staticmethod(period)
    size = staticmethod(size)

    @cached_property
    def main(self):
        """The document that is approved: of an annex the one it belongs to."""
        main = documents_of(self.context).get(self.context.annex_of or "")
        return main if main is not None else self.context

    @cached_property
    def timeline(self) -> Timeline:
        return Timeline(case_of(self.main))

    @cached_property
    def state(self) -> str:
        return state_today(case_of(self.main), date.today())

    @property
    def state_title(self) -> Message:
        return STATES[self.state]

    @property
    def state_badge(self) -> str:
        return BADGES.get(self.state, "text-bg-primary")

    @property
    def kind(self) -> Message | str:
        return kind_title(self.context, self.context.document_kind)

    @property
    def is_internal(self) -> bool:
        return bool(self.main.internal) and self.takes_part

    @property
    def takes_part(self) -> bool:
        return bool(api.user.has_permission(TAKE_PART, obj=self.context))

    @cached_property
    def author(self) -> Place | None:
        body_id = self.context.author_body
        if not body_id or not may_see_body(self.context, body_id):
            return None
        body = body_by_id(self.context, body_id)
        if body is None:
            return None
        return Place(body_id, body.title, body.kind, body.absolute_url())

    @property
    def in_force(self) -> Message | str:
        return period(self.timeline.in_force_from, self.timeline.in_force_to)

    @property
    def main_link(self) -> Linked | None:
        """The main document of an annex, for who may see it."""
        if self.main is self.context:
            return None
        if not api.user.has_permission("View", obj=self.main):
            return None
        main = self.main
        return Linked(main.getId(), main.UID(), main.title, main.absolute_url())

    @cached_property
    def annexes(self) -> list[dict]:
        return [
            {
                "number": one.annex_number,
                "title": one.title,
                "url": one.absolute_url(),
                "file": self.file_of(one),
            }
            for one in annexes_of(self.context)
            if api.user.has_permission("View", obj=one)
        ]

    def file_of(self, document, name: str = "file") -> dict | None:
        """A file of a document, with what a reader wants to know before the click."""
        value = getattr(document, name)
        if value is None:
            return None
        return {
            "name": value.filename,
            "size": size(value.getSize()),
            "url": f"{document.absolute_url()}/@@download/{name}/{value.filename}",
        }

    @property
    def file(self) -> dict | None:
        return self.file_of(self.context)

    @property
    def working_file(self) -> dict | None:
        """Inside only, whatever is public of the document (BER-31)."""
        return self.file_of(self.context, "working_file") if self.takes_part else None

    @property
    def may_add(self) -> bool:
        section = documents_of(self.context)
        return bool(section) and bool(api.user.has_permission(ADD, obj=section))

    @property
    def may_amend(self) -> bool:
        """A document in force is changed by a new one."""
        return self.state == "in_force" and self.may_add and not self.main_link

    @property
    def may_annex(self) -> bool:
        """Annexes are added before the document is submitted."""
        return self.may_add and self.main is self.context and self.state == "draft"

    @property
    def may_correct_dates(self) -> bool:
        if self.timeline.in_force_from is None or self.main is not self.context:
            return False
        return bool(api.user.has_permission(MANAGE, obj=self.context))

    @property
    def may_pass_on(self) -> bool:
        return bool(api.user.has_permission(PASS_ON, obj=self.context))

    @property
    def facts(self) -> list[tuple[Message, Message | str]]:
        """Label and value of what is known."""
        found = [
            (_("Kind of document"), self.kind),
            (_("Reference number (č. j.)"), self.context.reference_number),
            (_("Period"), self.context.period),
        ]
        if self.takes_part:
            found.append((_("To be kept until"), day(self.context.retain_until)))
        if self.timeline.in_force_from:
            found.append((_("In force"), self.in_force))
        return [(label, value) for label, value in found if value]
