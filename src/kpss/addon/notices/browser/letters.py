"""``{site}/@@kpss-letters``: the letters of the last months, for the administrator."""

from collections import Counter
from functools import cached_property
from kpss.addon.browser.byline import IWithoutByline
from kpss.addon.browser.dates import day
from kpss.addon.browser.titled import ITitledView
from kpss.addon.i18n import _
from kpss.addon.i18n import translate
from kpss.addon.notices.background import deliver_after_commit
from kpss.addon.notices.delivery import send_again
from kpss.addon.notices.delivery import sender
from kpss.addon.notices.outbox import Letter
from kpss.addon.notices.outbox import outbox
from kpss.addon.notices.rules.ways import KEPT_DAYS
from kpss.addon.notices.texts import STATES
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from zope.i18nmessageid import Message
from zope.interface import implementer


SHOWN = 200


@implementer(ITitledView, IWithoutByline)
class LettersPage(BrowserView):
    """What waits, what went and what the mail server refused; with a button to try."""

    day = staticmethod(day)
    kept_days = KEPT_DAYS
    shown = SHOWN

    def __call__(self):
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            self.send_now()
            return self.request.response.redirect(f"{self.url}/@@kpss-letters")
        return self.index()

    def send_now(self) -> None:
        """Letters that wait after a failure, or were given up, are tried at once."""
        box = outbox()
        if box is not None:
            send_again(box)
        deliver_after_commit()
        api.portal.show_message(_("Letters are being sent."), self.request)

    @property
    def url(self) -> str:
        return self.context.absolute_url()

    @property
    def title(self) -> str:
        return translate(_("Letters that were sent"))

    @property
    def lacks_sender(self) -> bool:
        return not sender()

    @cached_property
    def all(self) -> list[Letter]:
        box = outbox()
        return box.letters() if box is not None else []

    @property
    def letters(self) -> list[Letter]:
        return self.all[:SHOWN]

    @property
    def counts(self) -> list[tuple[Message, int]]:
        found = Counter(one.state for one in self.all)
        return [(title, found[state]) for state, title in STATES.items()]

    def paragraphs(self, letter: Letter) -> list[list[str]]:
        """Each as its lines."""
        return [part.split("\n") for part in letter.text.split("\n\n")]

    def state_title(self, letter: Letter) -> Message:
        return STATES[letter.state]

    def time(self, letter: Letter) -> str:
        return (letter.done or letter.written).strftime("%H:%M")
