"""``GET {process}/@tasks``: tasks for programs."""

from collections.abc import Iterable
from datetime import date
from kpss.addon.bodies.peoplepages.own import own_fact
from kpss.addon.i18n import _
from kpss.addon.process.batching import bounded_batch
from kpss.addon.process.querying import parameters
from kpss.addon.restapi_errors import refuse_field
from kpss.addon.tasks import rules
from kpss.addon.tasks.browser.filtered import ME
from kpss.addon.tasks.reading import Line
from kpss.addon.tasks.reading import Reader
from kpss.addon.tasks.searching import Asked
from kpss.addon.tasks.searching import search
from plone.restapi.services import Service
from typing import Any


FLAGS = ("overdue", "due_soon")
FILTERS = ("body", "responsible", "state", "imposed_by", "q", *FLAGS)
YES, NO = ("1", "true"), ("", "0", "false")


class TasksGet(Service):
    """Those that the reader may know of, the most urgent first."""

    def reply(self) -> dict[str, Any]:
        sent = parameters(self.request, (*FILTERS, "b_start", "b_size"))
        today = date.today()
        found = search(self.context, asked_of(self.context, sent), today=today)
        url = f"{self.context.absolute_url()}/@tasks"
        page = bounded_batch(found, url, sent)
        lines = Reader(self.context, today).lines(page.items)
        return {**page.data, "items": [item_of(line) for line in lines]}


def asked_of(process, sent: dict[str, str]) -> Asked:
    """Raises FlatBadRequest that names the parameter."""
    _one_of(sent, "state", rules.STATES)
    for name in FLAGS:
        _one_of(sent, name, (*YES, *NO[1:]))
    groups = [name for name in FLAGS if sent.get(name, "") in YES]
    if len(groups) > 1:
        raise refuse_field(
            groups[1],
            _("A task is either overdue or due soon: ask for one of them."),
            code="not_together",
        )
    return Asked(
        body=sent.get("body", ""),
        responsible=_person(process, sent.get("responsible", "")),
        state=sent.get("state", ""),
        group=groups[0] if groups else "",
        imposed_by=sent.get("imposed_by", ""),
        q=sent.get("q", ""),
    )


def _person(process, asked: str) -> str:
    """``me`` is the person of whoever reads."""
    if asked != ME:
        return asked
    own = own_fact(process)
    if own is None:
        raise refuse_field(
            "responsible",
            _("Your account is not linked to a person of this process."),
            code="no_person",
        )
    return own.id


def _one_of(sent: dict[str, str], name: str, allowed: tuple[str, ...]) -> None:
    if sent.get(name) and sent[name] not in allowed:
        raise refuse_field(
            name,
            _("Possible values: ${allowed}.", mapping={"allowed": ", ".join(allowed)}),
            code="not_allowed",
            allowed=list(allowed),
        )


def item_of(line: Line) -> dict[str, Any]:
    """What is not for the reader is left out: of a public task most of it."""
    item: dict[str, Any] = {
        "title": line.title,
        "due": line.due and line.due.isoformat(),
        "state": line.state,
        "overdue": line.group == rules.OVERDUE,
        "due_soon": line.group == rules.DUE_SOON,
        "body": line.body and {"id": line.body.id, "title": line.body.title},
        "imposed_by": line.imposed
        and {
            "@id": line.imposed.url,
            "UID": line.imposed.uid,
            "number": line.imposed.number,
            "date": line.imposed.on and line.imposed.on.isoformat(),
            "title": line.imposed.title,
        },
    }
    if line.url is None:
        return item
    person = {"id": line.responsible_id, "title": line.responsible}
    return {
        "@id": line.url,
        "UID": line.uid,
        "id": line.id,
        **item,
        **({"responsible": person} if line.responsible else {}),
        "percent": line.percent,
        "completed": line.completed and line.completed.isoformat(),
        "waits": line.waits,
        "waits_for": [
            {"@id": one.url, "id": one.id, "title": one.title} for one in line.waits_for
        ],
    }


def imposed_items(process, uids: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Tasks by the UID of what imposed them, as far as the reader may know of them."""
    wanted = tuple(uids)
    items: dict[str, list[dict[str, Any]]] = {uid: [] for uid in wanted}
    today = date.today()
    found = search(process, Asked(imposed_by=wanted), today=today) if wanted else []
    for line in Reader(process, today).lines(found):
        if line.imposed is not None:
            item = item_of(line)
            del item["imposed_by"]
            items[line.imposed.uid].append(item)
    return items
