"""Why somebody sits in a body, in words (every basis is shown, decision 32)."""

from kpss.addon.bodies.roster.lines import Basis
from kpss.addon.bodies.roster.lines import Line
from kpss.addon.bodies.roster.roster import Roster
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from zope.i18nmessageid import Message


#: How a membership itself arose.
BASES = (
    ("application", _("by application")),
    ("vote", _("admitted by a vote")),
    ("ex_officio", _("by virtue of an office")),
    ("election", _("by election")),
    ("appointment", _("by appointment")),
    ("delegation", _("by delegation")),
    ("other", _("recorded")),
)
_OWN = dict(BASES)


def bases_text(line: Line, roster: Roster) -> str:
    """All bases, the own ones first, without repetition."""
    texts = [translate(basis_text(one, roster)) for one in line.bases]
    return "; ".join(dict.fromkeys(texts))


def basis_text(basis: Basis, roster: Roster) -> Message:
    """One basis; another body and its function only for those who may see it."""
    if basis.code in _OWN:
        return _OWN[basis.code]
    if basis.code == "chair":
        return _("chairs the body")
    function = basis.function_title or basis.function or ""
    if basis.body is None:
        return _("as ${function}", mapping={"function": function})
    body = roster.seen_bodies.get(basis.body)
    if body is None:
        return _OWN["ex_officio"]
    return _("as ${function} – ${body}", mapping={"function": function, "body": body})
