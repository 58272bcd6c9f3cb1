"""Bad input over plone.restapi: flat errors, each naming its field.

plone.restapi alone answers a Python list as text and no field for an invariant.
"""

from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.interfaces import InvalidField
from kpss.addon.restapi_errors import FlatBadRequest
from plone.restapi.deserializer.dxcontent import DeserializeFromJson
from plone.restapi.interfaces import IDeserializeFromJson
from zExceptions import BadRequest
from zope.component import adapter
from zope.interface import implementer


@implementer(IDeserializeFromJson)
@adapter(IKpssContent, IKpssLayer)
class NamingDeserializer(DeserializeFromJson):
    """Raises FlatBadRequest with the sentence of every field that is to be mended."""

    def __call__(
        self, validate_all=False, data=None, create=False, mask_validation_errors=True
    ):
        try:
            return super().__call__(
                validate_all, data, create, mask_validation_errors=False
            )
        except BadRequest as refusal:
            errors = refusal.args[0]
            if not isinstance(errors, list):
                raise
            raise FlatBadRequest(
                _("The data were not accepted; nothing was saved."),
                code="invalid",
                fields={field_of(error): error["message"] for error in errors},
            ) from refusal


def field_of(error: dict) -> str:
    """The field of an error; that of an invariant is kept by the exception."""
    cause = error.get("error")
    return cause.field if isinstance(cause, InvalidField) else error.get("field", "")
