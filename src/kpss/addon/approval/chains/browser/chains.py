"""``{process}/approval-chains``: who decides on which documents, step by step."""

from kpss.addon.approval.chains.reading import chains_of
from kpss.addon.approval.chains.texts import sentence
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.rules.chain import Chain
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.rules.chain import WORKING
from kpss.addon.approval.rules.flaws import flaws
from kpss.addon.approval.texts import STEP_ACTS
from kpss.addon.approval.vocabularies import kind_title
from kpss.addon.browser.titled import ITitledView
from kpss.addon.codelists.bodies import BODY_KINDS
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.documents import OUTCOMES
from kpss.addon.codelists.documents import PURPOSES
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from kpss.addon.i18n import translate
from plone import api
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


MANAGE = "kpss.addon: Manage Process"
DEFAULT = "default"


@implementer(ITitledView)
class Chains(BrowserView):
    """Every chain as an ordered list; hidden bodies are not named."""

    @property
    def title(self) -> str:
        return translate(_("How documents are approved"))

    @property
    def bodies(self) -> IActingBodies:
        return IActingBodies(self.context)

    @property
    def may_edit(self) -> bool:
        return bool(api.user.has_permission(MANAGE, obj=self.context))

    @property
    def chains(self) -> list[dict]:
        return [self.shown(chain) for chain in chains_of(self.context)]

    def shown(self, chain: Chain) -> dict:
        return {
            "id": chain.id,
            "title": chain.title,
            "kinds": [kind_title(self.context, one) for one in chain.document_kinds],
            "purpose": title_of(PURPOSES, chain.purpose),
            "source": self.source(chain.source),
            "steps": [self.step(step) for step in chain.steps],
            "flaws": self.flaws(chain) if self.may_edit else [],
        }

    def flaws(self, chain: Chain) -> list[Message]:
        """Why the chain cannot be used; told to who may mend it."""
        bodies = self.bodies.bodies()
        active = {name for name, body in bodies.items() if body.exists}
        return [
            _(
                "Step ${number}: ${problem}",
                mapping={"number": (one.step or 0) + 1, "problem": sentence(one)},
            )
            for one in flaws(chain, bodies, active)
        ]

    def step(self, step: Step) -> dict:
        function = self.bodies.function_titles().get(step.recorded_by or "")
        return {
            **self.actor(step),
            "act": STEP_ACTS[step.act],
            "outcomes": ", ".join(
                translate(title_of(OUTCOMES, one)) for one in step.allowed
            ),
            "deadline": self.deadline(step),
            "needs_resolution": step.resolution_required,
            "delegation": step.delegation,
            "recorded_by": function,
            "note": step.note,
            "source": self.source(step.source),
        }

    def actor(self, step: Step) -> dict:
        if step.public:
            return {"who": _("The public"), "url": None}
        if step.body_kind:
            return {"who": title_of(BODY_KINDS, step.body_kind), "url": None}
        body = self.bodies.bodies().get(step.body or "")
        if body is None or not self.bodies.may_see(step.body or ""):
            return {"who": _("A body that you do not see"), "url": None}
        return {"who": body.title, "url": body.url}

    def deadline(self, step: Step) -> Message | None:
        if step.deadline_days is None:
            return None
        number = step.deadline_days
        if step.deadline_kind == WORKING:
            said = plural(
                number,
                _("working_days_one", default="within one working day"),
                _("working_days_few", default="within ${number} working days"),
                _("working_days_many", default="within ${number} working days"),
            )
        else:
            said = plural(
                number,
                _("days_one", default="within one day"),
                _("days_few", default="within ${number} days"),
                _("days_many", default="within ${number} days"),
            )
        if step.skippable:
            return _(
                "${deadline}, then it goes on without it", mapping={"deadline": said}
            )
        return said

    def source(self, value: str | None) -> Message | str | None:
        if value == DEFAULT:
            return _("default, the rules do not state it")
        return value
