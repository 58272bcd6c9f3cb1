"""The text of a letter and the mail that carries it.

No name of a person and nothing that was said in a body: what happened, where it is now
and the address of the page, where rights decide what is shown.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import formataddr
from email.utils import make_msgid
from functools import partial
from kpss.addon.approval.browser.timeline import TimelinePart
from kpss.addon.approval.interfaces import IApprovable
from kpss.addon.approval.texts import ENTRIES
from kpss.addon.approval.texts import STATES
from kpss.addon.bodies.registry import body_by_id
from kpss.addon.bodies.registry import may_see_body
from kpss.addon.browser.dates import day
from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.documents import OUTCOMES
from kpss.addon.codelists.documents import VERBS
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.notices.official import whole_text
from kpss.addon.notices.outbox import Letter
from kpss.addon.notices.recipients import Recipient
from kpss.addon.notices.rules.telling import MINUTES_PUBLISHED
from kpss.addon.notices.rules.telling import PASSED_ON
from kpss.addon.notices.rules.telling import PROPOSED
from kpss.addon.notices.texts import REASONS
from kpss.addon.notices.texts import WHAT
from kpss.addon.process.sections import process_of
from kpss.addon.tasks.task import ITask
from plone import api
from typing import Any
from zope.globalrequest import getRequest


#: News of a document that is no entry of its history.
BESIDE = (PASSED_ON, PROPOSED)


def write(obj, happening: Mapping[str, Any], one: Recipient) -> dict[str, str]:
    """Subject and text, for the present user in the language of the recipient."""
    said = partial(translate, language=one.language)
    process = process_of(obj)
    # The way of a document for this reader, worked out once
    part = TimelinePart(obj, getRequest()) if IApprovable.providedBy(obj) else None
    lines = _lines(obj, part, happening, said)
    url = address(obj, happening["site_url"])
    subject = said(
        _(
            "letter_subject",
            default="${municipality}: ${what} – ${title}",
            mapping={
                "municipality": process.municipality,
                "what": said(_what(part, happening)),
                "title": obj.title,
            },
        )
    )
    paragraphs = [
        said(_("Good day,")),
        "\n".join(lines),
        url,
        said(REASONS[one.reason]),
    ]
    if happening.get("message"):
        paragraphs.insert(1, happening["message"])
    found = {"subject": " ".join(subject.split()), "text": "\n\n".join(paragraphs)}
    if one.user is not None:
        found["preferences"] = (
            f"{address(process, happening['site_url'])}/@@kpss-my-notices"
        )
    return found


def address(obj, site_url: str) -> str:
    """As the one who acted sees it: letters are written without a request."""
    path = obj.getPhysicalPath()[len(api.portal.get().getPhysicalPath()) :]
    return "/".join((site_url, *path))


def _what(part: TimelinePart | None, happening: Mapping[str, Any]):
    kind = happening["kind"]
    if kind in WHAT:
        return WHAT[kind]
    record = part.case.records[happening["index"]]
    if record.outcome:
        return title_of(OUTCOMES, record.outcome)
    return ENTRIES[kind]


def _lines(
    obj, part: TimelinePart | None, happening: Mapping[str, Any], said
) -> list[str]:
    """What it is, what happened, and where it is now."""
    if ITask.providedBy(obj):
        return [obj.title, *_task(obj, said)]
    if happening["kind"] == MINUTES_PUBLISHED:
        return [obj.title, *_minutes(obj, happening, said)]
    if part is None:
        return [obj.title, *_resolution(obj, said)]
    happened = () if happening["kind"] in BESIDE else _happened(part, happening, said)
    return [obj.title, *happened, _now(part, said)]


def _task(task, said) -> Iterator[str]:
    if task.due:
        yield said(_("To be done by ${day}", mapping={"day": said(day(task.due))}))
    body = body_by_id(task, task.body) if task.body else None
    if body is not None and may_see_body(process_of(task), task.body):
        yield said(_("Responsible body: ${body}", mapping={"body": body.title}))


def _minutes(minutes, happening: Mapping[str, Any], said) -> Iterator[str]:
    body = body_by_id(minutes, happening["body"])
    if body is not None and may_see_body(process_of(minutes), happening["body"]):
        yield said(_("Body: ${body}", mapping={"body": body.title}))


def _resolution(resolution, said) -> Iterator[str]:
    yield said(_("Body: ${body}", mapping={"body": resolution.aq_parent.title}))
    if resolution.number:
        on = {"number": resolution.number, "day": said(day(resolution.decided_on))}
        yield said(_("Resolution: ${number} of ${day}", mapping=on))
    verb = {"verb": said(title_of(VERBS, resolution.verb))}
    yield said(_("What it does: ${verb}", mapping=verb))


def _happened(part: TimelinePart, happening, said) -> Iterator[str]:
    """Which body said what on which day, as far as the reader may know."""
    record = part.case.records[happening["index"]]
    for line in part.timeline.entries:
        if (line.kind, line.on, line.step) != (record.kind, record.on, record.step):
            continue
        if line.outcome != record.outcome:
            continue
        what = said(part.entry_text(line))
        if line.body is not None:
            what = f"{line.body.title}: {what}"
        yield f"{what} ({said(day(line.on))})"
        if line.resolution is not None and line.resolution.number:
            number = {"number": line.resolution.number}
            yield said(_("Resolution: ${number}", mapping=number))
        return


def _now(part: TimelinePart, said) -> str:
    """Where it is now: the step that is current, or how it ended."""
    current = part.case.standing.current
    if current is None:
        state = STATES.get(api.content.get_state(part.context, default=""), "")
        return said(_("Now: ${what}", mapping={"what": said(state)}))
    step = part.steps[current]
    what = f"{said(part.who(step))} – {said(part.what(step))}"
    if step.deadline is not None:
        what = f"{what}. {said(part.deadline(step))}"
    return said(_("Now: ${what}", mapping={"what": what}))


def message(letter: Letter) -> EmailMessage:
    """One letter as a mail."""
    found = _mail(letter, letter.subject, [whole_text(letter)])
    if letter.attachment is not None:
        found.add_attachment(
            letter.attachment["text"],
            subtype=letter.attachment["subtype"],
            charset="utf-8",
            filename=letter.attachment["name"],
            cte="base64",
            params=letter.attachment["params"],
        )
    return found


def daily_message(group: Sequence[Letter]) -> EmailMessage:
    """Several letters of one person as one mail."""
    said = partial(translate, language=group[0].language)
    subject = said(
        _(
            "News of planning: ${number}",
            mapping={"number": len(group)},
        )
    )
    texts = [f"{one.subject}\n\n{one.text}" for one in group]
    return _mail(group[0], subject, texts)


def _mail(letter: Letter, subject: str, texts: Sequence[str]) -> EmailMessage:
    said = partial(translate, language=letter.language)
    parts = list(texts)
    if letter.preferences:
        where = {"url": letter.preferences}
        parts.append(
            said(
                _("How often we write to you can be chosen here: ${url}", mapping=where)
            )
        )
    sender = api.portal.get_registry_record("plone.email_from_address")
    found = EmailMessage()
    found["Subject"] = subject
    found["From"] = formataddr(
        (
            api.portal.get_registry_record("plone.email_from_name", default="") or "",
            sender,
        )
    )
    found["To"] = letter.to
    found["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    found["Auto-Submitted"] = "auto-generated"
    found.set_content("\n\n-- \n".join(parts), charset="utf-8")
    return found
