"""What other rooms give to and take from the process."""

from zope.interface import Attribute
from zope.interface import Interface


class ITemplateSection(Interface):
    """A room's part of the town template: a named adapter of the process.

    Named after its key in the template. The process may be one that is nowhere yet:
    it is empty then, and nobody calls ``Row.write``.
    """

    order = Attribute("Lower numbers are applied first.")

    def export():
        """The part as plain data (lists, dicts, texts), or None when there is nothing."""

    def rows(data, ticked):
        """The rows (``process.template_row.Row``) that applying ``data`` would mean.

        ``data`` is this part of a template that has been checked. ``ticked`` holds the
        keys of the rows that may overwrite; a row that must not be applied together
        with the others is refused.
        """


class IKindUser(Interface):
    """Subscription adapter of a process: what is of a kind of documents of its own."""

    def titles(kind):
        """Titles of what would be left without its kind, whoever may see it."""
