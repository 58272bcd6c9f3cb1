"""Numbers from one to twelve, days, months, years and times in words.

Czech words change with gender and case, so each use has messages of its own; larger
numbers stay digits. These phrases are put into the sentences of the rules.
"""

from collections.abc import Callable
from collections.abc import Mapping
from dataclasses import dataclass
from kpss.addon.bodies.rules.said import Days
from kpss.addon.i18n import _
from kpss.addon.i18n import plural
from zope.i18nmessageid import Message


#: jeden den, dva hlasy, pět členů
MASCULINE = {
    1: _("phrase_number_masculine_1", default="one"),
    2: _("phrase_number_masculine_2", default="two"),
    3: _("phrase_number_masculine_3", default="three"),
    4: _("phrase_number_masculine_4", default="four"),
    5: _("phrase_number_masculine_5", default="five"),
    6: _("phrase_number_masculine_6", default="six"),
    7: _("phrase_number_masculine_7", default="seven"),
    8: _("phrase_number_masculine_8", default="eight"),
    9: _("phrase_number_masculine_9", default="nine"),
    10: _("phrase_number_masculine_10", default="ten"),
    11: _("phrase_number_masculine_11", default="eleven"),
    12: _("phrase_number_masculine_12", default="twelve"),
}

#: do jednoho dne, dvou let, pěti měsíců
GENITIVE = {
    1: _("phrase_number_genitive_1", default="one"),
    2: _("phrase_number_genitive_2", default="two"),
    3: _("phrase_number_genitive_3", default="three"),
    4: _("phrase_number_genitive_4", default="four"),
    5: _("phrase_number_genitive_5", default="five"),
    6: _("phrase_number_genitive_6", default="six"),
    7: _("phrase_number_genitive_7", default="seven"),
    8: _("phrase_number_genitive_8", default="eight"),
    9: _("phrase_number_genitive_9", default="nine"),
    10: _("phrase_number_genitive_10", default="ten"),
    11: _("phrase_number_genitive_11", default="eleven"),
    12: _("phrase_number_genitive_12", default="twelve"),
}

#: jedno místo, dvě jednání, pět míst
NEUTER = {
    1: _("phrase_number_neuter_1", default="one"),
    2: _("phrase_number_neuter_2", default="two"),
    3: _("phrase_number_neuter_3", default="three"),
    4: _("phrase_number_neuter_4", default="four"),
    5: _("phrase_number_neuter_5", default="five"),
    6: _("phrase_number_neuter_6", default="six"),
    7: _("phrase_number_neuter_7", default="seven"),
    8: _("phrase_number_neuter_8", default="eight"),
    9: _("phrase_number_neuter_9", default="nine"),
    10: _("phrase_number_neuter_10", default="ten"),
    11: _("phrase_number_neuter_11", default="eleven"),
    12: _("phrase_number_neuter_12", default="twelve"),
}

#: jednou, dvakrát, pětkrát za rok
_TIMES = {
    1: _("phrase_number_times_1", default="once"),
    2: _("phrase_number_times_2", default="twice"),
    3: _("phrase_number_times_3", default="three times"),
    4: _("phrase_number_times_4", default="four times"),
    5: _("phrase_number_times_5", default="five times"),
    6: _("phrase_number_times_6", default="six times"),
    7: _("phrase_number_times_7", default="seven times"),
    8: _("phrase_number_times_8", default="eight times"),
    9: _("phrase_number_times_9", default="nine times"),
    10: _("phrase_number_times_10", default="ten times"),
    11: _("phrase_number_times_11", default="eleven times"),
    12: _("phrase_number_times_12", default="twelve times"),
}


#: Turns a message into text in the wanted language.
Say = Callable[[str], str]


@dataclass(frozen=True)
class Counted:
    """A text that counts: its three plural forms and the words of its numbers."""

    one: Message
    few: Message
    many: Message
    words: Mapping[int, Message]

    def message(self, number: int, say: Say) -> Message:
        """The form for the number, with ``${number}`` in words up to twelve."""
        form = plural(number, self.one, self.few, self.many)
        word = say(self.words[number]) if number in self.words else str(number)
        return Message(form, mapping={**form.mapping, "number": word})


def times(number: int) -> Message:
    """How many times: twice."""
    if number in _TIMES:
        return _TIMES[number]
    return _(
        "phrase_times_in_digits", default="${number} times", mapping={"number": number}
    )


_MONTHS = Counted(
    _("phrase_months_one", default="${number} month"),
    _("phrase_months_few", default="${number} months"),
    _("phrase_months_many", default="${number} months"),
    MASCULINE,
)
_MONTHS_GENITIVE = Counted(
    _("phrase_months_genitive_one", default="${number} month"),
    _("phrase_months_genitive_few", default="${number} months"),
    _("phrase_months_genitive_many", default="${number} months"),
    GENITIVE,
)
_YEARS_GENITIVE = Counted(
    _("phrase_years_genitive_one", default="${number} year"),
    _("phrase_years_genitive_few", default="${number} years"),
    _("phrase_years_genitive_many", default="${number} years"),
    GENITIVE,
)


def months(number: int, say: Say) -> str:
    """Three months."""
    return say(_MONTHS.message(number, say))


def every_months(number: int, say: Say) -> str:
    """What stands after "once every": month, three months."""
    if number == 1:
        return say(_("phrase_every_month", default="month"))
    return months(number, say)


def term(number: int, say: Say) -> str:
    """A term of so many months, in years when they are whole: one year."""
    if number % 12 == 0:
        return say(_YEARS_GENITIVE.message(number // 12, say))
    return say(_MONTHS_GENITIVE.message(number, say))


_DAYS = {
    None: Counted(
        _("phrase_days_one", default="${number} day"),
        _("phrase_days_few", default="${number} days"),
        _("phrase_days_many", default="${number} days"),
        MASCULINE,
    ),
    "calendar": Counted(
        _("phrase_calendar_days_one", default="${number} calendar day"),
        _("phrase_calendar_days_few", default="${number} calendar days"),
        _("phrase_calendar_days_many", default="${number} calendar days"),
        MASCULINE,
    ),
    "working": Counted(
        _("phrase_working_days_one", default="${number} working day"),
        _("phrase_working_days_few", default="${number} working days"),
        _("phrase_working_days_many", default="${number} working days"),
        MASCULINE,
    ),
}
_DAYS_GENITIVE = {
    None: Counted(
        _("phrase_days_genitive_one", default="${number} day"),
        _("phrase_days_genitive_few", default="${number} days"),
        _("phrase_days_genitive_many", default="${number} days"),
        GENITIVE,
    ),
    "calendar": Counted(
        _("phrase_calendar_days_genitive_one", default="${number} calendar day"),
        _("phrase_calendar_days_genitive_few", default="${number} calendar days"),
        _("phrase_calendar_days_genitive_many", default="${number} calendar days"),
        GENITIVE,
    ),
    "working": Counted(
        _("phrase_working_days_genitive_one", default="${number} working day"),
        _("phrase_working_days_genitive_few", default="${number} working days"),
        _("phrase_working_days_genitive_many", default="${number} working days"),
        GENITIVE,
    ),
}


def days(count: Days, say: Say) -> str:
    """Seven days, five working days (before the meeting)."""
    return say(_DAYS[count.kind].message(count.number, say))


def days_within(count: Days, say: Say) -> str:
    """The same after "within"."""
    return say(_DAYS_GENITIVE[count.kind].message(count.number, say))
