"""Errors of our REST services: flat and raised, so that nothing is half-saved.

``{"type", "message", "code", "params", "errors": [{"field", "message"}]}``, and the
``context`` that plone.restapi adds.
"""

from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.interfaces import IKpssLayer
from plone.rest.errors import ErrorHandling
from plone.rest.interfaces import IAPIRequest
from plone.restapi.exceptions import DeserializationError
from transaction.interfaces import TransientError
from typing import Any
from zExceptions import HTTPException
from zope.component import adapter
from zope.schema import interfaces


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


class FlatUnavailable(FlatError):
    """Nothing was done; the same request may succeed at once."""

    status = 503
    type = "ServiceUnavailable"


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


def malformed() -> FlatBadRequest:
    """The error for what is no JSON object."""
    return FlatBadRequest(
        _("The request is not understood: send a JSON object."), code="malformed"
    )


@adapter(DeserializationError, IKpssLayer)
class MalformedView(FlatErrorView):
    """Adding content reads the JSON before any code of ours: said in our way."""

    def __init__(self, context: DeserializationError, request):
        super().__init__(malformed(), request)


@adapter(TransientError, IAPIRequest)
class ConflictView(FlatErrorView):
    """All retries of the publisher ended in a conflict with others who wrote."""

    def __init__(self, context: TransientError, request):
        message = _(
            "Others are writing here just now; nothing was saved. Try it again."
        )
        super().__init__(FlatUnavailable(message, code="conflict"), request)
        self.original = context

    def __call__(self):
        if not IKpssLayer.providedBy(self.request):
            return ErrorHandling(self.original, self.request)()
        self.request.response.setHeader("Retry-After", "1")
        return super().__call__()


def refuse_field(
    field: str, message: str, *, code: str, **params: Any
) -> FlatBadRequest:
    """The error for one bad field: ``raise refuse_field("on", _("…"), code="bad")``."""
    return FlatBadRequest(message, code=code, params=params, fields={field: message})


#: Said of a required field without a value.
REQUIRED = _("This must not be empty: a value is required.")


def sentence(error: Exception) -> str:
    """What to say of a value that a field refused, instead of zope.schema's own words."""
    if isinstance(error, Refused):
        return error.message
    if isinstance(error, interfaces.RequiredMissing):
        return REQUIRED
    field = getattr(error, "field", None)
    if isinstance(error, interfaces.WrongContainedType):
        inner = [cause for cause in error.errors or () if isinstance(cause, Exception)]
        return sentence(inner[0]) if inner else _("An entry of the list is wrong.")
    if isinstance(error, interfaces.NotUnique):
        return _("The same stands there twice.")
    if isinstance(error, interfaces.WrongType):
        return _("This is of a wrong type.")
    if isinstance(error, (interfaces.TooSmall, interfaces.TooBig)):
        return _(
            "The number must be from ${minimum} to ${maximum}.",
            mapping={"minimum": field.min, "maximum": field.max},
        )
    if isinstance(error, interfaces.ConstraintNotSatisfied):
        return _unfit(field, error.value)
    return _("This value cannot be used here.")


def _unfit(field, value) -> str:
    """Said of a value of the right type: no known code, or several lines."""
    if interfaces.IChoice.providedBy(field):
        return _(
            "“${value}” cannot be used here. Possible values: ${allowed}.",
            mapping={
                "value": str(value)[:100],
                "allowed": ", ".join(term.token for term in field.vocabulary),
            },
        )
    if interfaces.ITextLine.providedBy(field):
        return _("The text must stand on one line.")
    return _("This value cannot be used here.")
