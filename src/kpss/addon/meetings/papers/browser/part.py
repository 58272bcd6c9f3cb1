"""Papers to download on the page of a meeting and of a resolution."""

from kpss.addon.i18n import translate
from kpss.addon.meetings.papers.browser.downloads import is_told
from kpss.addon.meetings.papers.extract import EXTRACTED
from kpss.addon.meetings.rules.progress import PER_ROLLAM
from kpss.addon.meetings.who import sees_inside
from kpss.addon.printing.word.kinds import AGENDA
from kpss.addon.printing.word.kinds import ATTENDANCE
from kpss.addon.printing.word.kinds import EXTRACT
from kpss.addon.printing.word.kinds import INVITATION
from kpss.addon.printing.word.kinds import Kind
from plone import api
from plone.app.layout.viewlets.common import ViewletBase
from typing import NamedTuple
from zope.i18nmessageid import Message


class Row(NamedTuple):
    """A paper; ``title`` is a part of the labels of both links too."""

    title: str
    pdf: str
    docx: str


def row(context, kind: Kind, title: Message | None = None, query: str = "") -> Row:
    """A kind of paper of the context, called otherwise where it has versions."""
    url = f"{context.absolute_url()}/{kind.id}"
    said = translate(title or kind.title)
    return Row(said, f"{url}.pdf{query}", f"{url}.docx{query}")


class Papers(ViewletBase):
    """Each kind with its PDF and Word document."""

    kinds: list[Kind]
    zip_url: str | None = None

    @property
    def rows(self) -> list[Row]:
        return [row(self.context, kind) for kind in self.kinds]


class MeetingPapers(Papers):
    """What the reader may have of a meeting, and all of it in one file."""

    weight = 60

    @property
    def kinds(self) -> list[Kind]:
        if not is_told(self.context):
            return []
        if self.context.kind == PER_ROLLAM:
            # Nobody comes together
            return [AGENDA]
        inside = sees_inside(self.context)
        return [INVITATION, AGENDA, ATTENDANCE] if inside else [INVITATION, AGENDA]

    @property
    def zip_url(self) -> str:
        return f"{self.context.absolute_url()}/papers.zip"


class ResolutionPapers(Papers):
    """The extract of a resolution that was adopted."""

    @property
    def kinds(self) -> list[Kind]:
        adopted = api.content.get_state(self.context) in EXTRACTED
        return [EXTRACT] if adopted else []
