"""Everybody whom texts may speak of, ready to be looked for word by word."""

from collections.abc import Iterable
from collections.abc import Iterator
from kpss.addon.minutes.rules.forms import family_forms
from kpss.addon.minutes.rules.forms import given_forms
from kpss.addon.minutes.rules.forms import plain
from kpss.addon.minutes.rules.forms import stem
from kpss.addon.minutes.rules.home_names import HOME_NAMES
from kpss.addon.minutes.rules.people import Known


#: Letters of a stem that no other word is likely to begin with.
TELLING = 5


class People:
    """Indexes by the folded form of a word; people are numbers in ``people``.

    ``family``: form → person → whether the form is direct. ``starts``: the first letter
    or two of a given name. Of those who are hidden: ``initials``; ``stems``, what a word
    may begin with; ``glued`` and ``short``, what the name of a file may have in it, as a
    part of a word and as a whole one. ``own``: forms of those who stay named.
    """

    def __init__(self, people: Iterable[Known]):
        self.people = tuple(dict.fromkeys(people))
        self.family: dict[str, dict[int, bool]] = {}
        self.given: dict[str, set[int]] = {}
        self.starts: dict[str, set[int]] = {}
        self.adjectives: set[str] = set()
        for number, one in enumerate(self.people):
            self._learn(number, one)
        hidden = [one for one in self.people if not one.stays]
        self.initials = {pair for one in hidden for pair in _initials(one)}
        words = {word for one in hidden for word in one.family}
        self.stems = {one for one in map(stem, words) if len(one) >= TELLING}
        forms = {form for word in words for form in _every_form(word)}
        long = {one for one in forms if len(one) >= TELLING}
        self.short = forms - long
        # What begins with another of them is found with it
        self.glued = [
            one
            for one in long
            if not any(one[:end] in long for end in range(TELLING, len(one)))
        ]
        staying = [one for one in self.people if one.stays]
        self.own = {
            form
            for one in staying
            for word in one.family
            for form in family_forms(word).direct
        }

    def _learn(self, number: int, one: Known) -> None:
        for word in one.family:
            forms = family_forms(word)
            for form in forms.derived:
                self.family.setdefault(form, {}).setdefault(number, False)
            for form in forms.direct:
                self.family.setdefault(form, {})[number] = True
            if forms.adjective:
                self.adjectives |= forms.direct | forms.derived
        for word in one.given:
            for form in _given_forms(word):
                self.given.setdefault(form, set()).add(number)
            for letters in {plain(word)[:1], plain(word)[:2]}:
                self.starts.setdefault(letters, set()).add(number)


def _given_forms(name: str) -> Iterator[str]:
    """Also of what the person is called at home."""
    yield from given_forms(name)
    word = plain(name)
    his = not word.endswith(("a", "e"))
    for called in HOME_NAMES.get(word, ()):
        yield from given_forms(called, his=his)


def _every_form(name: str) -> frozenset[str]:
    forms = family_forms(name)
    return forms.direct | forms.derived


def _initials(one: Known) -> Iterator[tuple[str, str]]:
    for given in one.given:
        for family in one.family:
            for first in _firsts(given):
                for last in _firsts(family):
                    yield first, last


def _firsts(name: str) -> tuple[str, ...]:
    form = plain(name)
    return (form[:1], "ch") if form.startswith("ch") else (form[:1],)
