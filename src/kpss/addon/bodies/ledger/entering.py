"""Content entered into a ledger; what is not complete yet is left out.

A membership without a person, made in code, is entered once it is modified.
"""

from kpss.addon.bodies.ledger.gathering import body_fact
from kpss.addon.bodies.ledger.gathering import function_facts
from kpss.addon.bodies.ledger.gathering import membership_fact
from kpss.addon.bodies.ledger.gathering import person_fact
from kpss.addon.bodies.ledger.gathering import public_parties
from kpss.addon.bodies.ledger.ledger import Ledger
from kpss.addon.process.sections import process_of


def enter_process(book: Ledger, process) -> None:
    """Functions and public parties of the process."""
    book.put_process(process.UID(), function_facts(process), public_parties(process))


def enter_body(book: Ledger, body) -> None:
    """The body, its life and what its rules say of membership."""
    if process_of(body) is not None:
        book.put_body(body_fact(body))


def enter_person(book: Ledger, person) -> None:
    if process_of(person) is not None:
        book.put_person(person_fact(person))


def enter_membership(book: Ledger, membership) -> None:
    """The membership as it is now; an annulled one is no longer there."""
    if not membership.person or membership.valid_from is None:
        return
    fact = membership_fact(membership)
    if fact is None:
        book.drop_membership(membership.UID())
    else:
        book.put_membership(fact)
