"""Where a text speaks of known people.

Words are compared without case and diacritics, in all their forms, across the end of a
line. A whole name of somebody who stays named protects it; otherwise, when two people
are called alike, the name is hidden.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from kpss.addon.minutes.rules.contacts import Found
from kpss.addon.minutes.rules.forms import family_forms
from kpss.addon.minutes.rules.forms import given_forms
from kpss.addon.minutes.rules.forms import plain
from kpss.addon.minutes.rules.forms import stem
from kpss.addon.minutes.rules.forms import UNSEEN
from kpss.addon.minutes.rules.people import Known
import re


NAME, FULL_NAME, GIVEN, INITIALS, LIKE_NAME = (
    *("name", "full_name", "given", "initials", "like_name"),
)
#: A name that ordinary words look like, in small letters: shown, but to be looked at.
DOUBTFUL = "doubtful"

_TOKEN = re.compile(rf"[^\W\d_]+(?:[{UNSEEN}\u0300-\u036f]+[^\W\d_]*)*")
_BETWEEN = re.compile(r"[\s,–-]{0,4}$")
#: After an initial.
_STOP = re.compile(r"\.[\s,–-]{0,3}$")
_BROKEN = re.compile(r"[-\u00ad\u2010]\s*\n\s*$")
_INITIALS = re.compile(r"(?<![\w.])([^\W\d_]|Ch)\.\s?([^\W\d_]|Ch)\.(?!\w)")
_HONORIFIC = frozenset(
    ("pan", "pana", "panu", "panem", "pane", "pani", "panove", "p", "slecna", "slecny")
)
_BEFORE = re.compile(r"(?:(?:[^\W\d_]{1,6}\.|et|MUDr|Mgr|Ing|Bc)\s*)+$")
_TITLES = frozenset(
    ("bc", "bca", "mgr", "mga", "ing", "arch", "et", "doc", "prof", "dr")
) | frozenset(("judr", "mudr", "phdr", "paeddr", "rndr", "thlic", "mvdr", "pharmdr"))
_AFTER = re.compile(
    r",?\s*(?:Ph\.?\s?D\.?|CSc\.?|DrSc\.?|DiS\.?|MBA|MPA|LL\.?\s?M\.?|Th\.?\s?D\.?)"
    r"(?![^\W\d_])"
)
#: Letters of a stem that no other word is likely to begin with.
TELLING = 5
#: Letters that an unknown ending may have: Novákovicům.
LONGEST_END = 6


@dataclass(frozen=True)
class Word:
    """A word of the text; ``parts``: two where it is broken at the end of a line."""

    start: int
    end: int
    text: str

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(frozen=True)
class Mention(Found):
    """Who is mentioned; ``stays``: the name is not hidden; ``mark``: instead of it."""

    stays: bool = False
    mark: str | None = None


class People:
    """Everybody whom texts may speak of, ready to be looked for; immutable."""

    def __init__(self, people: Iterable[Known]):
        self.people = tuple(dict.fromkeys(people))
        self.family: dict[str, dict[int, bool]] = {}
        self.given: dict[str, set[int]] = {}
        self.adjectives: set[str] = set()
        for number, one in enumerate(self.people):
            self._learn(number, one)
        hidden = [one for one in self.people if not one.stays]
        self.initials = {pair for one in hidden for pair in _initials(one)}
        stems = {stem(word) for one in hidden for word in one.family}
        self.stems = {one for one in stems if len(one) >= TELLING}
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
            for form in given_forms(word):
                self.given.setdefault(form, set()).add(number)


def mentions_in(text: str, people: People) -> list[Mention]:
    """Every mention, in the order of the text; they do not overlap."""
    words = list(_words(text, people))
    found: list[Mention] = []
    at = 0
    while at < len(words):
        mention, used = _at(text, words, at, people)
        if mention is not None:
            found.append(_with_titles(text, mention))
        at += used
    return found + [one for one in _initialled(text, people) if not _within(one, found)]


def left_over(text: str, people: People) -> list[Mention]:
    """Capitalised words that begin like a hidden name and are no known form of it.

    A second net under the first, for endings that the forms do not know.
    """
    found = []
    for word in _words(text, people):
        form = plain(word.text)
        begins = any(
            form.startswith(one) and len(form) - len(one) <= LONGEST_END
            for one in people.stems
        )
        if word.capital and begins and form not in people.own:
            found.append(Mention(word.start, word.end, LIKE_NAME, sure=False))
    return found


def names_a_file(name: str, people: People) -> bool:
    """Whether the name of a file has a hidden name in it, also glued to other words."""
    glued = re.sub(r"[^a-z]", " ", plain(name))
    hidden = [one for one in people.people if not one.stays]
    for word in (word for one in hidden for word in one.family):
        forms = family_forms(word)
        for form in forms.direct | forms.derived:
            whole = rf"\b{form}\b"
            if form and re.search(form if len(form) >= TELLING else whole, glued):
                return True
    return False


def _words(text: str, people: People) -> Iterator[Word]:
    tokens = [Word(one.start(), one.end(), one[0]) for one in _TOKEN.finditer(text)]
    at = 0
    while at < len(tokens):
        one = tokens[at]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is not None and _BROKEN.match(text[one.end : after.start]):
            joined = plain(one.text + after.text)
            if joined in people.family or joined in people.given:
                yield Word(one.start, after.end, one.text + after.text)
                at += 2
                continue
        yield one
        at += 1


def _at(
    text: str, words: Sequence[Word], at: int, people: People
) -> tuple[Mention | None, int]:
    """What is mentioned from the word on, and how many words that takes."""
    tried = (
        _run(text, words, at, people, number)
        for number in _candidates(plain(words[at].text), people)
    )
    runs = [one for one in tried if one is not None]
    if not runs:
        return None, 1
    longest = max(runs, key=lambda one: (one.whole, one.words))
    equal = [
        one for one in runs if one.words == longest.words and one.whole == longest.whole
    ]
    return _judged(text, words, at, people, equal), longest.words


@dataclass(frozen=True)
class _Run:
    person: int
    words: int
    #: Both a given name (or its initial) and a family name.
    whole: bool
    spelt: bool
    family: bool
    direct: bool


def _candidates(form: str, people: People) -> list[int]:
    known = set(people.family.get(form, ())) | people.given.get(form, set())
    if len(form) <= 2:
        known |= {
            number
            for number, one in enumerate(people.people)
            if any(plain(name).startswith(form) for name in one.given)
        }
    return sorted(known)


def _run(
    text: str, words: Sequence[Word], at: int, people: People, number: int
) -> _Run | None:
    one = people.people[number]
    given = family = initial = direct = False
    count = 0
    for word in words[at : at + 5]:
        if count:
            before = words[at + count - 1]
            between = text[before.end : word.start]
            after_initial = len(plain(before.text)) <= 2 and _STOP.match(between)
            if not (after_initial or _BETWEEN.match(between)):
                break
            if "," in between and not _completes(word, people, number, family):
                break
        form = plain(word.text)
        if number in people.family.get(form, ()):
            family, direct = True, direct or people.family[form][number]
        elif number in people.given.get(form, ()):
            given = True
        elif _is_initial(word, text, one):
            initial = True
        else:
            break
        count += 1
    if not (family or given):
        return None
    spelt = family and given
    return _Run(number, count, spelt or (family and initial), spelt, family, direct)


def _completes(word: Word, people: People, number: int, family: bool) -> bool:
    """Whether after a comma the other half of the name follows: "Novák, Jan"."""
    form = plain(word.text)
    half = people.given if family else people.family
    return number in half.get(form, ())


def _is_initial(word: Word, text: str, one: Known) -> bool:
    form = plain(word.text)
    short = len(form) == 1 or form == "ch"
    return (
        short
        and word.capital
        and text[word.end : word.end + 1] == "."
        and any(plain(name).startswith(form) for name in one.given)
    )


def _judged(
    text: str, words: Sequence[Word], at: int, people: People, runs: Sequence[_Run]
) -> Mention | None:
    first, last = words[at], words[at + runs[0].words - 1]
    staying = [one for one in runs if people.people[one.person].stays]
    hidden = [one for one in runs if not people.people[one.person].stays]
    span = (first.start, last.end)
    if not hidden or _is_theirs(staying, hidden):
        return Mention(*span, NAME, sure=False, stays=True)
    one = hidden[0]
    mark = people.people[one.person].mark if len(hidden) == 1 else None
    if one.whole:
        sure = one.spelt and not staying
        return Mention(*span, FULL_NAME, sure, mark=mark)
    if not one.family:
        if not first.capital:
            return None
        return Mention(*span, GIVEN, sure=False, mark=mark)
    if _like_a_word(text, words, at, people):
        return Mention(*span, DOUBTFUL, sure=False, stays=True)
    return Mention(*span, NAME, sure=False, mark=mark)


def _is_theirs(staying: Sequence[_Run], hidden: Sequence[_Run]) -> bool:
    """Whether the words are those of who stays: the other name is only related."""
    if any(one.whole for one in staying):
        direct = any(one.whole and one.direct for one in staying)
        return not any(one.whole and (one.direct or not direct) for one in hidden)
    return any(one.direct for one in staying) and not any(
        one.direct or not one.family for one in hidden
    )


def _like_a_word(text: str, words: Sequence[Word], at: int, people: People) -> bool:
    """Small letters, a form of an adjective, and nobody addressed before it."""
    word = words[at]
    if word.capital or plain(word.text) not in people.adjectives:
        return False
    before = words[at - 1] if at else None
    return before is None or plain(before.text) not in _HONORIFIC


def _with_titles(text: str, mention: Mention) -> Mention:
    """With the titles around it, which may tell who it is."""
    if mention.stays:
        return mention
    start, end = mention.start, mention.end
    before = _BEFORE.search(text, max(0, start - 40), start)
    if before is not None:
        for title in re.finditer(r"[^\W\d_]+", before[0]):
            if plain(title[0]) in _TITLES:
                start = before.start() + title.start()
                break
    after = _AFTER.match(text, end)
    while after is not None:
        end = after.end()
        after = _AFTER.match(text, end)
    return Mention(start, end, mention.what, mention.sure, mark=mention.mark)


def _initials(one: Known) -> Iterator[tuple[str, str]]:
    for given in one.given:
        for family in one.family:
            for first in _firsts(given):
                for last in _firsts(family):
                    yield first, last


def _firsts(name: str) -> tuple[str, ...]:
    form = plain(name)
    return (form[:1], "ch") if form.startswith("ch") else (form[:1],)


def _initialled(text: str, people: People) -> Iterator[Mention]:
    for one in _INITIALS.finditer(text):
        capital = one[1][0].isupper() and one[2][0].isupper()
        if capital and (plain(one[1]), plain(one[2])) in people.initials:
            yield Mention(one.start(), one.end(), INITIALS, sure=False)


def _within(one: Found, found: Sequence[Found]) -> bool:
    return any(each.start < one.end and one.start < each.end for each in found)
