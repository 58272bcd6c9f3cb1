"""Minutes as a paper: all of them for those inside, else what was published of them."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from kpss.addon.browser.dates import day
from kpss.addon.i18n import _
from kpss.addon.meetings.papers.meeting_paper import facts_of
from kpss.addon.minutes.making import is_frozen
from kpss.addon.minutes.making import meeting_of
from kpss.addon.minutes.minutes import parts_of
from kpss.addon.minutes.reading import Reading
from kpss.addon.minutes.rules.anonymising import full_text
from kpss.addon.minutes.rules.states import PUBLISHED
from kpss.addon.minutes.texts import STATE_TITLES
from kpss.addon.printing.office_paper import OfficePaper
from kpss.addon.printing.paper import Block
from kpss.addon.printing.paper import Blocks
from kpss.addon.printing.paper import Heading
from kpss.addon.printing.paper import paragraphs
from kpss.addon.printing.paper import plain
from kpss.addon.printing.paper import table
from kpss.addon.printing.word.kinds import MINUTES


FULL, FOR_PUBLIC = _("full version, not public"), _("public version")
VERIFIERS_HEAD = (_("Who verifies"), _("Name and surname"), _("Signature"))
VERIFIERS_CAPTION = _("Verification of the minutes")
SHARES = (8, 10, 8)
SIGNED_HERE = "\N{NO-BREAK SPACE}\n\N{NO-BREAK SPACE}"


class MinutesPaper(OfficePaper):
    """``public``: the version that was published; nobody finds a name in it."""

    kind = MINUTES

    def __init__(self, context, today: date, *, public: bool):
        super().__init__(context, today)
        self.public = public

    @cached_property
    def reading(self) -> Reading:
        return Reading(self.context)

    def facts(self):
        state, frozen = self.reading.state, is_frozen(self.context)
        return {
            **facts_of(meeting_of(self.context)),
            "version": FOR_PUBLIC if self.public else FULL,
            "state": None if frozen or state == PUBLISHED else STATE_TITLES[state],
            "checksum": None if self.public else self.context.checksum,
        }

    def sections(self):
        if self.public:
            return {"minutes": tuple(self._published())}
        return {
            "minutes": tuple(self._whole()),
            "appendices": tuple(self._appendices()),
            "verification": self._verification(),
        }

    def _published(self) -> Iterator[Block]:
        for part in self.context.public_parts or ():
            yield from _part(part["title"], part["text"])

    def _whole(self) -> Iterator[Block]:
        for part in parts_of(self.context):
            yield from _part(part.title, full_text(part.text))

    def _appendices(self) -> Iterator[Block]:
        for one in self.reading.appendices:
            said = (self.say(day(one.on)), self.say(one.by))
            yield from _part(", ".join(filter(None, said)), one.text)

    def _verification(self) -> Blocks:
        """Who verified, or who is to sign; an empty place for each signature."""
        rows = [
            (
                self.say(one.title),
                one.verified_by or ", ".join(one.names),
                SIGNED_HERE,
            )
            for one in self.reading.needs
        ]
        if not rows:
            return ()
        head = [self.say(one) for one in VERIFIERS_HEAD]
        return (table(head, rows, self.say(VERIFIERS_CAPTION), SHARES),)


def _part(title: str, text: str) -> Iterator[Block]:
    if title:
        yield Heading(2, plain(title))
    yield from paragraphs(text)
