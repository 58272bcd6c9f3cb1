"""Numbers taken by several at once: none twice, and none is left out.

Each thread has a connection and transactions of its own, as a request has, and tries
again after a conflict as the publisher does.
"""

from datetime import date
from functools import partial
from kpss.addon.numbering.book import claim
from kpss.addon.numbering.book import counter
from kpss.addon.numbering.book import forget_numbers
from kpss.addon.numbering.book import give_back
from kpss.addon.numbering.book import give_next
from kpss.addon.numbering.book import NumberTaken
from kpss.addon.numbering.rules.numbers import Place
from threading import Barrier
from threading import Thread
from time import sleep
from zope.component.hooks import setSite
import pytest
import transaction


THREADS, EACH = 4, 60
PATTERN = "{number}/{year}"
PLACE = Place(date(2026, 5, 4), period="2026")


@pytest.fixture
def together(functional_portal_class):
    """Runs a piece of work in several threads at once; what each of them returned."""
    database = functional_portal_class._p_jar.db()
    transaction.commit()

    def run(work, threads=THREADS):
        barrier, found, wrong = Barrier(threads), {}, []

        def one(index):
            connection = database.open()
            try:
                setSite(connection.root()["Application"].plone)
                barrier.wait()
                found[index] = work(index)
            except Exception as error:
                wrong.append(error)
            finally:
                setSite(None)
                transaction.abort()
                connection.close()

        started = [Thread(target=one, args=(index,)) for index in range(threads)]
        for thread in started:
            thread.start()
        for thread in started:
            thread.join()
        assert wrong == []
        transaction.begin()
        return [found[index] for index in range(threads)]

    transaction.begin()
    forget_numbers()
    transaction.commit()
    yield run
    transaction.begin()
    forget_numbers()
    transaction.commit()


def committed(work):
    """What the work returned, once it was committed."""
    for attempt in transaction.manager.attempts(1000):
        with attempt:
            result = work()
            # Long enough for the others to come between
            sleep(0.0005)
    return result


def next_for(body, owner):
    return committed(lambda: give_next(body, PATTERN, PLACE, owner))


def running(text):
    return int(text.split("/")[0])


def test_several_threads_number_without_a_double_and_without_a_gap(together):
    def work(index):
        return [next_for("body", f"{index}-{number}") for number in range(EACH)]

    given = [running(text) for texts in together(work) for text in texts]
    assert sorted(given) == list(range(1, THREADS * EACH + 1))
    assert counter("body", "2026").last == THREADS * EACH


def test_whoever_gives_up_leaves_no_gap(together):
    def work(index):
        given = []
        for _number in range(EACH // 2):
            transaction.begin()
            give_next("body", PATTERN, PLACE, "nobody")
            transaction.abort()
            given.append(next_for("body", "one"))
        return given

    given = [running(text) for texts in together(work) for text in texts]
    assert sorted(given) == list(range(1, THREADS * EACH // 2 + 1))


def test_bodies_that_begin_at_once_have_a_counter_each(together):
    def work(index):
        return [next_for(f"{index}-{number}", "one") for number in range(EACH // 4)]

    assert {text for texts in together(work) for text in texts} == {"1/2026"}
    for index in range(THREADS):
        for number in range(EACH // 4):
            assert counter(f"{index}-{number}", "2026").last == 1


def test_numbers_written_by_hand_meanwhile_are_passed_over(together):
    def claimed(number):
        try:
            claim("body", PATTERN, PLACE, f"{number}/2026", f"hand-{number}")
        except NumberTaken:
            return None
        return f"{number}/2026"

    def work(index):
        if index == 0:
            return [committed(partial(claimed, number)) for number in range(5, 200, 7)]
        return [next_for("body", f"{index}-{number}") for number in range(EACH // 2)]

    given = [text for texts in together(work) for text in texts if text]
    assert len(set(given)) == len(given)


def test_the_last_number_that_is_given_back_is_given_once(together):
    transaction.begin()
    for number in range(3):
        give_next("body", PATTERN, PLACE, f"first-{number}")
    transaction.commit()

    def work(index):
        if index == 0:
            return committed(
                lambda: give_back("body", PATTERN, PLACE, "3/2026", "first-2")
            )
        return next_for("body", f"{index}")

    is_free, *given = together(work)
    assert sorted(map(running, given)) == ([3, 4, 5] if is_free else [4, 5, 6])
