"""Beroun with its functions held by accounts, and a mail server that keeps files."""

from datetime import date
from email import message_from_bytes
from email import policy
from functools import partial
from kpss.addon.notices.delivery import deliver
from kpss.addon.notices.outbox import outbox
from mailbox import Maildir
from pathlib import Path
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from tests.plone.approval.conftest import build
from tests.plone.kept import keep
from tests.plone.rights.conftest import browser_of
from tests.plone.rights.conftest import Town
from zope.globalrequest import setRequest
import pytest
import transaction


SENDER = "planovani@mesto.example"
#: Account, function and body (BER-09 to BER-18, BER-63).
HELD = (
    ("garant", "garant", "osvz"),
    ("koordinator", "koordinator", "osvz"),
    ("metodik", "metodik", "metodika"),
    ("referent", "referent", "osvz"),
    ("predsedkyne", "predseda", "ks"),
    ("vedouci", "vedouci", "ps-seniori"),
    ("clen", None, "ks"),
    ("cizi", None, "ps-rodiny"),
)


class Post:
    """The post office of a test: rounds of delivery, and what went."""

    def __init__(self, portal, folder: Path):
        self.portal, self.folder = portal, folder

    def round(self) -> int:
        transaction.commit()
        count = deliver(self.portal)
        transaction.begin()
        return count

    def mails(self) -> dict[str, list]:
        """By address, those that came since the last look; the folder is emptied."""
        found: dict[str, list] = {}
        for path in sorted((self.folder / "new").iterdir()):
            mail = message_from_bytes(path.read_bytes(), policy=policy.default)
            found.setdefault(mail["To"], []).append(mail)
            path.unlink()
        return found

    def told(self) -> dict[str, str]:
        """A round, then the last paragraph but the choice, by account."""
        self.round()
        return {
            to.partition("@")[0]: mails[0].get_content()
            for to, mails in self.mails().items()
        }

    @property
    def box(self):
        return outbox(self.portal)


@pytest.fixture(scope="class")
def beroun(functional_portal_class):
    portal = functional_portal_class
    login(portal.aq_parent, SITE_OWNER_NAME)
    keep(portal, "beroun with letters", lambda: build_beroun(portal))
    yield portal["beroun"]
    login(portal, TEST_USER_NAME)


def build_beroun(portal) -> None:
    town = Town.of(build(portal, "beroun"))
    for user, function, body in HELD:
        town.sit(body, user, function)
    api.portal.set_registry_record("plone.email_from_address", SENDER)
    api.portal.set_registry_record("plone.email_from_name", "Plánování Beroun")


@pytest.fixture
def post(beroun, functional_portal_class, tmp_path, monkeypatch):
    """What went before is out of the way."""
    monkeypatch.setenv("MAILHOST_QUEUE_ONLY", "true")
    folder = tmp_path / "mail"
    Maildir(str(folder), create=True)
    transaction.begin()
    host = functional_portal_class.MailHost
    host.smtp_queue, host.smtp_queue_directory = True, str(folder)
    found = Post(functional_portal_class, folder)
    if found.box is not None:
        found.box.news.clear()
        found.box.waiting.clear()
        found.box.ways.clear()
    transaction.commit()
    return found


@pytest.fixture
def browse(beroun, post, functional_portal_class):
    """``browse(user)``: see ``browser_of``; the request stays that of the town."""
    setRequest(beroun.REQUEST)
    return partial(browser_of, functional_portal_class)


TODAY = date.today()
