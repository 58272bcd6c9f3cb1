"""A site is exported and imported by plone.exportimport, and nothing of ours is lost."""

from AccessControl.PermissionRole import rolesForPermissionOn
from kpss.addon.approval.case import case_of
from kpss.addon.approval.interfaces import IResolutionBook
from kpss.addon.approval.pinning import book as pinned_copies
from kpss.addon.approval.pinning import is_as_pinned
from kpss.addon.documents.document import IDocument
from kpss.addon.meetings.records import records_of
from kpss.addon.meetings.records import votes_of
from kpss.addon.notices.outbox import outbox
from plone import api
from plone.exportimport.importers import get_importer
from tests.plone.transfer.conftest import seats
from tests.plone.transfer.conftest import TODAY
from tests.plone.transfer.everything import books
from tests.plone.transfer.everything import content
import json
import transaction


PUBLIC = {"in_force", "repealed"}


def documents(portal) -> list:
    return [
        one
        for one in portal["zatec"]["documents"].objectValues()
        if IDocument.providedBy(one)
    ]


class TestTransfer:
    def test_everything_is_as_it_was(self, carried):
        assert carried.importer.incomplete == {}
        was, kept = carried.before
        now = content("/plone/zatec")
        assert sorted(now) == sorted(was)
        other = {
            (path, name): (was[path].get(name), now[path].get(name))
            for path in was
            for name in was[path].keys() | now[path].keys()
            if was[path].get(name) != now[path].get(name)
        }
        assert other == {}, sorted(other)
        assert books() == kept
        assert all(kept.values())

    def test_nobody_is_told_anew_of_what_happened(self, carried):
        assert len(outbox().news) == 0
        assert list(outbox().letters()) == []

    def test_what_was_decided_is_still_what_there_is(self, carried):
        approved = [one for one in documents(carried.portal) if case_of(one).approving]
        assert len(approved) == 2
        for one in approved:
            assert is_as_pinned(one, case_of(one).approving.decided_copy), one

    def test_rights_follow_the_state(self, carried):
        public = {}
        for one in documents(carried.portal):
            anonymous = "Anonymous" in rolesForPermissionOn("View", one)
            public.setdefault(api.content.get_state(one), set()).add(anonymous)
        assert public.keys() > PUBLIC
        assert {state: {state in PUBLIC} for state in public} == public

    def test_papers_of_a_meeting_are_as_public_as_they_were(self, carried):
        [meeting] = [
            one
            for one in carried.portal["zatec"]["bodies"]["rs"].objectValues()
            if one.portal_type == "kpss.Meeting"
        ]
        [item] = [one for one in meeting.objectValues() if one.kind == "item"]
        assert "Anonymous" in rolesForPermissionOn("View", item["tabulka"])
        assert records_of(meeting).roster["snapshot"]["body"] == meeting.aq_parent.UID()
        assert dict(votes_of(item).votes) == {"1": {"question": "Schválit?", "for": 3}}

    def test_same_people_sit_in_each_body(self, carried):
        assert seats(carried.portal["zatec"]) == carried.seats
        assert any(carried.seats.values())

    def test_numbers_go_on(self, carried):
        book = IResolutionBook(carried.portal["zatec"])
        [last, *_rest] = book.of_body("rs", TODAY)
        made = book.record(
            "rs", on=TODAY, verb="approves", title="Další", text=None,
            number=None, subject=None,
        )  # fmt: skip
        assert int(made.number.split("/")[0]) == int(last.number.split("/")[0]) + 1
        transaction.abort()

    def test_copy_that_is_not_what_was_pinned_is_refused(self, carried):
        file = carried.path / "kpss_records.json"
        data = json.loads(file.read_text())
        uid, copies = next(iter(data["pinned"].items()))
        checksum = next(iter(copies))
        copies[checksum] += " "
        file.write_text(json.dumps(data))
        del pinned_copies()[uid][checksum]
        importer = get_importer(carried.portal).importers["kpss_records"]
        importer.intermediate_commits = False
        assert "1 copies that are not what was pinned" in importer.import_data(
            carried.path
        )
        assert checksum not in pinned_copies()[uid]
        transaction.abort()
