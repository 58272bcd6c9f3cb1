"""Problems of a template as a flat error that names keys and lines."""

from collections.abc import Iterable
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.process.template_row import REFUSE
from kpss.addon.restapi_errors import FlatBadRequest
from kpss.addon.restapi_errors import FlatErrorView
from kpss.addon.townsetup.messages import sentence
from kpss.addon.townsetup.rules.problem import Problem
from typing import Any
from zope.component import adapter


class TemplateRefused(FlatBadRequest):
    """The template cannot be applied; nothing was changed.

    ``errors`` have ``field`` (key path), ``message`` and ``line`` (None where the
    problem is not in the text).
    """

    def __init__(self, errors: list[dict[str, Any]]):
        message = _("The template cannot be applied; nothing was changed.")
        super().__init__(message, code="template_refused")
        self.errors = errors


@adapter(TemplateRefused, IKpssLayer)
class TemplateRefusedView(FlatErrorView):
    """Adds the lines to the errors."""

    def render_exception(self, exception: TemplateRefused) -> dict:
        return {**super().render_exception(exception), "errors": exception.errors}


def refuse_problems(problems: Iterable[Problem]) -> TemplateRefused:
    """The error for problems of the text."""
    return TemplateRefused(
        [
            {"field": p.key, "message": translate(sentence(p)), "line": p.line}
            for p in problems
        ]
    )


def refuse_rows(rows: Iterable[dict[str, Any]]) -> TemplateRefused:
    """The error for refused rows of a plan."""
    return TemplateRefused(
        [
            {"field": row["key"], "message": row["reason"], "line": row["line"]}
            for row in rows
            if row["verdict"] == REFUSE
        ]
    )
