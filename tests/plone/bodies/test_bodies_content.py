"""Bodies as content: created, related, refused."""

from kpss.addon.bodies.registry import body_facts
from plone import api

import pytest


@pytest.fixture
def process(portal):
    with api.env.adopt_roles(["Manager"]):
        yield api.content.create(portal, "kpss.Process", title="Plánování", municipality="Město")


def test_new_process_has_its_folders(process):
    assert sorted(process.objectIds()) == ["bodies", "providers"]


def test_facts_come_in_chart_order(process):
    with api.env.adopt_roles(["Manager"]):
        for title, order in (("Rada", 2), ("Zastupitelstvo", 1)):
            api.content.create(
                process["bodies"], "kpss.Body", title=title, kind="council", chart_order=order
            )
    assert [fact["title"] for fact in body_facts(process)] == ["Zastupitelstvo", "Rada"]
