"""The thread that delivers: a connection of its own, one at a time, after the commit."""

from kpss.addon.approval import actions
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.said import Said
from kpss.addon.notices import background
from tests.plone.approval.conftest import add_document
from tests.plone.notices.conftest import TODAY
from ZODB.POSException import ConnectionStateError
import pytest
import threading
import transaction


@pytest.fixture
def starts(monkeypatch):
    found = []
    monkeypatch.setattr(background, "queryUtility", lambda _which: found.append)
    return found


def submit(beroun):
    document = add_document(
        beroun, "Plán", "implementation_plan", author_body="ps-seniori"
    )
    actions.start(document)
    decide(document, Said(0, "submitted", TODAY))


class TestThread:
    def test_one_delivery_is_started_for_a_transaction(self, beroun, post, starts):
        submit(beroun)
        assert starts == []
        transaction.commit()
        assert len(starts) == 1

    def test_none_when_it_is_aborted(self, beroun, post, starts):
        submit(beroun)
        transaction.abort()
        assert starts == []

    def test_it_sends_by_itself(self, beroun, post, starts):
        submit(beroun)
        transaction.commit()
        [run] = starts
        thread = threading.Thread(target=run)
        thread.start()
        thread.join(60)
        assert not thread.is_alive()
        transaction.begin()
        assert "predsedkyne@mesto.example" in post.mails()
        assert not len(post.box.news)

    def test_who_comes_meanwhile_is_served_by_a_further_round(self, monkeypatch):
        rounds = []

        def one(database, path):
            rounds.append(path)
            if len(rounds) == 1:
                # Another request finds the lock taken and goes away
                other = threading.Thread(target=background.run, args=(None, "second"))
                other.start()
                other.join(10)

        monkeypatch.setattr(background, "_round", one)
        background.run(None, "first")
        assert rounds == ["first", "second"]
        assert background.BUSY.acquire(blocking=False)
        background.BUSY.release()

    def test_a_database_that_is_closed_under_it_is_no_error(
        self, beroun, post, starts, monkeypatch
    ):
        """The server ends while letters are being sent: they wait."""
        submit(beroun)
        transaction.commit()
        [run] = starts

        def closed(site):
            raise ConnectionStateError("closed")

        monkeypatch.setattr(background, "deliver", closed)
        thread = threading.Thread(target=run)
        thread.start()
        thread.join(60)
        assert len(post.box.news) > 0
        assert background.BUSY.acquire(blocking=False)
        background.BUSY.release()
