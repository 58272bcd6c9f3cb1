"""Errors of our REST services: flat and raised, so that nothing is half-saved.

``{"type", "message", "code", "params", "errors": [{"field", "message"}]}``, and the
``context`` that plone.restapi adds.
"""

from kpss.addon.i18n import translate
from kpss.addon.interfaces import IKpssLayer
from plone.rest.errors import ErrorHandling
from typing import Any
from zExceptions import HTTPException
from zope.component import adapter


class FlatError(HTTPException):
    """A service refuses; ``status`` and ``type`` are set by the subclass.

    ``message`` is a sentence, ``code`` and ``params`` say the same to a program,
    ``fields`` maps the fields that are to be mended to their sentences.
    """

    status = 500
    type = "InternalError"

    def __init__(
        self,
        message: str,
        *,
        code: str,
        params: dict[str, Any] | None = None,
        fields: dict[str, str] | None = None,
    ):
        super().__init__(message)
        self.message = message
        self.code = code
        self.params = params or {}
        self.fields = fields or {}


class FlatBadRequest(FlatError):
    """The request cannot be understood or breaks a rule."""

    status = 400
    type = "BadRequest"


class FlatConflict(FlatError):
    """What the client saw is no longer so."""

    status = 409
    type = "Conflict"


@adapter(FlatError, IKpssLayer)
class FlatErrorView(ErrorHandling):
    """Shows a FlatError as flat JSON with its own status."""

    def __call__(self):
        # plone.rest derives the status from the name of the class; ours stays
        self.request.response.setStatus(self.context.status, lock=1)
        return super().__call__()

    def render_exception(self, exception: FlatError) -> dict:
        result = super().render_exception(exception)
        result.pop("traceback", None)
        return {
            **result,
            "type": exception.type,
            "message": translate(exception.message),
            "code": exception.code,
            "params": exception.params,
            "errors": [
                {"field": field, "message": translate(message)}
                for field, message in exception.fields.items()
            ],
        }


def refuse_field(
    field: str, message: str, *, code: str, **params: Any
) -> FlatBadRequest:
    """The error for one bad field: ``raise refuse_field("on", _("…"), code="bad")``."""
    return FlatBadRequest(message, code=code, params=params, fields={field: message})
