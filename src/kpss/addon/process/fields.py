"""Fields of the process's settings that check more than one value can."""

from Acquisition import aq_base
from kpss.addon.codelists.documents import DOCUMENT_KINDS
from kpss.addon.fields import Refused
from kpss.addon.i18n import _
from kpss.addon.process.interfaces import IKindUser
from plone.schema import JSONField
from zope import schema
from zope.component import subscribers
from zope.interface import implementer
from zope.interface import Interface
from zope.schema.interfaces import WrongContainedType
import functools
import importlib.resources
import json
import re


#: What an address may hold: RFC 3986 without the apostrophe; letters with diacritics
#: too, as browsers show them.
_NOT_IN_URL = re.compile(r"[^\w\-.~:/?#\[\]@!$&()*+,;=%]")


class HttpUrl(schema.TextLine):
    """A web address; anything but http and https is refused (no ``javascript:``)."""

    def _validate(self, value):
        super()._validate(value)
        if not value:
            return
        if not re.match(r"https?://[^\s/?#\[\]]+\S*\Z", value):
            raise Refused(
                _(
                    "${url} is not a web address: it begins with http:// or https://.",
                    mapping={"url": value},
                )
            )
        wrong = _NOT_IN_URL.search(value)
        if wrong:
            raise Refused(
                _(
                    "The character ${character} cannot stand in a web address.",
                    mapping={"character": wrong.group()},
                )
            )


class IRowsCheckedTogether(Interface):
    """A list of rows whose field refuses what single cells cannot show."""


@implementer(IRowsCheckedTogether)
class ReferringRows(schema.List):
    """Rows with an ``id`` each, unique, and columns that refer to another row."""

    def __init__(self, refers: tuple[str, ...] = (), **kw):
        self.refers = refers
        super().__init__(**kw)

    def _validate(self, value):
        super()._validate(value)
        seen = set()
        for row in value or ():
            if row["id"] in seen:
                raise Refused(
                    _("The id ${id} is used twice.", mapping={"id": row["id"]})
                )
            seen.add(row["id"])
        for row in value or ():
            for column in self.refers:
                target = row.get(column)
                if target and (target not in seen or target == row["id"]):
                    raise Refused(
                        _(
                            "The row ${id} refers to ${target}, which is not another row here.",
                            mapping={"id": row["id"], "target": target},
                        )
                    )


class KindRows(ReferringRows):
    """Kinds of documents beside the usual ones; what is of a kind keeps it there."""

    def _validate(self, value):
        super()._validate(value)
        usual = {code for code, _title in DOCUMENT_KINDS}
        for row in value or ():
            if row["id"] in usual:
                raise Refused(
                    _(
                        "The id ${id} belongs to what every process has; choose "
                        "another one.",
                        mapping={"id": row["id"]},
                    )
                )
        self.check_removed(value)

    def check_removed(self, value: list[dict] | None) -> None:
        """Raise Refused when a kind is left out of which something is."""
        kept = {row["id"] for row in value or ()}
        for row in getattr(aq_base(self.context), "document_kinds", None) or ():
            if row["id"] in kept:
                continue
            users = subscribers((self.context,), IKindUser)
            used = [title for user in users for title in user.titles(row["id"])]
            if used:
                raise Refused(
                    _(
                        "The kind “${kind}” cannot be removed, because it is used: "
                        "${titles}.",
                        mapping={"kind": row["title"], "titles": ", ".join(used)},
                    )
                )


@functools.cache
def template_schema() -> dict:
    """The JSON Schema of town templates, which the data parts must follow too."""
    path = importlib.resources.files("kpss.addon.townsetup") / "schema.json"
    return json.loads(path.read_text(encoding="utf-8"))


class TemplatePart(JSONField):
    """A part of the town template kept as data: a list that follows its schema."""

    def __init__(self, part: str = "", **kw):
        self.part = part
        super().__init__(schema=json.dumps({"type": ["array", "null"]}), **kw)

    def _validate(self, value):
        full = template_schema()
        self.json_schema = {**full["properties"][self.part], "$defs": full["$defs"]}
        try:
            super()._validate(value)
        except WrongContainedType as wrong:
            raise Refused(
                _(
                    "This does not follow the schema of town templates, part “${part}”.",
                    mapping={"part": self.part},
                )
            ) from wrong
