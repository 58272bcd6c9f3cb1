"""Convening: who gets which mail, once; the roster taken; the log; changes."""

from kpss.addon.meetings.progress import advance
from kpss.addon.meetings.progress import state_of
from kpss.addon.meetings.records import records_of
from plone import api
from tests.plone.meetings.conftest import add_item
from tests.plone.meetings.conftest import add_meeting
import pytest
import transaction


class TestConvening:
    def test_smoke(self, written):
        meeting = add_meeting(written["seniori"])
        add_item(meeting)
        advance(meeting, "convene")
        assert state_of(meeting) == "convened"
        print([dict(x) for x in records_of(meeting).sendings.values()])
        from kpss.addon.notices.outbox import outbox
        for letter in outbox().waiting.values():
            print(letter.subject); print(letter.text); print(letter.attachment["text"])
