"""``{document}/edit``: the stock form, which asks for a note where the text was decided."""

from kpss.addon.approval.pinning import plain
from kpss.addon.approval.same_text import same
from kpss.addon.documents.changing import FIELD
from kpss.addon.documents.changing import MISSING
from kpss.addon.documents.changing import told
from kpss.addon.documents.locking import changes
from kpss.addon.documents.locking import DECIDED_FIELDS
from kpss.addon.documents.locking import needs_note
from kpss.addon.documents.locking import text_of
from kpss.addon.documents.locking import WHY
from kpss.addon.i18n import _
from plone.dexterity.browser.edit import DefaultEditForm
from plone.dexterity.interfaces import IDexterityEditForm
from plone.z3cform import layout
from typing import Any
from z3c.form.interfaces import NOT_CHANGED
from z3c.form.interfaces import WidgetActionExecutionError
from zope.i18nmessageid import Message
from zope.interface import classImplements
from zope.interface import Invalid


#: Name of the field with the prefix of its schema.
NOTE = f"IVersionable.{FIELD}"


class DocumentEditForm(DefaultEditForm):
    """What was typed stays in the form when the note is missing."""

    @property
    def description(self) -> Message | None:
        """What is to be known before the text is changed."""
        if needs_note(self.context):
            return _(
                "A body has decided about this text already. If you change it, write "
                "below into the note what and why."
            )
        return WHY.get(changes(self.context))

    def extractData(self, setErrors=True):
        data, errors = super().extractData(setErrors)
        if not errors and self._note_is_missing(data):
            raise WidgetActionExecutionError(NOTE, Invalid(MISSING))
        return data, errors

    def applyChanges(self, data):
        with told(self.context, data.get(NOTE)):
            return super().applyChanges(data)

    def _note_is_missing(self, data: dict[str, Any]) -> bool:
        if (data.get(NOTE) or "").strip() or not needs_note(self.context):
            return False
        before = text_of(self.context)
        typed = {
            name: before[name] if new is NOT_CHANGED else plain(new)
            for name, new in self._sent(data)
        }
        return not same(before, typed)

    @staticmethod
    def _sent(data: dict[str, Any]):
        return ((name, data.get(name, NOT_CHANGED)) for name in DECIDED_FIELDS)


DocumentEdit = layout.wrap_form(DocumentEditForm)
classImplements(DocumentEdit, IDexterityEditForm)
