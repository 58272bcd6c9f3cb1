"""Who holds an invitation after letters of all kinds: whoever is invited, nobody else."""

from hypothesis import given
from hypothesis import strategies as st
from kpss.addon.meetings.rules.tellings import CALLED_OFF
from kpss.addon.meetings.rules.tellings import holders
from kpss.addon.meetings.rules.tellings import letters


def sent(*rows):
    return [{"to": to, "what": what} for to, what in rows]


KEYS = st.sets(st.sampled_from("abcdefg"))


@given(st.sampled_from(["invitation", "change", "papers", None]), KEYS, KEYS, KEYS)
def test_after_it_exactly_those_hold_an_invitation_who_are_invited(
    what, invited, held, untouched
):
    before = sent(*((key, "invitation") for key in held))
    after = sent(*letters(what, invited, held, untouched).items())
    assert set(holders([*before, *after])) == invited


@given(KEYS, KEYS)
def test_after_the_end_nobody_holds_one(invited, held):
    before = sent(*((key, "invitation") for key in held))
    after = letters("cancellation", invited, held)
    assert not holders([*before, *sent(*after.items())])
    assert set(after.values()) <= set(CALLED_OFF)
    if held:
        assert set(after) == held
