"""What other rooms give to a meeting, and what it tells them."""

from zope.interface import Attribute
from zope.interface import Interface
from zope.interface.interfaces import IObjectEvent


class IProgressRules(Interface):
    """Subscription adapter of a meeting: what else forbids a transition."""

    def refusals(transition: str) -> list:
        """``approval.refusals.Refusal`` objects; an empty list forbids nothing."""

    def asks(transition: str) -> list:
        """What is raised where no reason is given; an empty list needs none."""


class IChangeRules(Interface):
    """Adapter of a meeting: what keeps a field as it is."""

    def judge(name: str, value) -> None:
        """Raises ``fields.Refused`` for another value than the field has."""


class IMeetingConvened(IObjectEvent):
    """A meeting was convened; content rules may use it."""


class IMeetingClosed(IObjectEvent):
    """A meeting was closed: everything that it decided is recorded."""


class IMeetingCancelled(IObjectEvent):
    """A meeting was cancelled."""

    was_convened = Attribute("Whether somebody was invited already.")


class IToldOfItems(Interface):
    """Subscription adapter of a meeting: what else its page says of the items."""

    def told(item) -> list[str]:
        """Sentences in the language of the reader, who may see the item."""

    def warnings(item) -> list[str]:
        """What who records should mend, in the language of the reader."""

    def links(item) -> list[tuple[str, str]]:
        """What came of it: words, and an address where the reader may open it."""

    def page(item) -> str:
        """The page of the item on which the reader records; empty: none."""
