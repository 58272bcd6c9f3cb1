"""Papers of an item: stock files, internal until somebody says that they are public.

A file is called as its title, not as it was when it was uploaded: that name says who
wrote it, and would be read by everybody.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from kpss.addon.approval.refusals import Refusal
from kpss.addon.documents.sizes import size
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.meetings.agenda.adding import free_id
from kpss.addon.meetings.agenda_item import IAgendaItem
from kpss.addon.meetings.visibility import settle_item
from kpss.addon.printing.rules.names import extension
from kpss.addon.printing.rules.names import safe
from plone import api
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from plone.namedfile.file import NamedBlobFile
from typing import Any
from zExceptions import BadRequest
from zope.i18nmessageid import Message


#: Megabytes of one paper, where the registry says nothing else.
USUAL_MEGABYTES = 50
RECORD = "kpss.addon.paper_megabytes"
#: The most papers of one item.
MOST = 50


def most_bytes() -> int:
    """The largest paper."""
    found = api.portal.get_registry_record(RECORD, default=None)
    return (found or USUAL_MEGABYTES) * 1_000_000


def too_large(bytes: int) -> Message | None:
    most = most_bytes()
    if bytes <= most:
        return None
    return _(
        "The file has ${size}; the largest paper may have ${most}. Make it smaller, or "
        "divide it.",
        mapping={"size": translate(size(bytes)), "most": translate(size(most))},
    )


@dataclass(frozen=True)
class Upload:
    """A file that was sent: ``file`` is at its beginning."""

    file: Any
    filename: str
    bytes: int

    @property
    def title(self) -> str:
        """Its name without the ending, in words."""
        stem = self.filename.rpartition("/")[2].rpartition("\\")[2]
        ending = extension(stem)
        return safe(stem[: -len(ending)] if ending else stem).replace("_", " ")


def uploads(sent: Iterable[Any]) -> list[Upload]:
    """Of what a form sent those that are files and were chosen."""
    found = []
    for one in sent:
        name = getattr(one, "filename", "")
        if not name:
            continue
        one.seek(0, 2)
        found.append(Upload(one, name, one.tell()))
        one.seek(0)
    return found


def judge_uploads(item, files: list[Upload]) -> None:
    """Raise Refusal before anything is written. ``item`` None: a new one."""
    kept = len(item.objectIds()) if item is not None else 0
    if kept + len(files) > MOST:
        raise Refusal(
            "papers",
            _("An item has at most ${most} papers.", mapping={"most": MOST}),
            "too_many_papers",
            {"most": MOST},
        )
    for one in files:
        refused = too_large(one.bytes)
        if refused is not None:
            raise Refusal(
                "papers",
                _(
                    "${file}: ${why}",
                    mapping={"file": one.filename, "why": translate(refused)},
                ),
                "paper_too_large",
                {"file": one.filename, "bytes": one.bytes, "most": most_bytes()},
            )
        if not one.bytes:
            raise Refusal(
                "papers",
                _("${file} is empty.", mapping={"file": one.filename}),
                "paper_empty",
                {"file": one.filename},
            )


def add_papers(item, files: list[Upload], *, public: bool = False) -> None:
    """Papers that were judged; asked of the item: its adders need not be adders of files."""
    added = []
    for one in files:
        # A file of the disk is moved, not read
        stored = NamedBlobFile(data=one.file, filename=one.filename)
        paper = createContent("File", title=one.title, file=stored)
        paper.id = free_id(item, "paper")
        added.append(addContentToContainer(item, paper, checkConstraints=False).getId())
    if public:
        item.public_papers = [*(item.public_papers or ()), *added]
    settle_item(item)


def flag_papers(item, public: Iterable[str]) -> None:
    """Say which of the papers everybody may read; the others are internal."""
    wanted = set(public)
    item.public_papers = [name for name in item.objectIds() if name in wanted]
    settle_item(item)


def remove_paper(item, name: str) -> None:
    item.manage_delObjects([name])
    item.public_papers = [one for one in item.public_papers or () if one != name]


def keep_paper(paper, event) -> None:
    """Subscriber: a paper is not too large, and is called as its title."""
    if not IAgendaItem.providedBy(paper.aq_parent):
        return
    file = paper.file
    if file is None:
        return
    refused = too_large(file.getSize())
    if refused is not None:
        raise BadRequest(translate(refused))
    wanted = safe(paper.title or "") + extension(file.filename)
    if file.filename != wanted:
        file.filename = wanted
