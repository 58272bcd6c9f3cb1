"""``GET {process}/@resolutions``: the public register for programs."""

from kpss.addon.codelists.documents import VERBS
from kpss.addon.i18n import _
from kpss.addon.process.batching import bounded_batch
from kpss.addon.process.querying import parameters
from kpss.addon.resolutions.browser.register import row_of
from kpss.addon.resolutions.searching import ALL_STATES
from kpss.addon.resolutions.searching import Asked
from kpss.addon.resolutions.searching import search
from kpss.addon.restapi_errors import refuse_field
from kpss.addon.tasks.services.tasks import imposed_items
from plone.restapi.services import Service
from typing import Any
import re


FILTERS = ("body", "year", "q", "verb", "state", "number")


class ResolutionsGet(Service):
    """Those that the reader may see, the newest first."""

    def reply(self) -> dict[str, Any]:
        sent = parameters(self.request, (*FILTERS, "b_start", "b_size"))
        found = search(self.context, asked_of(sent))
        url = f"{self.context.absolute_url()}/@resolutions"
        page = bounded_batch(found, url, sent)
        rows = [row_of(brain) for brain in page.items]
        tasks = imposed_items(self.context, [row["uid"] for row in rows])
        return {
            **page.data,
            "items": [{**item_of(row), "tasks": tasks[row["uid"]]} for row in rows],
        }


def asked_of(sent: dict[str, str]) -> Asked:
    """Raises FlatBadRequest that names the parameter."""
    year = sent.get("year", "")
    if year and not re.fullmatch(r"[0-9]{4}", year):
        raise refuse_field(
            "year",
            _("${value} is not a year: write four digits.", mapping={"value": year}),
            code="bad_year",
        )
    _one_of(sent, "verb", [code for code, _title in VERBS])
    _one_of(sent, "state", list(ALL_STATES))
    return Asked(**{name: sent.get(name, "") for name in FILTERS})


def _one_of(sent: dict[str, str], name: str, allowed: list[str]) -> None:
    if sent.get(name) and sent[name] not in allowed:
        raise refuse_field(
            name,
            _("Possible values: ${allowed}.", mapping={"allowed": ", ".join(allowed)}),
            code="not_allowed",
            allowed=allowed,
        )


def item_of(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "@id": row["url"],
        "UID": row["uid"],
        "number": row["number"],
        "date": row["date"],
        "body": {"id": row["body_id"], "title": row["body"]},
        "verb": row["verb_code"],
        "addressee": row["addressee"],
        "title": row["title"],
        "text": row["text"],
        "state": row["state"],
    }
