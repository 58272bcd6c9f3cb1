"""``{body}/@date-poll`` and ``{body}/@date-poll/<poll>``."""

from AccessControl import Unauthorized
from collections.abc import Iterator
from contextlib import contextmanager
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.approval.services.refusing import refused
from kpss.addon.i18n import translate
from kpss.addon.meetings.convening.replying import OFFICE
from kpss.addon.meetings.convening.replying import SELF
from kpss.addon.meetings.planning.browser.plan_rows import judged
from kpss.addon.meetings.planning.browser.plan_rows import Row
from kpss.addon.meetings.polling.answering import record_answer
from kpss.addon.meetings.polling.answering import withdraw_answer
from kpss.addon.meetings.polling.beginning import ask_newcomers
from kpss.addon.meetings.polling.beginning import begin
from kpss.addon.meetings.polling.beginning import flaws
from kpss.addon.meetings.polling.beginning import Wish
from kpss.addon.meetings.polling.ending import cancel
from kpss.addon.meetings.polling.ending import choose
from kpss.addon.meetings.polling.ending import delete
from kpss.addon.meetings.polling.ending import prolong
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.polling.kept import poll_of
from kpss.addon.meetings.polling.kept import polls_of
from kpss.addon.meetings.polling.sending import recipients
from kpss.addon.meetings.polling.sending import remind
from kpss.addon.meetings.polling.services import payload
from kpss.addon.meetings.polling.services.data import address
from kpss.addon.meetings.polling.services.data import Data
from kpss.addon.meetings.polling.services.data import poll_data
from kpss.addon.meetings.polling.services.data import summary_data
from kpss.addon.meetings.polling.who import may_ask
from kpss.addon.meetings.polling.who import may_see
from kpss.addon.meetings.polling.who import own_key
from kpss.addon.meetings.polling.who import people_to_ask
from kpss.addon.process.uids import uid_of
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@contextmanager
def said_flat() -> Iterator[None]:
    """What the rules refuse, as an answer that names the field."""
    try:
        yield
    except Refusals as refusals:
        raise refused(refusals.refusals) from refusals
    except Refusal as refusal:
        raise refused([refusal]) from refusal


@implementer(IPublishTraverse)
class PollService(Service):
    """Of one poll where the address names it."""

    key = ""

    def publishTraverse(self, request, name):
        if self.key:
            raise NotFound(name)
        self.key = name
        return self

    def poll(self) -> Poll:
        """Not found is also what the reader may not know of."""
        found = poll_of(self.context, self.key)
        if found is None or not (may_see(self.context) or own_key(found)):
            raise NotFound(self.key or "@date-poll")
        return found

    def seen(self, poll: Poll) -> Data:
        return poll_data(poll, own_key(poll), everything=may_see(self.context))

    def must_run(self) -> None:
        if not may_ask(self.context):
            raise Unauthorized("@date-poll")


class PollGet(PollService):
    """All that the reader runs or was asked in, or one of them whole."""

    def reply(self) -> Data:
        if self.key:
            return self.seen(self.poll())
        everything = may_see(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@date-poll",
            "items": [
                summary_data(one)
                for one in polls_of(self.context)
                if everything or own_key(one)
            ],
        }


class PollPost(PollService):
    """Begin one; everybody is asked. ``dry_run``: only what stands against the dates."""

    def reply(self) -> Data:
        if self.key:
            raise NotFound(self.key)
        self.must_run()
        alsoProvides(self.request, IDisableCSRFProtection)
        sent = payload.read(self.request, payload.OF_POLL)
        wish = payload.wish_of(self.context, sent)
        if payload.flag(sent, "dry_run"):
            return self.planned(wish)
        with said_flat():
            poll, letters = begin(self.context, wish)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", address(poll))
        return {**self.seen(poll), "letters": letters}

    def planned(self, wish: Wish) -> Data:
        body = self.context
        asked = people_to_ask(body, substitutes=wish.substitutes, guests=wish.guests)
        rows = [Row(n, True, "", "", "", one) for n, one in enumerate(wish.dates)]
        moved = uid_of(wish.meeting) or "" if wish.meeting is not None else ""
        return {
            "@id": f"{body.absolute_url()}/@date-poll",
            "reasons": [
                {"field": one.field, "code": one.code, "message": str(one)}
                for one in flaws(body, wish, asked)
            ],
            "dates": [
                {
                    "start": one.start.isoformat(),
                    "place": one.place,
                    "against": [translate(mark) for mark in row.marks],
                }
                for one, row in zip(wish.dates, judged(body, rows, moved), strict=True)
            ],
            "people": [
                {
                    "person": one.key,
                    "title": one.name,
                    "kind": one.kind,
                    "has_address": bool(one.to),
                }
                for one in recipients(body, asked)
            ],
        }


class PollPatch(PollService):
    """One act: answer, take it back, remind, ask newcomers, choose, prolong, cancel."""

    def reply(self) -> Data:
        poll = self.poll()
        alsoProvides(self.request, IDisableCSRFProtection)
        sent = payload.read(self.request, payload.OF_ACT)
        name = payload.act_of(sent)
        with said_flat():
            more = getattr(self, name)(poll, sent)
        return {**self.seen(poll), **more}

    def person(self, poll: Poll, sent: payload.Sent) -> tuple[str, str]:
        """Whose answer it is and who enters it; one's own where nobody is named."""
        named, own = payload.text(sent, "person"), own_key(poll)
        if named and named != own:
            if not may_see(self.context):
                raise Unauthorized("@date-poll")
            return named, OFFICE
        return own or "", SELF

    def answers(self, poll: Poll, sent: payload.Sent) -> Data:
        person, by = self.person(poll, sent)
        said = payload.answers_of(sent)
        try:
            record_answer(poll, person, said, payload.text(sent, "note"), by)
        except Refusals as refusals:
            for one in refusals.refusals:
                one.field = f"answers.{one.field}" if one.field in said else one.field
            raise
        return {}

    def withdraw(self, poll: Poll, sent: payload.Sent) -> Data:
        withdraw_answer(poll, self.person(poll, sent)[0])
        return {}

    def remind(self, poll: Poll, sent: payload.Sent) -> Data:
        self.must_run()
        return {"letters": remind(poll)}

    def newcomers(self, poll: Poll, sent: payload.Sent) -> Data:
        self.must_run()
        return {"letters": ask_newcomers(poll)}

    def choose(self, poll: Poll, sent: payload.Sent) -> Data:
        self.must_run()
        meeting, letters = choose(poll, payload.text(sent, "choose"))
        return {"letters": letters, "meeting_url": meeting.absolute_url()}

    def until(self, poll: Poll, sent: payload.Sent) -> Data:
        self.must_run()
        prolong(poll, payload.day(sent, "until"))
        return {}

    def cancel(self, poll: Poll, sent: payload.Sent) -> Data:
        self.must_run()
        return {"letters": cancel(poll, payload.text(sent, "reason"))}


class PollDelete(PollService):
    """Take away a poll that is over, with all answers."""

    def reply(self) -> None:
        poll = self.poll()
        self.must_run()
        alsoProvides(self.request, IDisableCSRFProtection)
        with said_flat():
            delete(poll)
        return self.reply_no_content()
