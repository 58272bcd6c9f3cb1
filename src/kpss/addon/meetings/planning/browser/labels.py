"""Labels of links and headings of meetings, with the town's word for them."""

from kpss.addon.i18n import _
from kpss.addon.process.meeting_words import named
from zope.i18nmessageid import Message


LABELS = {
    "column": _("${Meeting}"),
    "next": _("Next ${meeting}:"),
    "last": _("Last ${meetings}"),
    "all": _("All ${meetings_gen}"),
    "plan": _("Plan a ${meeting_acc}"),
    "plan_several": _("Plan several ${meetings_gen}"),
    "enter": _("Enter a ${meeting_acc} of the past"),
}


def labels_of(context) -> dict[str, Message]:
    return {name: named(label, context) for name, label in LABELS.items()}
