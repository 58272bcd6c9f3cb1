"""What is approved is the text of the day of the decision, whatever was edited since.

A decision of Monday recorded on Wednesday, the text edited on Tuesday: on Wednesday the
document has Monday's text again. Tuesday's stays among the versions.
"""

from datetime import date
from kpss.addon.approval.pinning import as_of
from kpss.addon.approval.pinning import plain
from kpss.addon.approval.rules.case import APPROVED
from kpss.addon.approval.rules.case import DECIDED
from kpss.addon.approval.same_text import same
from kpss.addon.browser.dates import day
from kpss.addon.documents.approving import annexes_of
from kpss.addon.documents.changing import FIELD
from kpss.addon.documents.locking import DECIDED_FIELDS
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from plone.app.textfield.interfaces import IRichTextValue
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.interfaces import INamed
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.globalrequest import getRequest
from zope.lifecycleevent import ObjectModifiedEvent


def restore_decided(document, event) -> None:
    """An approved document and its annexes have the text that was decided about.

    With changes it is the text there is now: whoever records it has confirmed so.
    """
    entry = event.entry
    if entry.kind != DECIDED or event.after.status != APPROVED:
        return
    if (entry.more or {}).get("wording"):
        return
    for one in (document, *annexes_of(document)):
        restore(one, entry.on)


def restore(document, on: date) -> bool:
    """Give back the fields of that day; whether anything was another."""
    seen, _version = as_of(document, on)
    other = [
        name
        for name in DECIDED_FIELDS
        if not same(plain(getattr(seen, name)), plain(getattr(document, name)))
    ]
    if not other:
        return False
    for name in other:
        setattr(document, name, _copied(getattr(seen, name)))
    note = _("The wording of ${day}, which was approved.", mapping={"day": day(on)})
    request = getRequest()
    if request is not None:
        # Stock versioning takes its comment from here
        key = f"plone.app.versioningbehavior-{FIELD}"
        IAnnotations(request)[key] = translate(note)
    notify(ObjectModifiedEvent(document))
    return True


def _copied(value: Any) -> Any:
    """A value of its own: that of a version belongs to the version."""
    if IRichTextValue.providedBy(value):
        return RichTextValue(value.raw, value.mimeType, value.outputMimeType)
    if INamed.providedBy(value):
        return NamedBlobFile(value.data, value.contentType, value.filename)
    return value
