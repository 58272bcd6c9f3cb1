"""What the catalogue knows of a body: public facts only."""

from kpss.addon.bodies.body import IBody
from kpss.addon.codelists.fulltext import full_text
from plone.indexer import indexer


#: Fields that listings and the chart need; all of them stand on the public page.
#: None refers to another body: the catalogue hands its columns out raw, and an id tells
#: the title of a body that the reader may not see (a UID too, through ``resolveuid``).
CHART_FIELDS = (
    "kind",
    "subtitle",
    "abbreviation",
    "act_text",
    "composition_text",
    "supreme",
    "external",
    "permanent",
    "open_to_all",
    "chart_order",
)


@indexer(IBody)
def kpss_body(body) -> dict:
    """A JSON-compatible summary for the chart and the vocabulary."""
    facts = {name: getattr(body, name, None) for name in CHART_FIELDS}
    facts["chart_order"] = facts["chart_order"] or 0
    # Only whether it stands under another; which one, ``body_facts`` reads from it
    facts["parent"] = bool(body.parent)
    facts["acts"] = list(body.acts or ())
    facts["closed_by"] = body.closed_by
    for name in ("valid_from", "valid_to", "closed_by_date"):
        day = getattr(body, name, None)
        facts[name] = day.isoformat() if day else None
    return facts


@indexer(IBody)
def kpss_kind(body) -> str:
    return body.kind


@indexer(IBody)
def searchable_text(body) -> str:
    return full_text(
        body,
        (
            "id",
            "title",
            "subtitle",
            "abbreviation",
            "description",
            "act_text",
            "mission",
            "tasks",
            "membership_text",
            "structure_text",
        ),
    )
