"""Who of the known people a row speaks of: by account, else e-mail, else full name.

An account is certain. An e-mail may be shared in an office, so it needs the same given
or family name too. A full name counts only when nothing speaks against it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from kpss.addon.bodies.importing.rules.headings import fold
from typing import Any


@dataclass(frozen=True)
class Somebody:
    """A person of the process, or one that a row brings; ``id`` tells them apart."""

    id: str
    given: str
    family: str
    user_id: str | None = None
    emails: frozenset[str] = frozenset()
    title: str = ""


@dataclass(frozen=True)
class Match:
    """``found`` None: nobody yet. ``candidates``: several fit and nothing decides.

    ``shared``: somebody of another name has the same e-mail.
    """

    found: Somebody | None = None
    candidates: tuple[Somebody, ...] = ()
    shared: Somebody | None = None


@dataclass
class People:
    """Everybody known so far, those of earlier rows included."""

    accounts: dict[str, list[Somebody]] = field(default_factory=dict)
    emails: dict[str, list[Somebody]] = field(default_factory=dict)
    names: dict[tuple[str, str], list[Somebody]] = field(default_factory=dict)
    called: dict[str, list[Somebody]] = field(default_factory=dict)

    def add(self, one: Somebody) -> None:
        """Also again, when a row says more of a known person."""
        if one.user_id:
            _put(self.accounts, one.user_id, one)
        for address in one.emails:
            _put(self.emails, address.casefold(), one)
        _put(self.names, (one.given, one.family), one)
        for name in _ways_to_call(one):
            _put(self.called, name, one)

    def match(self, row: Somebody) -> Match:
        """Who the row speaks of."""
        if row.user_id and self.accounts.get(row.user_id):
            return _decide(self.accounts[row.user_id])
        same_mail = _distinct(
            one
            for address in sorted(row.emails)
            for one in self.emails.get(address.casefold(), ())
            if not _other_account(one, row)
        )
        alike = [one for one in same_mail if _one_name_agrees(one, row)]
        exact = [one for one in alike if (one.given, one.family) == _name(row)]
        if alike:
            return _decide(exact or alike)
        shared = same_mail[0] if same_mail else None
        named = _distinct(
            one
            for one in self.names.get(_name(row), ())
            if not _other_account(one, row)
        )
        match = _decide(named)
        return Match(match.found, match.candidates, shared)

    def whom(self, text: str) -> list[Somebody]:
        """Everybody whom a text may mean: account, e-mail, or name with or without titles."""
        for table, key in (
            (self.accounts, text),
            (self.emails, text.casefold()),
            (self.called, fold(text)),
        ):
            if table.get(key):
                return _distinct(table[key])
        return []


def _put(table: dict[Any, list[Somebody]], key: object, one: Somebody) -> None:
    rest = [known for known in table.get(key, ()) if known.id != one.id]
    table[key] = [*rest, one]


def _distinct(people: Iterable[Somebody]) -> list[Somebody]:
    return list({one.id: one for one in people}.values())


def _decide(found: list[Somebody]) -> Match:
    if len(found) > 1:
        return Match(candidates=tuple(found))
    return Match(found[0] if found else None)


def _name(one: Somebody) -> tuple[str, str]:
    return one.given, one.family


def _one_name_agrees(one: Somebody, row: Somebody) -> bool:
    return fold(one.given) == fold(row.given) or fold(one.family) == fold(row.family)


def _other_account(one: Somebody, row: Somebody) -> bool:
    """Namesakes with an account each are two people."""
    return bool(one.user_id and row.user_id and one.user_id != row.user_id)


def _ways_to_call(one: Somebody) -> set[str]:
    names = (
        one.title,
        f"{one.given} {one.family}",
        f"{one.family} {one.given}",
    )
    return {fold(name) for name in names if name.strip()}
