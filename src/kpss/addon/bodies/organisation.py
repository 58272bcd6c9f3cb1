"""``GET {process}/@organisation``: the bodies of a process in the order of the chart."""

from datetime import date
from kpss.addon.bodies.chart import Chart
from kpss.addon.bodies.registry import Fact
from kpss.addon.bodies.roster.rosters import Rosters
from kpss.addon.i18n import _
from kpss.addon.restapi_errors import refuse_field
from plone.restapi.services import Service
from typing import Any
from urllib.parse import parse_qsl
from urllib.parse import urlencode


#: Contract: more in one answer is refused. No process may have more bodies.
MOST = 1000


class OrganisationGet(Service):
    """What the reader may see; bodies hidden from them are not even parents here.

    ``parent`` is the nearest body above that the reader may see. ``members`` counts
    everybody, ``holder`` is the name where the reader may know it, otherwise the office
    that the function follows. All bodies come at once unless ``b_size`` asks for fewer.
    """

    def reply(self) -> dict[str, Any]:
        chart = Chart(self.context, on=date.today())
        start = self._number("b_start", 0, least=0, most=None)
        size = self._number("b_size", MOST, least=1, most=MOST)
        rosters = Rosters(chart.process, chart.on)
        facts = chart.in_order
        url = f"{self.context.absolute_url()}/@organisation"
        answer = {
            "@id": url,
            "items": [
                item(chart, rosters, fact) for fact in facts[start : start + size]
            ],
            "items_total": len(facts),
        }
        if len(facts) > size:
            answer["batching"] = self._links(url, start, size, len(facts))
        return answer

    def _number(self, name: str, default: int, *, least: int, most: int | None) -> int:
        text = str(self.request.form.get(name, default))
        number = int(text) if text.isdecimal() and len(text) < 10 else -1
        if number < least or (most is not None and number > most):
            raise refuse_field(
                name,
                _("The number of items in an answer is from 1 to 1000.")
                if most
                else _("The first item of an answer is 0 or more."),
                code="out_of_range",
            )
        return number

    def _links(self, url: str, start: int, size: int, total: int) -> dict[str, str]:
        others = [
            (name, value)
            for name, value in parse_qsl(self.request.get("QUERY_STRING", ""))
            if name != "b_start"
        ]
        starts = {
            "@id": start,
            "first": 0,
            "last": (total - 1) // size * size,
            "next": start + size,
            "prev": max(0, start - size),
        }
        return {
            name: f"{url}?{urlencode([('b_start', at), *others])}"
            for name, at in starts.items()
            if not (name == "next" and at >= total)
            and not (name == "prev" and not start)
        }


def item(chart: Chart, rosters: Rosters, fact: Fact) -> dict[str, Any]:
    """One body as the contract has it."""
    return {
        "@id": fact["url"],
        "UID": fact["UID"],
        "id": fact["id"],
        "title": fact["title"],
        "abbreviation": fact["abbreviation"] or None,
        "kind": fact["kind"],
        "parent": chart.uids.get(chart.above[fact["id"]]),
        "established_by": chart.uids.get(fact["established_by"]),
        "open_to_all": bool(fact["open_to_all"]),
        "members": rosters.of(fact["id"]).members,
        "acts": list(fact["acts"]),
        "act_text": fact["act_text"] or None,
        "functions": [
            {
                "function": row["id"],
                "title": row["title"],
                "holder": rosters.names(fact["id"], row["id"])
                or row.get("office")
                or None,
                "own_box": bool(row.get("own_box")),
            }
            for row in chart.functions
            if row.get("body") == fact["id"]
        ],
    }
