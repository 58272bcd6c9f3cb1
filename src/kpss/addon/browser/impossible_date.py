"""A date that is none is named in the form, instead of “the value cannot be used”."""

from kpss.addon.browser.dates import numeric
from kpss.addon.i18n import _
from kpss.addon.interfaces import IKpssContent
from kpss.addon.interfaces import IKpssLayer
from plone.app.z3cform.interfaces import IDateWidget
from z3c.form.error import ValueErrorViewSnippet
from zope.component import adapter
from zope.interface import Interface
from zope.schema.interfaces import IDate
import re


@adapter(ValueError, IKpssLayer, IDateWidget, IDate, Interface, IKpssContent)
class ImpossibleDate(ValueErrorViewSnippet):
    """Said of what a browser without a calendar lets people type: 2026-02-30."""

    def createMessage(self):
        typed = str(self.widget.value)[:100]
        if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", typed):
            return _(
                "There is no such day as ${date}.",
                mapping={"date": numeric(*map(int, typed.split("-")))},
            )
        return _("${value} is not a date: write YYYY-MM-DD.", mapping={"value": typed})
