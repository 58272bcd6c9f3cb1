"""On the page of a membership: what can be done with it, and what was corrected."""

from datetime import date
from datetime import datetime
from kpss.addon.bodies.membership.membership import IMembership
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from typing import Any
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.schema.interfaces import IVocabularyFactory


class RecordingViewlet(ViewletBase):
    """For those who record memberships."""

    @property
    def is_annulled(self) -> bool:
        return api.content.get_state(self.context, None) == "annulled"

    @property
    def is_transferable(self) -> bool:
        rules = procedure_of(self.context.aq_parent).settings
        return rules.transferable != "no"

    def corrections(self) -> list[dict[str, Any]]:
        """The latest first: when, by whom, and what in words."""
        log = getattr(self.context, "corrections", None) or ()
        return [
            {
                "at": day(datetime.fromisoformat(entry["at"]).date()),
                "by": _name_of(entry["by"]),
                "changes": [self._in_words(one) for one in entry["changes"]],
            }
            for entry in reversed(log)
        ]

    def _in_words(self, change: dict[str, Any]) -> dict[str, Any]:
        name = change["field"]
        if name == "annulled":
            return {"title": _("Annulled"), "old": "", "new": ""}
        words = {part: self._value(name, change[part]) for part in ("old", "new")}
        return {"title": IMembership[name].title, **words}

    def _value(self, name: str, value: Any) -> Message | str:
        if value is None or value == "":
            return _("not set")
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        if name == "person":
            person = person_by_id(self.context, value)
            return value if person is None else person.title
        vocabulary = getattr(IMembership[name], "vocabularyName", None)
        if vocabulary is None:
            return day(date.fromisoformat(value))
        terms = getUtility(IVocabularyFactory, vocabulary)(self.context).by_value
        return terms[value].title if value in terms else value


def _name_of(user_id: str) -> str:
    user = api.user.get(userid=user_id) if user_id else None
    return (user.getProperty("fullname") if user else "") or user_id
