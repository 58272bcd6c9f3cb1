"""``{process}/@@kpss-me``: what a linked person is here, agreed to, and what is kept."""

from datetime import date
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.people.consents import CONSENT_KINDS
from kpss.addon.bodies.people.person import IPerson
from kpss.addon.bodies.peoplepages.consent_texts import consent_text
from kpss.addon.bodies.peoplepages.consent_texts import consent_version
from kpss.addon.bodies.peoplepages.own import change_consent
from kpss.addon.bodies.peoplepages.own import Office
from kpss.addon.bodies.peoplepages.own import offices
from kpss.addon.bodies.peoplepages.own import own_fact
from kpss.addon.bodies.peoplepages.own import own_person
from kpss.addon.bodies.peoplepages.own import Sitting
from kpss.addon.bodies.peoplepages.own import sittings
from kpss.addon.bodies.peoplepages.places import places
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.bodies.registry import body_by_id
from kpss.addon.bodies.roster.terms import end_by_rule
from kpss.addon.bodies.rules.people import consent_on
from kpss.addon.bodies.rules.periods import first_day
from kpss.addon.bodies.rules.periods import last_day
from kpss.addon.bodies.rules.stints import GUEST
from kpss.addon.bodies.rules.stints import MEMBER
from kpss.addon.bodies.rules.stints import PRESIDING
from kpss.addon.bodies.rules.stints import SUBSTITUTE
from kpss.addon.browser.dates import day
from kpss.addon.browser.dates import period
from kpss.addon.browser.titled import ITitledView
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from plone import api
from plone.memoize.view import memoize
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zExceptions import BadRequest
from zExceptions import Forbidden
from zope.interface import implementer


KINDS = {
    MEMBER: _("member"),
    SUBSTITUTE: _("substitute"),
    GUEST: _("permanent guest"),
}
#: What is recorded of a person, in this order; a note of the office is not shown.
RECORDED = (
    "title_before",
    "given_name",
    "family_name",
    "title_after",
    "office",
    "office_email",
    "office_phone",
    "private_email",
    "private_phone",
    "private_address",
    "user_id",
)


@implementer(ITitledView)
class MyPage(BrowserView):
    """A linked person's own page; others read why it is empty."""

    day = staticmethod(day)

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            self.change()
            return ""
        return self.index()

    @property
    def title(self) -> str:
        return translate(_("My page"))

    def change(self) -> None:
        """Give or withdraw one consent."""
        CheckAuthenticator(self.request)
        if self.person is None:
            raise Forbidden(translate(self.refusal))
        what = self.request.form.get("what")
        act = self.request.form.get("act")
        if what not in dict(CONSENT_KINDS) or act not in ("give", "withdraw"):
            raise BadRequest(translate(_("There is no such consent.")))
        change_consent(
            self.person,
            what,
            give=act == "give",
            today=date.today(),
            version=consent_version(self.context),
        )
        api.portal.show_message(
            _("Your consent was recorded.")
            if act == "give"
            else _("Your consent was withdrawn."),
            self.request,
        )
        address = f"{self.context.absolute_url()}/@@kpss-me#kpss-consents"
        self.request.response.redirect(address)

    @property
    @memoize
    def person(self):
        return own_person(self.context)

    @property
    @memoize
    def fact(self):
        return own_fact(self.context)

    @property
    def refusal(self):
        """Why there is nothing to show."""
        if api.user.is_anonymous():
            return _("This page is for people of the process: log in first.")
        return _(
            "Your account is not linked to a person of this process. If you take part "
            "in it, ask the coordinator to link it."
        )

    @property
    @memoize
    def places(self) -> dict:
        """Titles and addresses of the bodies where the person is or was, by UID."""
        uids = {one.body for one in ledger().stints_of(self.fact.process, self.fact.id)}
        return places(self.context, uids)

    @property
    def bodies(self) -> list[tuple[object, list[dict]]]:
        """Now, in future, and in the past: pairs of a heading and rows."""
        today = date.today()
        rows = [(one, self._row(one)) for one in sittings(self.fact)]
        groups = (
            (_("Now"), [row for one, row in rows if one.span.holds(today)]),
            (_("In future"), [row for one, row in rows if one.span.first > today]),
            (_("In the past"), [row for one, row in rows if one.span.last < today]),
        )
        return [(title, found) for title, found in groups if found]

    def _row(self, one: Sitting) -> dict:
        return {
            "body": self.places[one.body],
            "kind": KINDS[one.kind],
            "voting": one.voting,
            "period": period(first_day(one.span), last_day(one.span)),
        }

    @property
    def functions(self) -> list[dict]:
        return [self._function(one) for one in offices(self.fact, date.today())]

    def _function(self, one: Office) -> dict:
        titles = {row["id"]: row["title"] for row in self.context.functions or ()}
        first, last = first_day(one.span), last_day(one.span)
        by_rule = None if last else self._end_by_rule(one)
        return {
            "title": titles.get(one.function, one.function),
            "body": self.places[one.body],
            "period": period(first, last or by_rule),
            "by_rule": by_rule is not None,
            "awaits_appointment": one.awaits_appointment,
        }

    def _end_by_rule(self, one: Office) -> date | None:
        structure = ledger().structure(self.fact.process)
        fact = structure.bodies.get(one.body)
        body = body_by_id(self.context, fact.id) if fact else None
        presides = structure.function_kind(one.function) in PRESIDING
        first = first_day(one.span)
        if body is None or first is None or not presides:
            return None
        return end_by_rule(procedure_of(body).settings, first)

    @property
    def consents(self) -> list[dict]:
        today = date.today()
        return [
            {
                "what": what,
                "title": title,
                "given": consent_on(self.fact.consents, what, today),
            }
            for what, title in CONSENT_KINDS
        ]

    @property
    def consent_text(self):
        return consent_text(self.context)

    @property
    def recorded(self) -> list[tuple[object, str]]:
        """Pairs of the title of a field and what is kept in it."""
        kept = [(IPerson[name].title, getattr(self.person, name)) for name in RECORDED]
        return [(title, value) for title, value in kept if value]
