"""Shares in a form and in words: more than half, at least two thirds."""

from kpss.addon.bodies.rules.shares import BadShare
from kpss.addon.bodies.rules.shares import parse
from kpss.addon.bodies.rules.shares import Share
from kpss.addon.i18n import _
from zope.i18nmessageid import Message
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


#: What the form offers, and how it is called there.
COMMON = {
    ">1/2": _("more than half"),
    ">=1/2": _("at least half"),
    ">=2/3": _("at least two thirds"),
    ">2/3": _("more than two thirds"),
    ">=3/5": _("at least three fifths"),
    ">=3/4": _("at least three quarters"),
    ">=1/3": _("at least one third"),
    ">=1/4": _("at least one quarter"),
    ">=1/5": _("at least one fifth"),
    ">=1/10": _("at least one tenth"),
    ">=1/1": _("all of them"),
}

#: The same as a part of a sentence: "the consent of more than half (of the members)".
_OF = {
    ">1/2": _("share_of_more_than_1_2", default="more than half"),
    ">=1/2": _("share_of_at_least_1_2", default="at least half"),
    ">=2/3": _("share_of_at_least_2_3", default="at least two thirds"),
    ">2/3": _("share_of_more_than_2_3", default="more than two thirds"),
    ">=3/5": _("share_of_at_least_3_5", default="at least three fifths"),
    ">=3/4": _("share_of_at_least_3_4", default="at least three quarters"),
    ">=1/3": _("share_of_at_least_1_3", default="at least one third"),
    ">=1/4": _("share_of_at_least_1_4", default="at least one quarter"),
    ">=1/5": _("share_of_at_least_1_5", default="at least one fifth"),
    ">=1/10": _("share_of_at_least_1_10", default="at least one tenth"),
    ">=1/1": _("share_of_all", default="all"),
}


def share_of(share: Share) -> Message:
    """The share in words, in the genitive that all our sentences ask for."""
    reduced = share.reduced
    if reduced.text in _OF:
        return _OF[reduced.text]
    fraction = f"{reduced.numerator}/{reduced.denominator}"
    if share.strict:
        return _(
            "share_of_more_than",
            default="more than ${fraction}",
            mapping={"fraction": fraction},
        )
    return _(
        "share_of_at_least",
        default="at least ${fraction}",
        mapping={"fraction": fraction},
    )


class ShareVocabulary(SimpleVocabulary):
    """Offers the common shares and the current one; accepts any share."""

    def __init__(self, current: str | None = None):
        offered = list(COMMON)
        if current is not None and current not in COMMON and _is_share(current):
            offered.append(current)
        super().__init__([_term(text) for text in offered])

    def __contains__(self, value):
        return _is_share(value)

    def getTerm(self, value):
        if not _is_share(value):
            raise LookupError(value)
        return _term(value)

    getTermByToken = getTerm


def _is_share(value) -> bool:
    try:
        parse(value)
    except BadShare:
        return False
    return True


def _term(text: str) -> SimpleTerm:
    return SimpleTerm(text, text, COMMON.get(text, text))
