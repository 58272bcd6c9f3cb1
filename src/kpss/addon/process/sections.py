"""The folders that every process has, and how to find them and the process."""

from Acquisition import aq_base
from Acquisition import aq_chain
from Acquisition import aq_inner
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.process import IProcess
from kpss.addon.process.process import Process
from plone.dexterity.utils import createContentInContainer


#: id → title, content types and layout of the folder; later rooms add theirs.
SECTIONS = {
    "bodies": (
        _("Bodies and working groups"),
        ("kpss.Body", "kpss.WorkingGroup"),
        "kpss-bodies",
    ),
    "providers": (_("Organisations"), ("kpss.Organisation",), "section_view"),
    "documents": (_("Documents"), ("kpss.Document",), "kpss-documents"),
    "chains": (_("Approval chains"), ("kpss.ApprovalChain",), "kpss-chains"),
    "tasks": (_("Tasks"), ("kpss.Task",), "kpss-tasks"),
    # Whose names nobody sees without permission; the folder itself may be seen
    "people": (_("People"), ("kpss.Person",), "kpss-people"),
}


#: Folders whose content has an order of its own; the others may hold thousands.
ORDERED = ("chains",)


def process_of(context) -> IProcess | None:
    """The process that the object belongs to (itself, or the nearest above), or None."""
    for obj in aq_chain(aq_inner(context)):
        # Asked often; the interfaces of content take Dexterity fifty times as long
        if isinstance(aq_base(obj), Process):
            return obj
    return None


def add_sections(process, event=None) -> None:
    """Subscriber: a new process gets its folders; called again, those that are missing."""
    for name, (title, holds, layout) in SECTIONS.items():
        if name not in process.objectIds():
            section = createContentInContainer(
                process,
                "kpss.Section",
                checkConstraints=False,
                id=name,
                title=translate(title),
            )
            section.holds = holds
            if name in ORDERED:
                section.setOrdering("")
            section.setLayout(layout)
