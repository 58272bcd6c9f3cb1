"""Placeholders of a template: what they may say, and that they stand where they can.

A template may name values, go through facts and sections, and ask whether something is
there; it computes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from docx.document import Document
from docx.opc.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2 import nodes
from jinja2 import StrictUndefined
from jinja2 import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from kpss.addon.printing.word.kinds import CONTENT
from kpss.addon.printing.word.kinds import Kind
from kpss.addon.printing.word.kinds import PICTURE
from kpss.addon.printing.word.kinds import ROWS
from kpss.addon.printing.word.opening import parts_with_text
from kpss.addon.printing.word.opening import W
from kpss.addon.printing.word.refusals import TemplateRefused
from typing import Any
import re


FILTERS = ("upper", "lower", "title", "trim", "capitalize")
LOOP = ("first", "last", "index", "length")
ALLOWED = (
    *(nodes.Template, nodes.TemplateData, nodes.CondExpr, nodes.Filter, nodes.Test),
    *(nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.Const),
)
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
#: Letters that tell docxtpl which element to replace: paragraph, row, cell, run.
MARKS = re.compile(r"(\{[{%])(?:p|tr|tc|r)(?=\s)")


def environment() -> SandboxedEnvironment:
    """Values are escaped; a name that is not known is an error."""
    made = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    made.filters = {name: made.filters[name] for name in FILTERS}
    made.globals.clear()
    made.tests = {name: made.tests[name] for name in ("defined", "none")}
    return made


class Template(DocxTemplate):
    """Placeholders of whole paragraphs work without docxtpl's mark ``p`` too."""

    def __init__(self, file: Any, kind: Kind):
        super().__init__(file)
        names = "|".join(name for name, _title in kind.sections)
        self._content = re.compile(
            rf"\{{\{{\s*({names}|\w+\.{CONTENT})\s*\}}\}}", re.DOTALL
        )

    def patch_xml(self, src_xml: str) -> str:
        # Tags inside a placeholder go first, as in the library itself
        src_xml = re.sub(
            r"(?<={)(<[^>]*>)+(?=[\{%\#])|(?<=[%\}\#])(<[^>]*>)+(?=\})", "", src_xml
        )
        src_xml = TAG.sub(_plain_tag, src_xml)
        src_xml = self._content.sub(r"{{p \1 }}", src_xml)
        return super().patch_xml(src_xml)


def _plain_tag(found: re.Match[str]) -> str:
    """Without elements inside, and with the spaces that the library looks for."""
    return re.sub("<[^>]*>", "", found.group()).replace("\N{NO-BREAK SPACE}", " ")


def check_placeholders(template: Template, kind: Kind) -> None:
    """Raises TemplateRefused for the first placeholder that cannot be used."""
    check_places(template.get_docx(), kind)
    scope = Scope(
        texts=frozenset(name for name, _title in kind.texts),
        whole=frozenset((PICTURE, *(name for name, _title in kind.sections))),
    )
    env, count = environment(), 0
    for part in parts_with_text(template.get_docx()):
        source = template.patch_xml(part.blob.decode("utf-8"))
        try:
            tree = env.parse(source)
        except TemplateSyntaxError as error:
            problem = error.message or ""
            raise TemplateRefused("broken_placeholder", problem=problem) from error
        scope.check(tree)
        count += sum(1 for _node in tree.find_all(nodes.Name))
    if not count:
        raise TemplateRefused("nothing_placed")


def check_places(document: Document, kind: Kind) -> None:
    """What becomes paragraphs stands alone in one, in the body of the document."""
    content = {name for name, _title in kind.sections}
    for number, part in enumerate(parts_with_text(document)):
        for paragraph in parse_xml(part.blob).iter(f"{W}p"):
            text = _own_text(paragraph)
            for tag in TAG.findall(text):
                inside = MARKS.sub(r"\1", tag).strip("{%}").strip()
                whole = inside in content or inside.endswith(f".{CONTENT}")
                if whole and number:
                    raise TemplateRefused("not_in_header", name=inside[:60])
                marked = re.match(r"\{[{%]p\s", tag)
                if (whole or marked) and text.strip() != tag:
                    raise TemplateRefused("not_alone", name=inside[:60])


def _own_text(paragraph) -> str:
    """Without the text of paragraphs inside it, such as those of a text box."""
    return "".join(
        one.text or ""
        for one in paragraph.iter(f"{W}t")
        if next(one.iterancestors(f"{W}p")) is paragraph
    )


@dataclass(frozen=True)
class Scope:
    """Names that are known at a place. ``check`` raises TemplateRefused.

    ``texts`` may stand anywhere, ``whole`` (paragraphs, a picture) only by themselves,
    ``rows`` are the variables of a loop with what each row has.
    """

    texts: frozenset[str]
    whole: frozenset[str]
    rows: Mapping[str, tuple[str, ...]] | None = None

    def check(self, node: nodes.Node, *, alone: bool = False) -> None:
        match node:
            case nodes.Name() | nodes.Getattr():
                self._check_name(node, alone)
            case nodes.For():
                self._check_loop(node)
            case nodes.Output():
                for child in node.nodes:
                    self.check(child, alone=True)
            case nodes.If():
                self.check_test(node.test)
                for child in (*node.body, *node.elif_, *node.else_):
                    self.check(child)
            case nodes.Filter() if node.name not in FILTERS:
                raise TemplateRefused("not_allowed", what=node.name)
            case _ if isinstance(node, ALLOWED):
                for child in node.iter_child_nodes():
                    self.check(child)
            case _:
                raise TemplateRefused("not_allowed", what=type(node).__name__.lower())

    def check_test(self, node: nodes.Node) -> None:
        """Whether something is there may be asked of everything."""
        if isinstance(node, nodes.Name) and node.name in ROWS:
            return
        if isinstance(node, nodes.Not):
            self.check_test(node.node)
        elif isinstance(node, (nodes.And, nodes.Or)):
            self.check_test(node.left)
            self.check_test(node.right)
        else:
            self.check(node, alone=isinstance(node, (nodes.Name, nodes.Getattr)))

    def _check_name(self, node: nodes.Name | nodes.Getattr, alone: bool) -> None:
        name = _dotted(node)
        owner, _dot, attribute = name.partition(".")
        if attribute:
            known = attribute in (self.rows or {}).get(owner, ())
            whole = attribute == CONTENT
        else:
            known = name in self.texts or name in self.whole
            whole = name in self.whole
        if not known:
            raise TemplateRefused("unknown_placeholder", name=name)
        if whole and not alone:
            raise TemplateRefused("not_allowed", what=name)

    def _check_loop(self, node: nodes.For) -> None:
        name = node.iter.name if isinstance(node.iter, nodes.Name) else ""
        if name not in ROWS or not isinstance(node.target, nodes.Name) or self.rows:
            raise TemplateRefused("not_allowed", what="for")
        rows = {node.target.name: ROWS[name], "loop": LOOP}
        inner = replace(self, rows=rows)
        if node.test is not None:
            inner.check_test(node.test)
        for child in (*node.body, *node.else_):
            inner.check(child)


def _dotted(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    raise TemplateRefused("not_allowed", what=type(node).__name__.lower())
