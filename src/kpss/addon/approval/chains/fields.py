"""The steps of a chain as one field: rows in the form of the town template."""

from kpss.addon.approval.chains.texts import misread
from kpss.addon.approval.chains.texts import of_step
from kpss.addon.approval.rules.flaws import flaws_of_steps
from kpss.addon.approval.rules.reading import Misread
from kpss.addon.approval.rules.reading import read_steps
from kpss.addon.fields import check_length
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.process.rows import is_address
from kpss.addon.process.rows import is_id
from plone.schema import JSONField
from typing import Any
import json


#: As many as a template may have (``townsetup/schema.json``).
MOST_STEPS = 30
#: Longest texts of a step, as in a template.
LENGTHS = {"note": 5000, "source": 500}
IDS = {"body": is_address, "recorded_by": is_id}


class Steps(JSONField):
    """An ordered list of steps; what is wrong is said with the number of the step.

    A body that the process does not have is let through, because over REST a process
    comes before its bodies; ``reading.usable`` asks for it.
    """

    def __init__(self, **kw):
        super().__init__(schema=json.dumps({"type": "array"}), **kw)

    def _validate(self, value):
        if not isinstance(value, list):
            raise Refused(_("Send a list of steps."))
        if len(value) > MOST_STEPS:
            raise Refused(
                _("A chain has at most ${most} steps.", mapping={"most": MOST_STEPS})
            )
        super()._validate(value)
        try:
            steps = read_steps(value)
        except Misread as problem:
            raise Refused(misread(problem)) from problem
        for number, row in enumerate(value, 1):
            check_texts(number, row)
        for flaw in flaws_of_steps(steps):
            raise Refused(of_step(flaw))


def check_texts(number: int, row: dict[str, Any]) -> None:
    """Raise Refused where a text of the step is too long, or an id is none."""
    for key, fits in IDS.items():
        if key in row and not fits(row[key]):
            raise Refused(
                _(
                    "Step ${number}: “${value}” cannot stand in ${key}.",
                    mapping={
                        "number": number,
                        "key": key,
                        "value": str(row[key])[:100],
                    },
                )
            )
    for key, most in LENGTHS.items():
        check_length(row.get(key) or "", most)
