"""All papers of a meeting as one ZIP, in the order of the agenda."""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from kpss.addon.meetings.papers.agenda import AgendaPaper
from kpss.addon.meetings.papers.agenda import InvitationPaper
from kpss.addon.meetings.rules.folders import paths
from kpss.addon.printing.rules.names import extension
from kpss.addon.printing.submission.package import opener
from kpss.addon.printing.typst_pdf import pdf_of
from kpss.addon.printing.zip_file import Entry
from typing import IO
import io
import mimetypes


@dataclass(frozen=True)
class Part:
    """A file: its title with an ending, the item that it belongs to; None: to all."""

    title: str
    ending: str
    open: Callable[[], IO[bytes]]
    item: tuple[str, str] | None = None


class Package:
    """Invitation and agenda, then the papers that the reader may see."""

    def __init__(self, invitation: InvitationPaper):
        self.invitation = invitation
        self.agenda = AgendaPaper(invitation.context, invitation.today)

    def parts(self) -> Iterator[Part]:
        for one in (self.invitation, self.agenda):
            yield Part(one.say(one.kind.title), ".pdf", _made(one))
        meeting = self.invitation.context
        for line in self.agenda.lines:
            for paper in line.papers:
                file = meeting[line.id][paper.id].file
                if file is not None:
                    ending = extension(file.filename) or (
                        mimetypes.guess_extension(file.contentType or "") or ""
                    )
                    title, item = paper.title or paper.id, (line.number, line.title)
                    yield Part(title, ending, opener(file), item)

    def entries(self) -> list[Entry]:
        """Nothing is opened before its turn comes."""
        parts = list(self.parts())
        names = paths((one.item, one.title, one.ending) for one in parts)
        day = self.invitation.today
        return [
            Entry(name, part.open, day) for name, part in zip(names, parts, strict=True)
        ]


def _made(paper: AgendaPaper) -> Callable[[], IO[bytes]]:
    return lambda: io.BytesIO(pdf_of(paper.paper()))
