"""The page of a ``kpss.Rules``: its rules in sentences, and what it does not set."""

from datetime import date
from kpss.addon.approval.interfaces import IApprovals
from kpss.addon.bodies.procedure.facts import body_of
from kpss.addon.bodies.procedure.facts import facts_of
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.bodies.procedure.sentences import ProcedureSentence
from kpss.addon.bodies.procedure.sentences import sentences_of
from kpss.addon.bodies.procedure.sentences import unset_rules
from kpss.addon.browser.dates import day
from kpss.addon.browser.dates import period
from kpss.addon.process.sections import process_of
from plone import api
from plone.memoize.view import memoize
from Products.Five.browser import BrowserView


class RulesView(BrowserView):
    """Gathers what the template shows."""

    day = staticmethod(day)
    period = staticmethod(period)

    @property
    def body(self):
        return body_of(self.context)

    @property
    @memoize
    def facts(self):
        return facts_of(self.context)

    @property
    def state(self) -> str:
        """Whether these rules hold today: ``in_force``, ``future`` or ``past``."""
        if procedure_of(self.body).url == self.facts.url:
            return "in_force"
        start = self.facts.valid_from
        return "future" if start is not None and start > date.today() else "past"

    @property
    def document(self) -> dict | None:
        """The approved document (decision 27), for a reader who may see it."""
        name = getattr(self.context, "document_id", None)
        process = process_of(self.context)
        found = IApprovals(process).get(name) if name and process else None
        if found is None or not api.user.has_permission("View", obj=found):
            return None
        return {"title": found.title, "url": found.absolute_url()}

    @property
    def groups(self) -> list[tuple[str, list[ProcedureSentence]]]:
        """Sentences by heading, in the order of the form."""
        groups: dict[str, list[ProcedureSentence]] = {}
        for sentence in sentences_of(self.facts, self.context):
            groups.setdefault(sentence.group, []).append(sentence)
        return list(groups.items())

    @property
    def unset(self) -> list[str]:
        return unset_rules(self.facts)
