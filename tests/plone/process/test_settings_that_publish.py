"""Settings that decide who is named and who has rights are the coordinator's alone."""

from plone import api
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.app.testing import TEST_USER_PASSWORD
import pytest
import transaction


PARTIES = [{"id": "uzivatel", "title": "uživatel služeb", "private": True}]
FUNCTIONS = [{"id": "vedouci", "title": "Vedoucí", "kind": "leader"}]


@pytest.fixture
def process(functional_portal):
    with api.env.adopt_roles(["Manager"]):
        process = api.content.create(
            functional_portal,
            "kpss.Process",
            id="mesto",
            title="Plánování",
            municipality="Město",
            parties=PARTIES,
            functions=FUNCTIONS,
        )
        api.content.transition(process, "publish")
        api.user.grant_roles(TEST_USER_ID, roles=["Editor"])
    transaction.commit()
    return process


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("parties", [{"id": "uzivatel", "title": "uživatel", "private": False}]),
        (
            "functions",
            [{"id": "vedouci", "title": "Vedoucí", "kind": "leader", "public": True}],
        ),
        ("open_to_parent", True),
        ("public_tasks", True),
        ("consent_text", "Souhlasím se vším."),
    ],
)
def test_editor_of_the_web_does_not_decide_what_is_published(
    process, anonymous_rest, field, value
):
    before = getattr(process, field)
    anonymous_rest.auth = (TEST_USER_NAME, TEST_USER_PASSWORD)
    allowed = anonymous_rest.patch("/mesto", json={"lead": "Vítejte."})
    assert allowed.status_code == 204
    anonymous_rest.patch("/mesto", json={field: value})
    transaction.begin()
    assert getattr(process, field) == before
    assert process.lead == "Vítejte."
