"""In the grid of functions a body is chosen by its title; its id is what is kept."""

from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.process.process import IProcess
from kpss.addon.process.rows import BodyId
from kpss.addon.process.rows import IFunctionRow
from plone.app.z3cform.widgets.select import SelectWidget
from plone.memoize.view import memoize
from Products.Five.browser import BrowserView
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import IAddForm
from z3c.form.interfaces import IFieldWidget
from z3c.form.interfaces import IWidget
from z3c.form.widget import FieldWidget
from zope.component import adapter
from zope.component import getUtility
from zope.interface import implementer
from zope.schema import getFields
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


class BodySelectWidget(SelectWidget):
    """A select of the bodies of the process that is edited; none while it is added."""

    noValueMessage = _("– no body –")

    def updateTerms(self):
        if self.terms is None:
            process = edited_process(self.form)
            self.terms = (
                SimpleVocabulary([])
                if process is None
                else BodyChoices(process, self.request).terms()
            )
        return self.terms


@implementer(IFieldWidget)
@adapter(BodyId, IKpssLayer)
def body_select(field: BodyId, request) -> BodySelectWidget:
    """The widget of a column that names a body."""
    return FieldWidget(field, BodySelectWidget(request))


@adapter(BodyId, BodySelectWidget)
class BodyIdConverter(BaseDataConverter):
    """An id is its own token, also that of a body which is not there."""

    def toWidgetValue(self, value: str | None) -> list[str]:
        return [value] if value else []

    def toFieldValue(self, value: list[str]) -> str | None:
        chosen = value[0] if value else ""
        return None if chosen in ("", self.widget.noValueToken) else chosen


class BodyChoices(BrowserView):
    """What the selects of one page offer; asked once, however many rows there are."""

    __name__ = "kpss-body-choices"

    @memoize
    def terms(self) -> SimpleVocabulary:
        """Bodies that the reader may see, by title, then the ids that rows name besides."""
        bodies = getUtility(IVocabularyFactory, "kpss.addon.bodies")(self.context)
        others = sorted(named_bodies(self.context) - {term.value for term in bodies})
        return SimpleVocabulary([*bodies, *map(self.other, others)])

    def other(self, body_id: str) -> SimpleTerm:
        """An id kept by a row: of no body, or of one whose title the reader may not see."""
        there = body_id in self.context["bodies"].objectIds()
        missing = _("${id} (not in this process)", mapping={"id": body_id})
        return SimpleTerm(body_id, body_id, body_id if there else missing)


def named_bodies(process) -> set[str]:
    """Ids of bodies that the functions of the process name."""
    columns = [
        name
        for name, field in getFields(IFunctionRow).items()
        if isinstance(field, BodyId)
    ]
    rows = process.functions or ()
    return {row[name] for row in rows for name in columns if row.get(name)}


def edited_process(form) -> IProcess | None:
    """The process that a form edits, from a widget in a row of it; None when it adds one."""
    while IWidget.providedBy(form):
        form = form.form
    form = getattr(form, "parentForm", form)
    if form is None or IAddForm.providedBy(form):
        return None
    return form.context if IProcess.providedBy(form.context) else None
