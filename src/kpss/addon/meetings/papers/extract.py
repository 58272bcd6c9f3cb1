"""The extract of a resolution: its wording and how it was voted on, without names."""

from collections.abc import Iterator
from collections.abc import Mapping
from datetime import timedelta
from kpss.addon.browser.dates import day
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.documents import VERBS
from kpss.addon.meetings.agenda.earlier import meetings_of
from kpss.addon.meetings.agenda.subjects import seen_subject
from kpss.addon.meetings.papers import texts
from kpss.addon.meetings.progress import items_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.meetings.voting.reading import COUNTS
from kpss.addon.meetings.voting.texts import counted
from kpss.addon.meetings.voting.texts import explained
from kpss.addon.meetings.voting.texts import METHOD_TITLES
from kpss.addon.meetings.who import body_of
from kpss.addon.printing.office_paper import OfficePaper
from kpss.addon.printing.paper import Blocks
from kpss.addon.printing.paper import Paragraph
from kpss.addon.printing.paper import paragraphs
from kpss.addon.printing.paper import plain
from kpss.addon.printing.paper import Run
from kpss.addon.printing.paper import table
from kpss.addon.printing.word.kinds import EXTRACT
from kpss.addon.process.meeting_words import named
from kpss.addon.resolutions.permissions import INSIDE
from kpss.addon.resolutions.texts import STATE_TITLES
from plone import api
from typing import Any
from zope.i18nmessageid import Message


#: States in which there is something to extract.
EXTRACTED = ("adopted", "published", "fulfilled", "repealed")
#: Of these the reader must know that it is not as it was.
TOLD = ("repealed",)
#: No meeting is adjourned for longer.
LONGEST = timedelta(days=366)


class ExtractPaper(OfficePaper):
    """The whole text for those inside, for others the one for the public."""

    kind = EXTRACT

    def facts(self):
        resolution, state = self.context, api.content.get_state(self.context)
        per_rollam = resolution.per_rollam
        held = named(texts.AT_A_MEETING, resolution, self.say)
        subject = seen_subject(resolution, resolution.subject_uid)
        return {
            "body": body_of(resolution).title,
            "number": resolution.number,
            "decided_on": day(resolution.decided_on),
            "way": texts.PER_ROLLAM if per_rollam else held,
            "addressee": resolution.addressee,
            "subject": subject.title if subject is not None else None,
            "state": STATE_TITLES[state] if state in TOLD else None,
        }

    def sections(self):
        return {
            "resolution": self._wording(),
            "vote": tuple(Paragraph(plain(one)) for one in self._voted()),
            "corrections": tuple(Paragraph(plain(one)) for one in self._corrected()),
            "signature": self._signature(),
        }

    def _wording(self) -> Blocks:
        resolution = self.context
        public = resolution.public_text
        inside = api.user.has_permission(INSIDE, obj=resolution)
        text = (resolution.text or public) if inside else public
        verb = self.say(title_of(VERBS, resolution.verb))
        said = f"{body_of(resolution).title}: {verb}"
        return (
            Paragraph((Run(said, bold=True),)),
            *(paragraphs(text) or paragraphs(resolution.title)),
        )

    def _voted(self) -> Iterator[str]:
        """Numbers of the vote, for who may see the item that was voted on."""
        for item, vote in self._votes():
            if not api.user.has_permission("View", obj=item):
                continue
            if vote.get("for") is not None:
                method = self.say(METHOD_TITLES[vote["method"]])
                counts = {name: vote[name] for name in COUNTS}
                yield f"{method}: {self.say(counted(counts))}."
            yield from self.said(explained(vote))

    def _votes(self) -> list[tuple[Any, Mapping[str, Any]]]:
        """Items with the votes that the resolution follows from.

        An adjourned meeting has the day of its last sitting.
        """
        on, uid = self.context.decided_on, self.context.UID()
        days = [on.isoformat(), (on + LONGEST).isoformat()]
        query = {"query": days, "range": "min:max"}
        for brain in meetings_of(body_of(self.context), kpss_on=query):
            found = [
                (item, vote)
                for item in items_of(brain._unrestrictedGetObject())
                for vote in votes_of(item).votes.values()
                if (vote.get("resolution") or {}).get("uid") == uid
            ]
            if found:
                return found
        return []

    def _corrected(self) -> Iterator[str]:
        for one in self.context.corrections or ():
            mapping = {"day": day(one["on"]), "reason": one["reason"]}
            yield self.say(Message(texts.CORRECTED, mapping=mapping))

    def _signature(self) -> Blocks:
        head = (self.say(texts.DATE_AND_SIGNATURE),)
        return (table(head, [(texts.SIGNED_HERE,)]),)
