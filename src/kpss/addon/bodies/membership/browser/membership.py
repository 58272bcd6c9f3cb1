"""The page of a membership, for those who may see it."""

from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.browser.dates import day
from kpss.addon.browser.dates import period
from kpss.addon.i18n import _
from plone import api
from plone.memoize.view import memoize
from Products.Five.browser import BrowserView
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


#: Choices and dates that the page shows in this order, when they are there.
SHOWN = (
    "function",
    "substitute_of",
    "party",
    "organisation",
    "unit",
    "basis",
    "reserved_by",
    "elected_on",
    "appointed_on",
    "appointed_by_text",
    "delegation_letter",
    "rules_signed_on",
    "rules_signed_version",
    "rules_signed_evidence",
    "end_reason",
)
#: Seen by those who record memberships.
INTERNAL = ("note",)


class MembershipView(BrowserView):
    """Facts of a membership in words."""

    period = staticmethod(period)

    @property
    @memoize
    def facts(self) -> list[tuple[str, str]]:
        """Pairs of the title of a field and its value in words."""
        names = SHOWN + (INTERNAL if self.may_edit else ())
        shown = [(IMembership[name], getattr(self.context, name)) for name in names]
        return [
            (field.title, self.in_words(field, value))
            for field, value in shown
            if value
        ]

    def in_words(self, field, value):
        name = getattr(field, "vocabularyName", None)
        if name is None:
            return day(value) if hasattr(value, "isoformat") else value
        terms = getUtility(IVocabularyFactory, name)(self.context).by_value
        return terms[value].title if value in terms else _("not shown to you")

    @property
    @memoize
    def body(self):
        return (
            self.context.aq_parent if IBody.providedBy(self.context.aq_parent) else None
        )

    @property
    def person_url(self) -> str | None:
        """The page of the person, for those who may open it."""
        person = person_by_id(self.context, self.context.person)
        if person is None or not api.user.has_permission("View", obj=person):
            return None
        return person.absolute_url()

    @property
    def is_annulled(self) -> bool:
        return api.content.get_state(self.context, None) == "annulled"

    @property
    @memoize
    def may_edit(self) -> bool:
        return api.user.has_permission("Modify portal content", obj=self.context)
