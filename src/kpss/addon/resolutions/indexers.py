"""What the catalogue knows of resolutions; everybody who sees one may read it."""

from Acquisition import aq_parent
from kpss.addon.codelists.fulltext import full_text
from kpss.addon.numbering.rules.numbers import order
from kpss.addon.numbering.rules.numbers import same
from kpss.addon.resolutions.resolution import IResolution
from plone.indexer import indexer


#: Never the whole text: it may name people.
FIELDS = ("title", "number", "addressee", "public_text")


@indexer(IResolution)
def kpss_number(resolution) -> str:
    if not resolution.number:
        raise AttributeError("kpss_number")
    return same(resolution.number).casefold()


@indexer(IResolution)
def kpss_resolved_on(resolution) -> str:
    """ISO day of the resolution."""
    if resolution.decided_on is None:
        raise AttributeError("kpss_resolved_on")
    return resolution.decided_on.isoformat()


@indexer(IResolution)
def kpss_order(resolution) -> str:
    """By day, then by number; 9/20 before 10/20."""
    day = resolution.decided_on.isoformat() if resolution.decided_on else ""
    parts = order(resolution.number or "")
    return day + "|" + "".join(f"{number:09}{text}" for _k, number, text in parts)


@indexer(IResolution)
def kpss_kind(resolution) -> str:
    return resolution.verb


@indexer(IResolution)
def kpss_author_body(resolution) -> str:
    return aq_parent(resolution).getId()


@indexer(IResolution)
def kpss_resolution(resolution) -> dict:
    """What the register says of it."""
    return {
        "number": resolution.number,
        "date": resolution.decided_on.isoformat() if resolution.decided_on else None,
        "verb": resolution.verb,
        "addressee": resolution.addressee,
        "text": resolution.public_text,
        "body": aq_parent(resolution).getId(),
        "body_title": aq_parent(resolution).title,
        "per_rollam": bool(resolution.per_rollam),
    }


@indexer(IResolution)
def searchable_text(resolution) -> str:
    return full_text(resolution, FIELDS)


@indexer(IResolution)
def kpss_subject(resolution) -> str:
    if not resolution.subject_uid:
        raise AttributeError("kpss_subject")
    return resolution.subject_uid
