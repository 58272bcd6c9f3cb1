"""Why something cannot be recorded: raised before anything is written."""

from collections.abc import Sequence
from kpss.addon.i18n import translate
from typing import Any


class Refusal(Exception):
    """A rule forbids it: ``field`` to mend, a sentence, and the same for a program."""

    def __init__(
        self,
        field: str,
        message: str,
        code: str,
        params: dict[str, Any] | None = None,
    ):
        super().__init__(field, message, code, params)
        self.field = field
        self.message = message
        self.code = code
        self.params = params or {}

    def __str__(self) -> str:
        return translate(self.message)


class Refusals(Exception):
    """Several at once, never empty."""

    def __init__(self, refusals: Sequence[Refusal]):
        super().__init__(refusals)
        self.refusals = tuple(refusals)

    def __str__(self) -> str:
        return " ".join(str(one) for one in self.refusals)


class Outdated(Exception):
    """Somebody else was quicker: what the person saw is no longer so."""
