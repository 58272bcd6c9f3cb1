"""Content of ours as its attributes, all of them, instead of its fields as REST has them.

Nothing is judged on the way in: the export was made of content that had been judged,
and what it refers to may come later.
"""

from Acquisition import aq_base
from collections.abc import Iterator
from kpss.addon.interfaces import IBroughtEvent
from kpss.addon.transfer.plain import NotPlain
from kpss.addon.transfer.plain import read
from kpss.addon.transfer.plain import written
from plone import api
from plone.exportimport import logger
from plone.exportimport.deserializers.blob import load_blob
from plone.exportimport.serializers.blob import export_blob
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from plone.namedfile.interfaces import IImage
from plone.namedfile.interfaces import INamed
from plone.restapi.serializer.converters import json_compatible
from typing import Any
from zope.event import notify
from zope.interface import alsoProvides
from zope.lifecycleevent import ObjectModifiedEvent


#: Where the attributes stand in the data of the content.
KEY = "kpss.addon"
FILE = "file"

#: What plone.exportimport carries itself, or what is made anew.
_OTHERS = frozenset(
    (
        "id",
        "portal_type",
        "creation_date",
        "modification_date",
        "modification_date_migrated",
        "workflow_history",
        "cmf_uid",
        "location_id",
        "version_id",
        # Of the rights: follows when it is indexed
        "_kpss_groups_with_roles",
    )
)
#: Children, permissions of the workflow, and what is not stored.
_TREE = ("_tree", "_count", "_mt_index")


def is_carried(name: str) -> bool:
    return not (
        name in _OTHERS
        or name in _TREE
        or name.startswith(("__", "_v_", "_plone."))
        or name.endswith("_Permission")
    )


class Serializer:
    """``ISerializeToJson`` for an export."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self, **options: Any) -> dict[str, Any]:
        context = self.context
        return {
            "@id": context.absolute_url(),
            "@type": context.portal_type,
            "id": context.getId(),
            "UID": context.UID(),
            # For people who look into the file
            "title": context.title,
            "created": json_compatible(context.created()),
            "modified": json_compatible(context.modified()),
            "review_state": api.content.get_state(context, None),
            KEY: dict(self.attributes()),
        }

    def attributes(self) -> Iterator[tuple[str, Any]]:
        base = aq_base(self.context)
        # ``vars`` of an object not yet loaded from the database is empty
        base._p_activate()
        for name, value in sorted(vars(base).items()):
            if not is_carried(name):
                continue
            if INamed.providedBy(value):
                yield name, self.file(name, value)
                continue
            try:
                yield name, written(value)
            except NotPlain as kind:
                path = "/".join(self.context.getPhysicalPath())
                logger.warning("%s: %s is left out, it is a %s", path, name, kind)

    def file(self, name: str, value) -> dict[str, Any]:
        path = export_blob(self.context, name, value.filename or name, value.data)
        return {
            "@": FILE,
            "is": {
                "blob_path": path.as_posix(),
                "filename": value.filename,
                "content-type": value.contentType,
                "image": IImage.providedBy(value),
            },
        }


class Deserializer:
    """``IDeserializeFromJson`` for an import."""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self, validate_all: bool = False, data: dict | None = None):
        base = aq_base(self.context)
        for name, value in ((data or {}).get(KEY) or {}).items():
            if is_carried(name):
                setattr(base, name, _value(value))
        event = ObjectModifiedEvent(self.context)
        alsoProvides(event, IBroughtEvent)
        notify(event)
        return self.context


def _value(value: Any) -> Any:
    if not (isinstance(value, dict) and value.get("@") == FILE):
        return read(value)
    kept = value["is"]
    made = NamedBlobImage if kept["image"] else NamedBlobFile
    return made(load_blob(kept["blob_path"]), kept["content-type"], kept["filename"])
