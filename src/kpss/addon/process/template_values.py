"""Values of fields as they stand in a town template, and back.

A value in a template is *canonical*: without empty things, line ends as ``\\n``, dates as
ISO text, HTML as the site lets it through. Canonical values can be compared.
"""

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from kpss.addon.codelists.ico import Ico
from kpss.addon.codelists.ico import normalise_or_keep
from kpss.addon.i18n import _
from kpss.addon.process.template_row import Shown
from plone import api
from plone.app.textfield import RichText
from plone.app.textfield import RichTextValue
from typing import Any
from zope.component import queryUtility
from zope.schema import Bool
from zope.schema import Choice
from zope.schema import Date
from zope.schema import List
from zope.schema import Text
from zope.schema import TextLine
from zope.schema.interfaces import IField
from zope.schema.interfaces import IVocabularyFactory
import re


@dataclass(frozen=True)
class Key:
    """A key of the template and the field that it fills.

    ``path`` leads to the key inside its part; ``lines``: a list in the template is kept
    as lines of one text. ``usual`` is the value that an export leaves out.
    """

    path: tuple[str, ...]
    field: IField
    lines: bool = False
    usual: Any = None

    def find(self, data: Mapping[str, Any]) -> Any:
        """The canonical value in the data, None when the key is not there."""
        value: Any = data
        for part in self.path:
            value = value.get(part) if isinstance(value, Mapping) else None
        return None if value is None else canonical(self, value)

    def put(self, data: dict[str, Any], value: Any) -> None:
        """Write a canonical value; nothing and False are left out."""
        if value is None or value is False or value == self.usual:
            return
        for part in self.path[:-1]:
            data = data.setdefault(part, {})
        data[self.path[-1]] = value


def key(path: str, field: IField, lines: bool = False, usual: Any = None) -> Key:
    return Key(tuple(path.split(".")), field, lines, usual)


def canonical(key: Key, value: Any) -> Any:
    """A value from a template in its canonical form; None when it is empty."""
    match key.field:
        case _ if key.lines:
            return tidy_list(value)
        case Bool():
            return bool(value)
        case List():
            return tidy_list(value)
        case RichText():
            return safe_html(tidy(value) or "") or None
        case Ico():
            return normalise_or_keep(tidy(value))
        case TextLine() | Text():
            return tidy(value)
    return value


def exported(key: Key, stored: Any) -> Any:
    """The canonical form of what a field holds."""
    if stored is None or stored == []:
        return None
    match key.field:
        case _ if key.lines:
            return tidy_list(stored.splitlines())
        case Date():
            return stored.isoformat()
        case RichText():
            return canonical(key, stored.raw)
    return canonical(key, stored)


def stored(key: Key, value: Any) -> Any:
    """What a field holds for a canonical value."""
    match key.field:
        case _ if key.lines:
            return "\n".join(value)
        case Date():
            return date.fromisoformat(value)
        case RichText():
            return RichTextValue(value, "text/html", "text/x-html-safe")
        case List():
            return list(value)
    return value


def tidy(text: str) -> str | None:
    """Line ends as ``\\n``, nothing at the end of lines, None when nothing is left."""
    lines = re.split("\r\n|[\r\n\x85\u2028\u2029]", text)
    return "\n".join(line.rstrip() for line in lines).strip() or None


def tidy_list(items: list) -> list | None:
    """Texts on one line each, without empty ones; other items as they are."""
    kept = [one_line(item) if isinstance(item, str) else item for item in items]
    return [item for item in kept if item] or None


def one_line(text: str) -> str:
    """Line ends as spaces; spaces that do not break stay."""
    return re.sub("[ \t]*[\r\n\x85\u2028\u2029]+[ \t]*", " ", text).strip()


def safe_html(html: str) -> str:
    """HTML without scripts, handlers and ``javascript:`` links, as the site is set up."""
    if not html:
        return ""
    transforms = api.portal.get_tool("portal_transforms")
    # By its name: looking for a way between media types takes ten times longer
    result = transforms.convert("safe_html", html)
    return tidy(result.getData()) or ""


def shown(key: Key, value: Any) -> Shown:
    """A canonical value for people."""
    match value:
        case None:
            return None
        case bool():
            return (_("yes") if value else _("no"),)
        case list():
            return tuple(title_of(key.field, item) for item in value)
    if isinstance(key.field, RichText):
        return " ".join(re.sub("<[^>]*>", " ", value).split())
    return value if not isinstance(key.field, Choice) else (title_of(key.field, value),)


def title_of(field: IField, item: Any) -> str:
    """The title of a code from a code list; other things as text."""
    choice = getattr(field, "value_type", None) or field
    if isinstance(item, Mapping):
        return " ".join(str(part) for part in item.values())
    if not isinstance(choice, Choice):
        return str(item)
    factory: Callable | None = queryUtility(
        IVocabularyFactory, choice.vocabularyName or ""
    )
    terms = factory(None).by_value if factory else {}
    return terms[item].title if item in terms else str(item)
