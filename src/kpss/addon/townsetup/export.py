"""A process as a town template."""

from kpss.addon.townsetup.plan import sections
from typing import Any


#: The version of the format, see schema.json.
FORMAT = 1


def export_data(process) -> dict[str, Any]:
    """The process as plain data that follows schema.json.

    There is no ``id`` and no ``title`` of the template in it: the same settings under
    another address are the same template.
    """
    parts = {name: section.export() for name, section in sections(process)}
    return {"format": FORMAT, **{name: part for name, part in parts.items() if part}}
