"""A small process to test bodies in."""

from plone import api
import pytest


@pytest.fixture
def process(portal):
    """A process with an assembly, a council under it and a steering group."""
    with api.env.adopt_roles(["Manager"]):
        process = api.content.create(
            portal, "kpss.Process", id="mesto", title="Plánování", municipality="Město"
        )
        for body_id, kind, parent in (
            ("zastupitelstvo", "assembly", None),
            ("rada", "council", "zastupitelstvo"),
            ("rs", "steering", "rada"),
        ):
            api.content.create(
                process["bodies"],
                "kpss.Body",
                id=body_id,
                title=body_id.capitalize(),
                kind=kind,
                parent=parent,
            )
        yield process
