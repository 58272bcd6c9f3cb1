"""Letters of one piece of news: each written as its reader may know the thing."""

from AccessControl.users import nobody
from collections.abc import Iterator
from collections.abc import Mapping
from kpss.addon.approval.case import Case
from kpss.addon.approval.history import ADVICE_ASKED
from kpss.addon.approval.interfaces import IActingBodies
from kpss.addon.bodies.people.vocabularies import person_by_id
from kpss.addon.notices.letters import write
from kpss.addon.notices.outbox import Outbox
from kpss.addon.notices.recipients import members_without_account
from kpss.addon.notices.recipients import Recipient
from kpss.addon.notices.recipients import recipients
from kpss.addon.notices.rules.telling import MINUTES_PUBLISHED
from kpss.addon.notices.rules.telling import News
from kpss.addon.notices.rules.telling import PASSED_ON
from kpss.addon.notices.rules.telling import PROPOSED
from kpss.addon.notices.rules.telling import PUBLISHED
from kpss.addon.notices.rules.ways import NOW
from kpss.addon.notices.rules.ways import OFF
from kpss.addon.process.sections import process_of
from kpss.addon.tasks.task import ITask
from plone import api
from typing import Any


Happening = Mapping[str, Any]


def write_letters(box: Outbox, happening: Happening) -> None:
    """Put the letters into the outbox; of what is gone meanwhile nobody is told."""
    with api.env.adopt_roles(["Manager"]):
        obj = api.content.get(UID=happening["uid"])
        process = process_of(obj) if obj is not None else None
        if process is None:
            return
        told = list(_all(process, happening, news_of(process, obj, happening)))
    for one in told:
        way = NOW if one.user is None else box.ways.get(one.user, NOW)
        written = _written(obj, happening, one) if way != OFF else None
        if written is not None:
            box.add_letter(
                happening["at"],
                user=one.user,
                to=one.to,
                language=one.language,
                way=way,
                **written,
            )


def _all(process, happening: Happening, news: News) -> Iterator[Recipient]:
    yield from recipients(process, news)
    if news.kind == PASSED_ON:
        yield from members_without_account(process, news.bodies)


def _written(obj, happening: Happening, one: Recipient) -> dict[str, str] | None:
    """The letter, written with the rights of who gets it; None: it may not be seen."""
    # By id: the name under which somebody logs in may be another
    user = nobody if one.user is None else api.user.get(userid=one.user)
    if user is None:
        return None
    with api.env.adopt_user(user=user):
        if not api.user.has_permission("View", obj=obj):
            return None
        return write(obj, happening, one)


def news_of(process, obj, happening: Happening) -> News:
    """What happened as the rules see it."""
    kind, actor = happening["kind"], happening["actor"]
    bodies = IActingBodies(process)
    if ITask.providedBy(obj):
        person = person_by_id(process, obj.responsible) if obj.responsible else None
        account = getattr(person, "user_id", None) or None
        return News(kind, actor=actor, body=obj.body, account=account)
    if kind == MINUTES_PUBLISHED:
        return News(
            kind,
            actor=actor,
            body=happening["body"],
            named=frozenset(happening["recipients"]),
        )
    if kind in (PUBLISHED, PASSED_ON, PROPOSED):
        return News(
            kind,
            actor=actor,
            body=obj.aq_parent.getId() if kind == PUBLISHED else None,
            author=obj.author_body if kind == PROPOSED else None,
            bodies=frozenset(happening.get("bodies") or ()),
        )
    case = Case(obj)
    record = case.records[happening["index"]]
    after = happening["after"]
    step = case.chain.steps[after] if after is not None else None
    asked = [one.actor for one in case.records if one.kind == ADVICE_ASKED]
    return News(
        kind,
        actor=actor,
        body=record.body,
        body_kind=case.kinds.get(record.body or ""),
        author=obj.author_body,
        managing=bodies.managing_body(),
        step=step,
        step_body_kind=case.kinds.get(step.body or "") if step is not None else None,
        moved=after != happening["before"],
        by_coordinator=bool(actor) and bodies.acting_of(actor).coordinates,
        involvement=getattr(process, "guarantor_involvement", None),
        asked_by=asked[-1] if asked else None,
    )
