"""What may be chosen in the recording forms, as pairs of value and label."""

from collections.abc import Iterable
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.roster.lines import Titles
from kpss.addon.browser.dates import period
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.process.sections import process_of
from zope.component import getUtility
from zope.i18nmessageid import Message
from zope.schema.interfaces import IVocabularyFactory


def choices(context, vocabulary: str, *, empty: Message | str | None) -> tuple:
    """The terms of a vocabulary of ours; ``empty``: the label of no choice at all."""
    terms = getUtility(IVocabularyFactory, f"kpss.addon.{vocabulary}")(context)
    return _after(empty, ((term.value, term.title) for term in terms))


def rows(process, name: str, *, empty: Message | str) -> tuple:
    """Rows of a setting of the process."""
    found = getattr(process, name) or ()
    return _after(empty, ((row["id"], row["title"]) for row in found))


def principals(body, today) -> tuple:
    """Members whom somebody may stand in for: those whose membership has not ended.

    Function and days tell two memberships of one person apart.
    """
    process = process_of(body)
    book, titles = ledger(), Titles(process).functions
    found = []
    for fact in book.recorded_in(body.UID()):
        person = book.person(process.UID(), fact.person)
        if fact.span.last < today or fact.substitute_of or person is None:
            continue
        function = titles.get(fact.function or "", "")
        days = translate(period(fact.valid_from, fact.valid_to))
        label = " – ".join(one for one in (person.name, function, days) if one)
        found.append((person.sort, fact.valid_from, fact.id, label))
    pairs = ((key, label) for _sort, _day, key, label in sorted(found))
    return _after(_("– nobody –"), pairs)


def _after(empty: Message | str | None, pairs: Iterable) -> tuple:
    first = (("", empty),) if empty is not None else ()
    return (*first, *pairs)
