"""State × role × permission of the workflows of process and body."""

from AccessControl.PermissionRole import rolesForPermissionOn
from kpss.addon.bodies.lifecycle import close_body
from kpss.addon.bodies.rules.lifetime import Closing
from plone import api
import datetime
import pytest


ROLES = ("Anonymous", "Member", "Reader", "Editor", "KPSS Coordinator", "Manager")
V, M = "View", "Modify portal content"
#: (state of the process, state of the body) → who may View and Modify the body
TABLE = {
    ("internal", "public"): {V: ("Reader", "Editor", "KPSS Coordinator", "Manager")},
    ("internal", "internal"): {V: ("Reader", "Editor", "KPSS Coordinator", "Manager")},
    ("public", "public"): {V: ROLES},
    ("public", "internal"): {V: ("Reader", "Editor", "KPSS Coordinator", "Manager")},
    ("public", "archived"): {V: ROLES},
    ("archived", "public"): {V: ROLES},
    ("public", "archived_internal"): {
        V: ("Reader", "Editor", "KPSS Coordinator", "Manager")
    },
}
EDITORS = {
    "public": ("Editor", "KPSS Coordinator", "Manager"),
    "internal": ("Editor", "KPSS Coordinator", "Manager"),
    "archived": ("KPSS Coordinator", "Manager"),
    "archived_internal": ("KPSS Coordinator", "Manager"),
}


@pytest.fixture
def process(portal):
    with api.env.adopt_roles(["Manager"]):
        process = api.content.create(
            portal, "kpss.Process", id="mesto", title="Plánování", municipality="Město"
        )
        api.content.create(
            process["bodies"], "kpss.Body", id="rada", title="Rada", kind="council"
        )
        yield process


def bring(obj, state):
    path = {
        "internal": ["hide"] if api.content.get_state(obj) == "public" else [],
        "public": [] if api.content.get_state(obj) == "public" else ["publish"],
        "archived": ["archive"]
        if api.content.get_state(obj) == "public"
        else ["publish", "archive"],
        "archived_internal": ["hide", "archive_internal"],
    }
    for transition in path[state]:
        api.content.transition(obj, transition)
    assert api.content.get_state(obj) == state


def allowed(permission, obj):
    """Roles of the table that have the permission here."""
    roles = set(rolesForPermissionOn(permission, obj))
    return {role for role in ROLES if "Anonymous" in roles or role in roles}


@pytest.mark.parametrize("states", TABLE, ids="-".join)
def test_who_sees_and_edits_a_body(process, states):
    body = process["bodies"]["rada"]
    body.valid_to = (
        datetime.date(2020, 1, 1) if states[1].startswith("archived") else None
    )
    bring(process, states[0])
    bring(body, states[1])
    assert allowed(V, body) == set(TABLE[states][V])
    assert allowed(M, body) == set(EDITORS[states[1]])


@pytest.mark.parametrize(
    "state, viewers",
    [
        ("internal", {"Reader", "Editor", "KPSS Coordinator", "Manager"}),
        ("public", set(ROLES)),
        ("archived", set(ROLES)),
    ],
)
def test_who_sees_a_process(process, state, viewers):
    bring(process, state)
    assert allowed(V, process) == viewers


def test_new_process_is_internal_and_new_body_as_visible_as_it(process):
    assert api.content.get_state(process) == "internal"
    assert api.content.get_state(process["bodies"]["rada"]) == "public"
    assert "Anonymous" not in allowed(V, process["bodies"]["rada"])


def test_body_goes_to_the_archive_only_after_its_last_day(process):
    body = process["bodies"]["rada"]
    with pytest.raises(api.exc.InvalidParameterError):
        api.content.transition(body, "archive")
    body.valid_to = datetime.date(2020, 1, 1)
    api.content.transition(body, "archive")


def test_reopened_body_has_no_last_day(process):
    body = process["bodies"]["rada"]
    body.valid_to, body.closed_by = datetime.date(2020, 1, 1), "1/20"
    api.content.transition(body, "archive")
    api.content.transition(body, "reopen")
    assert (body.valid_to, body.closed_by) == (None, None)
    assert api.content.get_state(body) == "public"


def test_closing_an_internal_body_shows_it_to_nobody(process):
    bring(process, "public")
    body = process["bodies"]["rada"]
    api.content.transition(body, "hide")
    closing = Closing(datetime.date(2020, 1, 1))
    close_body(body, closing, today=datetime.date(2020, 1, 2))
    assert api.content.get_state(body) == "archived_internal"
    assert "Anonymous" not in allowed(V, body)
    api.content.transition(body, "reopen_internal")
    assert "Anonymous" not in allowed(V, body)
    assert body.valid_to is None


def test_internal_process_is_not_shown_by_archiving_it(process):
    with pytest.raises(api.exc.InvalidParameterError):
        api.content.transition(process, "archive")


def test_pages_are_hidden_with_the_process_and_come_back_with_it(process):
    for name in ("uvod", "koncept"):
        api.content.create(process, "Document", id=name, title=name)
    bring(process, "public")
    api.content.transition(process["uvod"], "publish")
    api.content.transition(process, "hide")
    assert "Anonymous" not in allowed(V, process["uvod"])
    api.content.transition(process, "publish")
    states = {
        name: api.content.get_state(process[name]) for name in ("uvod", "koncept")
    }
    assert states == {"uvod": "published", "koncept": "private"}
