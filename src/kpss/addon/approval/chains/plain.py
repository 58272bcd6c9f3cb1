"""The steps of a chain as lines of plain text, for when our pages are gone."""

from kpss.addon.approval.chains.reading import read
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.approval.rules.chain import Step
from kpss.addon.approval.texts import STEP_ACTS
from kpss.addon.codelists.bodies import BODY_KINDS
from kpss.addon.codelists.codelist import title_of
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.sections import process_of
from plone import api


def steps_as_text(content) -> str:
    """``1. Rada města – rozhoduje``, a line for each step; no hidden body."""
    lines = [
        f"{number}. {translate(_who(content, step))} – {translate(STEP_ACTS[step.act])}"
        for number, step in enumerate(read(content).steps, 1)
    ]
    return "\n".join(lines)


def _who(content, step: Step) -> str:
    if step.public:
        return _("The public")
    if step.body_kind:
        return title_of(BODY_KINDS, step.body_kind)
    process, name = process_of(content), step.body or ""
    # The text stands where everybody reads it who sees the process
    body = None if process is None else IActingBodies(process).bodies().get(name)
    if body is None or not _is_public(process, name):
        return _("A body that you do not see")
    return body.title


def _is_public(process, name: str) -> bool:
    body, workflow = process["bodies"].get(name), "kpss_body_workflow"
    state = api.portal.get_tool("portal_workflow").getStatusOf(workflow, body) or {}
    return state.get("review_state") in ("public", "archived")
