"""Status messages say what they are in the language of the reader."""

from kpss.addon.browser.status_messages import StatusMessages
from kpss.addon.i18n import translate
from plone.app.layout.viewlets.globalstatusmessage import MTYPES_DISPLAY
import pytest


@pytest.fixture
def viewlet(portal):
    return StatusMessages(portal, portal.REQUEST, None, None)


@pytest.mark.parametrize("kind", MTYPES_DISPLAY)
def test_each_kind_is_named_in_words(viewlet, kind):
    """Not by the id of a message, which stock signs show."""
    info = viewlet.display_info_for_mtype(kind)
    assert info["msg"] == MTYPES_DISPLAY[kind]["msg"].default
    assert info["icon"] == MTYPES_DISPLAY[kind]["icon"]


@pytest.mark.parametrize(
    ("kind", "said"),
    [("info", "Sdělení:"), ("warning", "Upozornění:"), ("error", "Chyba:")],
)
def test_in_czech_it_is_said_in_czech(viewlet, kind, said):
    assert translate(MTYPES_DISPLAY[kind]["msg"], "cs") == said
