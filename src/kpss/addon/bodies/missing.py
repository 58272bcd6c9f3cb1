"""Bodies that functions, stages and chains name although the process has none such.

They may: a process comes before its bodies. Rules of procedure and bodies may not.
"""

from collections.abc import Iterator
from kpss.addon.approval.chains.reading import contents_of
from kpss.addon.i18n import _
from zope.i18nmessageid import Message


#: Keys of a step of a stage whose body has to be there. The one that a step
#: ``creates`` comes with it.
STEP_KEYS = ("body", "gate", "by")


def functions_without_body(process) -> list[Message]:
    """A sentence for each function and each missing body that it names."""
    return list(_of_functions(process, set(process["bodies"].objectIds())))


def stages_without_body(process) -> list[Message]:
    """A sentence for each step of a stage that names a missing body."""
    return list(_of_stages(process, set(process["bodies"].objectIds())))


def chains_without_body(process) -> list[tuple[str, Message]]:
    """Address of the chain and a sentence for each of its steps of a missing body."""
    there = set(process["bodies"].objectIds())
    return [
        (chain.absolute_url(), sentence)
        for chain in contents_of(process)
        for sentence in _of_chain(chain, there)
    ]


def _of_functions(process, there: set[str]) -> Iterator[Message]:
    for row in process.functions or ():
        body, other = row.get("body"), row.get("represents_in")
        if body and body not in there:
            yield _(
                "The function “${title}” sits in the body “${id}”, "
                "which is not in this process.",
                mapping={"title": row["title"], "id": body},
            )
        if other and other not in there:
            yield _(
                "The function “${title}” represents in the body “${id}”, "
                "which is not in this process.",
                mapping={"title": row["title"], "id": other},
            )


def _of_stages(process, there: set[str]) -> Iterator[Message]:
    for stage in process.stages or ():
        for step in stage.get("steps", ()):
            for body in _missing(step, there):
                yield _(
                    "The step “${step}” of the stage “${stage}” names the body “${id}”, "
                    "which is not in this process.",
                    mapping={
                        "step": step["title"],
                        "stage": stage["title"],
                        "id": body,
                    },
                )


def _of_chain(chain, there: set[str]) -> Iterator[Message]:
    for number, step in enumerate(chain.steps, 1):
        body = step.get("body")
        if body and body not in there:
            yield _(
                "Step ${number} of the approval chain “${chain}” names the body "
                "“${id}”, which is not in this process.",
                mapping={"number": number, "chain": chain.title, "id": body},
            )


def _missing(step: dict, there: set[str]) -> list[str]:
    """Each missing body once, in the order of the keys."""
    named = dict.fromkeys(step[key] for key in STEP_KEYS if step.get(key))
    return [body for body in named if body not in there]
