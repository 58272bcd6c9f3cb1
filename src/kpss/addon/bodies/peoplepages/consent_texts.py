"""The text that people consent to, and its version."""

from kpss.addon.i18n import _
from zope.i18nmessageid import Message


#: The version of the default text; another wording of it needs another number.
DEFAULT_VERSION = "1"
DEFAULT = _(
    "I agree that the municipality publishes on the pages of community planning what I "
    "mark below, for as long as I take part in it. I may withdraw the consent at any "
    "time on this page or with the coordinator; what was published then disappears."
)


def consent_text(process) -> str | Message:
    """The text of the process, or ours where it has none."""
    return process.consent_text or DEFAULT


def consent_version(process) -> str:
    """What is recorded with a consent."""
    if process.consent_text:
        return process.consent_text_version or "1"
    return DEFAULT_VERSION
