"""Rows typed into a grid are checked together, not only cell by cell."""

from collective.z3cform.datagridfield.datagridfield import DataGridFieldWidget
from collective.z3cform.datagridfield.datagridfield import DataGridValidator
from kpss.addon.interfaces import IKpssLayer
from kpss.addon.process.fields import IRowsCheckedTogether
from zope.component import adapter
from zope.interface import Interface


@adapter(Interface, IKpssLayer, Interface, IRowsCheckedTogether, DataGridFieldWidget)
class RowsValidator(DataGridValidator):
    """The grid's own validator looks at the cells; the field judges the rows."""

    def validate(self, value, force=False):
        super().validate(value, force)
        if value:
            self.field.bind(self.context).validate(value)
