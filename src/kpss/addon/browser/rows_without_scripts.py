"""Grids of rows in our forms take new rows and delete old ones without scripts too."""

from collections.abc import Iterator
from collective.z3cform.datagridfield.blockdatagridfield import BlockDataGridFieldWidget
from collective.z3cform.datagridfield.blockdatagridfield import (
    BlockDataGridFieldWidgetFactory,
)
from collective.z3cform.datagridfield.datagridfield import DataGridFieldWidget
from collective.z3cform.datagridfield.datagridfield import DataGridFieldWidgetFactory
from kpss.addon.browser.sent_rows import NO_CHOICE
from kpss.addon.browser.sent_rows import settle_rows
from kpss.addon.browser.stylesheet import resource_url
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.interfaces import IKpssLayer
from plone.autoform.widgets import ParameterizedWidget
from plone.z3cform.fieldsets.extensible import FormExtender
from z3c.form.interfaces import IFieldsForm
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import INPUT_MODE
from z3c.form.interfaces import ISelectWidget
from z3c.form.interfaces import NO_VALUE
from z3c.form.widget import FieldWidget
from zope.browserpage.viewpagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


class WithoutScripts:
    """A grid with a part of its own that browsers show when scripts are off."""

    #: Blank rows offered at once.
    blank = 2
    #: A title of a row is cut there.
    title_length = 80
    part = ViewPageTemplateFile("rows_without_scripts.pt")

    def extract(self, default=NO_VALUE):
        settle_rows(self.request.form, self.name)
        return super().extract(default)

    def updateWidgets(self):
        """What was not chosen is not shown as if the first choice had been made."""
        super().updateWidgets()
        for row in self.rows:
            for cell in row.widgets.values():
                is_open = ISelectWidget.providedBy(cell) and cell.required
                if is_open and not {*cell.value} - {NO_CHOICE}:
                    cell.prompt = True

    def render(self):
        html = super().render()
        return html + self.part(self) if self.mode == INPUT_MODE else html

    @property
    def rows(self) -> list:
        """Widgets of the rows, without the pattern row of the scripts."""
        return [row for row in self.widgets if row.name.rsplit(".", 1)[-1].isdigit()]

    @property
    def blank_rows(self) -> Iterator:
        """Widgets of rows that are yet to be written; nothing in them is required."""
        count = len(self.rows)
        for number in range(count, count + self.blank):
            row = self.getWidget(number)
            for cell in row.widgets.values():
                cell.required = False
            yield row

    @property
    def deletable(self) -> list[dict[str, str]]:
        """Number of every row and how to call it."""
        return [
            {"value": str(number), "label": self.call(row, number + 1)}
            for number, row in enumerate(self.rows if self.allow_delete else ())
        ]

    def call(self, row, number: int) -> str:
        """The row by its place and its title, or whatever text stands in it first."""
        cells = row.widgets
        named = [cells["title"]] if "title" in cells else cells.values()
        texts = [translate(shown(cell)) for cell in named]
        title = next((text for text in texts if text), "")[: self.title_length]
        return _("${number}. ${title}", mapping={"number": number, "title": title})

    @property
    def style_url(self) -> str:
        return resource_url("noscript.css")


def shown(cell) -> str:
    """What a text or a select shows; nothing for other cells."""
    if isinstance(cell.value, str):
        return cell.value
    return next(iter(getattr(cell, "displayValue", ())), "")


class RowsWidget(WithoutScripts, DataGridFieldWidget):
    """A table of rows."""


class BlockRowsWidget(WithoutScripts, BlockDataGridFieldWidget):
    """Rows whose cells stand under each other."""


@implementer(IFieldWidget)
def rows_widget(field, request):
    return FieldWidget(field, RowsWidget(request))


@implementer(IFieldWidget)
def block_rows_widget(field, request):
    return FieldWidget(field, BlockRowsWidget(request))


#: The grid that a schema of ours asks for → the one that works without scripts.
GRIDS = {
    DataGridFieldWidgetFactory: rows_widget,
    BlockDataGridFieldWidgetFactory: block_rows_widget,
}


@adapter(Interface, IKpssLayer, IFieldsForm)
class GridsWithoutScripts(FormExtender):
    """Every grid of a schema of ours, whatever the form."""

    def update(self):
        for part in (self.form, *self.form.groups):
            for field in part.fields.values():
                widget = field.widgetFactory.get(INPUT_MODE)
                factory = GRIDS.get(getattr(widget, "widget_factory", None))
                if factory and field.interface.__module__.startswith("kpss.addon."):
                    field.widgetFactory[INPUT_MODE] = ParameterizedWidget(
                        factory, **widget.params
                    )
