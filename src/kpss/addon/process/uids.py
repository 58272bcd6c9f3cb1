"""The UID of content of ours."""

from Acquisition import aq_base
from plone.uuid.interfaces import ATTRIBUTE_NAME


def uid_of(obj) -> str | None:
    """What ``obj.UID()`` says, at once.

    Plone looks for language folders through all that the content stands in; our types
    are never in one that is the same in all languages.
    """
    return getattr(aq_base(obj), ATTRIBUTE_NAME, None)
