"""plone.restapi names no field when an invariant fails; ours does."""

from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.interfaces import InvalidField
from plone.restapi.deserializer.dxcontent import DeserializeFromJson
from plone.restapi.interfaces import IDeserializeFromJson
from zExceptions import BadRequest
from zope.component import adapter
from zope.interface import implementer


@implementer(IDeserializeFromJson)
@adapter(IKpssContent, IKpssLayer)
class NamingDeserializer(DeserializeFromJson):
    """Adds ``field`` to the errors of our invariants."""

    def __call__(
        self, validate_all=False, data=None, create=False, mask_validation_errors=True
    ):
        try:
            return super().__call__(
                validate_all, data, create, mask_validation_errors=False
            )
        except BadRequest as refusal:
            errors = refusal.args[0]
            for error in errors if isinstance(errors, list) else ():
                if isinstance(error.get("error"), InvalidField):
                    error["field"] = error["error"].field
                if mask_validation_errors:
                    error["error"] = "ValidationError"
            raise BadRequest(errors) from refusal
