"""States of minutes and what may be done in each (PRA-19)."""

from collections.abc import Iterable
from kpss.addon.minutes.rules.verification import COMPLETE
from kpss.addon.minutes.rules.verification import OPPOSED
from kpss.addon.minutes.rules.verification import UNSET


DRAFT, VERIFICATION, VERIFIED, PUBLISHED = (
    *("draft", "verification", "verified", "published"),
)
#: In which nothing of the text changes any more.
FROZEN = frozenset((VERIFIED, PUBLISHED))

SUBMIT, RETURN, FREEZE, CLOSE, PUBLISH, HIDE = (
    *("submit", "return", "freeze", "close", "publish", "hide"),
)
#: Transition → the states it leaves and the one it comes to. ``freeze`` follows from the
#: last verification; ``close`` ends minutes that nobody must verify.
TRANSITIONS = {
    SUBMIT: ((DRAFT,), VERIFICATION),
    RETURN: ((VERIFICATION,), DRAFT),
    FREEZE: ((VERIFICATION,), VERIFIED),
    CLOSE: ((DRAFT,), VERIFIED),
    PUBLISH: ((VERIFIED,), PUBLISHED),
    HIDE: ((PUBLISHED,), VERIFIED),
}
#: After these the records of the meeting are closed: the text is what was verified.
ENDING = frozenset((SUBMIT, CLOSE))
#: States of a meeting in which its minutes may be closed: it was held.
HELD = frozenset(("held", "closed"))

#: Reasons.
NOT_HELD, NOBODY_VERIFIES, SOMEBODY_VERIFIES, OBJECTIONS, NOT_VERIFIED = (
    *("not_held", "nobody_verifies", "somebody_verifies", "objections"),
    "not_verified",
)
EMPTY, UNPAIRED, FORBIDDEN, UNDECIDED, OUTDATED = (
    *("empty", "unpaired", "forbidden", "undecided"),
    "outdated",
)


def reasons(
    transition: str,
    *,
    meeting: str,
    verification: str,
    parts: int = 1,
    unpaired: bool = False,
    outdated: bool = False,
) -> Iterable[str]:
    """Why a transition may not be made, in the order in which people mend it.

    ``meeting``: state of the meeting; ``verification``: state of the verification;
    ``outdated``: the records say something else than the minutes.
    Whether the public version may be published is asked of it (FORBIDDEN, UNDECIDED).
    """
    if transition in ENDING:
        if meeting not in HELD:
            yield NOT_HELD
        if not parts:
            yield EMPTY
        if unpaired:
            yield UNPAIRED
        if outdated:
            yield OUTDATED
    if transition == SUBMIT and verification == UNSET:
        yield NOBODY_VERIFIES
    if transition == CLOSE and verification != UNSET:
        yield OBJECTIONS if verification == OPPOSED else SOMEBODY_VERIFIES
    if transition == FREEZE and verification != COMPLETE:
        yield OBJECTIONS if verification == OPPOSED else NOT_VERIFIED
