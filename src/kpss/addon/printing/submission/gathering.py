"""A document with what goes with it, as the reader of the package gets it."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from functools import cached_property
from kpss.addon.approval.case import case_of
from kpss.addon.approval.rules.case import RUNNING
from kpss.addon.approval.vocabularies import kind_title
from kpss.addon.bodies.registry import body_by_id
from kpss.addon.bodies.registry import may_see_body
from kpss.addon.browser.dates import day
from kpss.addon.documents.approving import annexes_of
from kpss.addon.printing.office_paper import OfficePaper
from kpss.addon.printing.paper import Blocks
from kpss.addon.printing.paper import Fact
from kpss.addon.printing.paper import Paper
from kpss.addon.printing.paper import table
from kpss.addon.printing.publicity import logo_cannot_be_printed
from kpss.addon.printing.rich_text import blocks_of
from kpss.addon.printing.rich_text import Read
from kpss.addon.printing.rules.addressee import addressee
from kpss.addon.printing.rules.missing import Annex
from kpss.addon.printing.rules.missing import Contents
from kpss.addon.printing.submission import texts
from kpss.addon.printing.submission.history import history_of
from kpss.addon.printing.word.kinds import SUBMISSION
from plone import api
from typing import Any
from zope.i18nmessageid import Message


#: Fields of the document that are sections of its package, in its order.
REPORTS = ("explanatory_report", "draft_resolution", "financial_impact")


@dataclass(frozen=True)
class AnnexPart:
    """An annex that the reader may see; ``wording`` is its own text."""

    number: int
    title: str
    wording: Read
    file: Any


class Submission(OfficePaper):
    """``annex_files``: names of the files of each annex, given by the package."""

    kind = SUBMISSION

    def __init__(self, document, today: date):
        super().__init__(document, today)
        self.document = document
        self.case = case_of(document)
        self.annex_files: list[str] = []

    @cached_property
    def stands_at(self) -> str | None:
        """Id of the body that decides now or next."""
        case = self.case
        running = case.standing.status == RUNNING
        chain = case.chain if running else case.starts_with
        current = case.standing.current if running else None
        return addressee(chain, current, case.kinds)

    @cached_property
    def submitted_to(self) -> str | None:
        return self.document.submitted_to or self.stands_at

    @cached_property
    def texts(self) -> dict[str, Read]:
        """Reports and the wording, those that are there."""
        found = {name: self._read(self.document, name) for name in (*REPORTS, "text")}
        return {name: read for name, read in found.items() if read.blocks}

    def _read(self, obj, name: str) -> Read:
        value = getattr(obj, name, None)
        if not value:
            return Read()
        html = value.output_relative_to(obj) or ""
        return blocks_of(html, embedded=self.say(texts.EMBEDDED))

    @cached_property
    def _all_annexes(self) -> list:
        return annexes_of(self.document)

    @cached_property
    def annexes(self) -> list[AnnexPart]:
        return [
            AnnexPart(
                one.annex_number or 0, one.title, self._read(one, "text"), one.file
            )
            for one in self._all_annexes
            if api.user.has_permission("View", obj=one)
        ]

    @cached_property
    def contents(self) -> Contents:
        document = self.document
        read = [*self.texts.values(), *(one.wording for one in self.annexes)]
        return Contents(
            **{name: name in self.texts for name in REPORTS},
            wording="text" in self.texts or document.file is not None,
            submitted_by=bool(document.submitted_by),
            submitted_to=self.submitted_to,
            stands_at=self.stands_at,
            meeting_on=document.meeting_on,
            annexes=tuple(
                Annex(one.number, one.title, bool(one.wording.blocks or one.file))
                for one in self.annexes
            ),
            unseen=len(self._all_annexes) - len(self.annexes),
            left_out=tuple(what for one in read for what in one.left_out),
            logo_not_printed=logo_cannot_be_printed(document),
        )

    def paper(self) -> Paper:
        made = super().paper()
        day_made = Fact("day", self.say(texts.MADE_ON), self.say(day(self.today)))
        return replace(
            made,
            facts=(*made.facts, day_made),
            contents=self.say(texts.CONTENTS),
            cover=True,
        )

    def facts(self) -> Mapping[str, Message | str | None]:
        document = self.document
        return {
            "submitted_to": self.body_title(self.submitted_to),
            "meeting_on": day(document.meeting_on),
            "submitted_by": document.submitted_by,
            "prepared_by": self.body_title(document.author_body),
            "document_kind": kind_title(document, document.document_kind),
            "reference_number": document.reference_number,
            "period": document.period,
        }

    def body_title(self, body_id: str | None) -> str | None:
        """What a body is called; None for one that the reader may not see."""
        if not body_id or not may_see_body(self.document, body_id):
            return None
        body = body_by_id(self.document, body_id)
        return body.title if body is not None else self.case.body_title(body_id)

    def sections(self) -> Mapping[str, Blocks]:
        history = [
            (one.day, one.body, one.what, one.resolution)
            for one in history_of(self.document, self.language)
        ]
        annexes = [
            (str(one.number), one.title, files)
            for one, files in zip(self.annexes, self.annex_files, strict=True)
        ]
        return {
            **{name: read.blocks for name, read in self.texts.items()},
            "history": self._table(texts.HISTORY_HEAD, history, texts.HISTORY_CAPTION),
            "annexes": self._table(texts.ANNEX_HEAD, annexes, texts.ANNEX_CAPTION),
        }

    def _table(self, head, rows, caption: Message) -> Blocks:
        if not rows:
            return ()
        return (table(self.said(head), rows, self.say(caption)),)
