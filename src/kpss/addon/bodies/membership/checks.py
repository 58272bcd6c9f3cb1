"""Whether a membership may be recorded: one question for forms, REST and import."""

from Acquisition import aq_chain
from collections.abc import Mapping
from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.membership.admitting import refusals
from kpss.addon.interfaces import InvalidField
from typing import Any
from zope.globalrequest import getRequest
from zope.i18nmessageid import Message
from zope.schema import getFields


#: The field to be mended, and why.
Problem = tuple[str, Message]


def check_membership(data: Mapping[str, Any], body) -> list[Problem]:
    """What is wrong with a membership in the body beside the others; empty when nothing.

    ``data`` holds every field of IMembership by name, and ``id``: that of the membership
    that is being changed, None for a new one.
    """
    own = body.get(data["id"]) if data.get("id") else None
    known = {"uid": own.UID(), "id": own.getId()} if own is not None else {}
    return refusals(data, body, **known)


def refuse_bad(data, schema) -> None:
    """For the invariant: raise InvalidField for the first problem.

    ``data`` is what is being saved; what was not sent is read from the content itself.
    """
    content = getattr(data, "__context__", None)
    body = body_around(content)
    if body is None:
        return
    # A field with an error of its own is missing: then the rest is not judged
    values = {
        name: getattr(data, name)
        for name, field in getFields(schema).items()
        if not field.readonly
    }
    recorded = schema.providedBy(content) and content.getId() in body.objectIds()
    values["id"] = content.getId() if recorded else None
    for field, message in check_membership(values, body):
        raise InvalidField(message, field)


def body_around(content):
    """The body that the content is in; of an add form, the one it is published on."""
    request = getRequest()
    published = request.get("PARENTS", ()) if request is not None else ()
    for start in (content, *published):
        for obj in aq_chain(start) if start is not None else ():
            if IBody.providedBy(obj):
                return obj
    return None
