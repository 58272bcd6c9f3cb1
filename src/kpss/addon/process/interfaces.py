"""What other rooms give to and take from the process."""

from zope.interface import Attribute
from zope.interface import Interface


class ITemplateSection(Interface):
    """A room's part of the town template: a named adapter of the process.

    Named after its key in the template; ``order`` says when it is applied.
    """

    order = Attribute("Lower numbers are applied first.")

    def export():
        """Return the part as plain data (lists, dicts, texts), or None when empty."""

    def rows(data, template):
        """Return the rows (``townsetup.rows.Row``) that applying ``data`` would mean."""
