"""The page of a ``kpss.Rules``: its rules in sentences, and what it does not set."""

from datetime import date
from kpss.addon.bodies.procedure.facts import body_of
from kpss.addon.bodies.procedure.facts import facts_of
from kpss.addon.bodies.procedure.facts import procedure_of
from kpss.addon.bodies.procedure.sentences import ProcedureSentence
from kpss.addon.bodies.procedure.sentences import sentences_of
from kpss.addon.bodies.procedure.sentences import unset_rules
from kpss.addon.browser.dates import day
from kpss.addon.browser.dates import period
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
    def groups(self) -> list[tuple[str, list[ProcedureSentence]]]:
        """Sentences by heading, in the order of the form."""
        groups: dict[str, list[ProcedureSentence]] = {}
        for sentence in sentences_of(self.facts, self.context):
            groups.setdefault(sentence.group, []).append(sentence)
        return list(groups.items())

    @property
    def unset(self) -> list[str]:
        return unset_rules(self.facts)
