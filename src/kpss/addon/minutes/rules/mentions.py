"""Where a text speaks of known people.

Words are compared without case and diacritics, in all their forms, across the end of a
line. A whole name of somebody who stays named protects it; otherwise, when two people
are called alike, the name is hidden.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from dataclasses import dataclass
from kpss.addon.minutes.rules import titles
from kpss.addon.minutes.rules.contacts import Found
from kpss.addon.minutes.rules.forms import plain
from kpss.addon.minutes.rules.forms import UNSEEN
from kpss.addon.minutes.rules.looked_for import People
from kpss.addon.minutes.rules.looked_for import TELLING
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
_NO_LETTERS = re.compile(r"[^a-z]")
_HONORIFIC = frozenset(
    ("pan", "pana", "panu", "panem", "pane", "pani", "panove", "p", "slecna", "slecny")
)
_BEFORE = re.compile(r"(?:(?:[^\W\d_]{1,6}\.|et|MUDr|Mgr|Ing|Bc)\s*)+$")
_TITLES = titles.BEFORE | {"et"}
_AFTER = re.compile(rf",?\s*{titles.AFTER}")
#: Letters that an unknown ending may have: Novákovicům.
LONGEST_END = 6


@dataclass(frozen=True)
class Word:
    """A word of the text; ``form``: as names are compared."""

    start: int
    end: int
    text: str
    form: str

    @property
    def capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(frozen=True)
class Mention(Found):
    """A mention of somebody; ``stays``: the name is not hidden."""

    stays: bool = False


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
    return [
        Mention(word.start, word.end, LIKE_NAME, sure=False)
        for word in _words(text, people)
        if word.capital and word.form not in people.own and _begins(word.form, people)
    ]


def _begins(form: str, people: People) -> bool:
    least = max(TELLING, len(form) - LONGEST_END)
    return any(form[:end] in people.stems for end in range(least, len(form) + 1))


def names_a_file(name: str, people: People) -> bool:
    """Whether the name of a file has a hidden name in it, also glued to other words."""
    glued = _NO_LETTERS.sub(" ", plain(name))
    return not people.short.isdisjoint(glued.split()) or any(
        form in glued for form in people.glued
    )


def _words(text: str, people: People) -> Iterator[Word]:
    tokens = [
        Word(one.start(), one.end(), one[0], plain(one[0]))
        for one in _TOKEN.finditer(text)
    ]
    at = 0
    while at < len(tokens):
        one = tokens[at]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is not None and _BROKEN.match(text[one.end : after.start]):
            whole = one.text + after.text
            joined = plain(whole)
            if joined in people.family or joined in people.given:
                yield Word(one.start, after.end, whole, joined)
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
        for number in _candidates(words[at].form, people)
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
    known = {*people.family.get(form, ()), *people.given.get(form, ())}
    return sorted(known | people.starts.get(form, set()))


def _run(
    text: str, words: Sequence[Word], at: int, people: People, number: int
) -> _Run | None:
    given = family = initial = direct = False
    count = 0
    for word in words[at : at + 5]:
        if count:
            before = words[at + count - 1]
            between = text[before.end : word.start]
            after_initial = len(before.form) <= 2 and _STOP.match(between)
            if not (after_initial or _BETWEEN.match(between)):
                break
            if "," in between and not _completes(word, people, number, family):
                break
        form = word.form
        if number in people.family.get(form, ()):
            family, direct = True, direct or people.family[form][number]
        elif number in people.given.get(form, ()):
            given = True
        elif _is_initial(word, text, number, people):
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
    half = people.given if family else people.family
    return number in half.get(word.form, ())


def _is_initial(word: Word, text: str, number: int, people: People) -> bool:
    return (
        (len(word.form) == 1 or word.form == "ch")
        and word.capital
        and text[word.end : word.end + 1] == "."
        and number in people.starts.get(word.form, ())
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
    if one.whole:
        sure = one.spelt and not staying
        return Mention(*span, FULL_NAME, sure)
    if not one.family:
        if not first.capital:
            return None
        return Mention(*span, GIVEN, sure=False)
    if _like_a_word(text, words, at, people):
        return Mention(*span, DOUBTFUL, sure=False, stays=True)
    return Mention(*span, NAME, sure=False)


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
    if word.capital or word.form not in people.adjectives:
        return False
    before = words[at - 1] if at else None
    return before is None or before.form not in _HONORIFIC


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
    return Mention(start, end, mention.what, mention.sure)


def _initialled(text: str, people: People) -> Iterator[Mention]:
    for one in _INITIALS.finditer(text):
        capital = one[1][0].isupper() and one[2][0].isupper()
        if capital and (plain(one[1]), plain(one[2])) in people.initials:
            yield Mention(one.start(), one.end(), INITIALS, sure=False)


def _within(one: Found, found: Sequence[Found]) -> bool:
    return any(each.start < one.end and one.start < each.end for each in found)
