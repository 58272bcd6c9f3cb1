"""All papers of a meeting as one ZIP, in the order of the agenda."""

from collections.abc import Iterator
from dataclasses import replace
from kpss.addon.meetings.agenda.reading import Line
from kpss.addon.meetings.agenda.subjects import subject_by_uid
from kpss.addon.meetings.papers.agenda import AgendaPaper
from kpss.addon.meetings.papers.agenda import InvitationPaper
from kpss.addon.meetings.rules.folders import paths
from kpss.addon.printing.parts import file_part
from kpss.addon.printing.parts import paper_part
from kpss.addon.printing.parts import Part
from kpss.addon.printing.submission.files import annex_parts
from kpss.addon.printing.submission.files import document_parts
from kpss.addon.printing.submission.gathering import Submission
from kpss.addon.printing.zip_file import Entry


class Package:
    """Invitation and agenda, then what the reader may see of each item."""

    def __init__(self, invitation: InvitationPaper):
        self.invitation = invitation
        self.agenda = AgendaPaper(invitation.context, invitation.today)

    def parts(self) -> Iterator[Part]:
        for one in (self.invitation, self.agenda):
            yield paper_part(one.say(one.kind.title), one.paper)
        for line in self.agenda.lines:
            for part in self._of_item(line):
                yield replace(part, of=(line.number, line.title))

    def _of_item(self, line: Line) -> Iterator[Part]:
        """Its papers, then the document that it deals with, with the annexes."""
        item = self.invitation.context[line.id]
        for paper in line.papers:
            file = item[paper.id].file
            if file is not None:
                yield file_part(paper.title or paper.id, file)
        if line.subject is not None and line.subject.type == "kpss.Document":
            document = subject_by_uid(item, line.subject.uid)
            submission = Submission(document, self.invitation.today)
            yield from document_parts(submission)
            yield from annex_parts(submission)

    def entries(self) -> list[Entry]:
        """Nothing is opened before its turn comes."""
        parts = list(self.parts())
        names = paths((one.of, one.title, one.ending) for one in parts)
        day = self.invitation.today
        return [
            Entry(name, part.open, day) for name, part in zip(names, parts, strict=True)
        ]
