"""Letters of polls when they go: the signed link is made, the log learns of it."""

from kpss.addon.approval.indexed import object_by_uid
from kpss.addon.meetings.convening.letters import TOKEN
from kpss.addon.meetings.convening.official import Gone
from kpss.addon.meetings.convening.official import logged
from kpss.addon.meetings.polling.kept import Poll
from kpss.addon.meetings.polling.kept import poll_of
from kpss.addon.meetings.polling.links import make_link
from kpss.addon.notices.official import IOfficialLetters
from kpss.addon.notices.outbox import Letter
from zope.interface import implementer


@implementer(IOfficialLetters)
class PollLetters:
    """The utility; it works without a user, after the commit."""

    def whole_text(self, letter: Letter) -> str:
        """Raises Gone: what nobody can open is not sent."""
        if TOKEN not in letter.text:
            return letter.text
        poll, key = _poll(letter), _sending(letter)
        if poll is None:
            raise Gone(key)
        token = make_link(poll, poll.sendings[key]["to"], key)
        return letter.text.replace(TOKEN, token)

    def told(self, letter: Letter) -> None:
        poll, key = _poll(letter), _sending(letter)
        if poll is not None and key in poll.sendings:
            poll.sendings[key] = logged(poll.sendings[key], letter)


def _poll(letter: Letter) -> Poll | None:
    reference = letter.reference or {}
    body = object_by_uid(reference["body"])
    return None if body is None else poll_of(body, reference["poll"])


def _sending(letter: Letter) -> str:
    return (letter.reference or {})["sending"]
