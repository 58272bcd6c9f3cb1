"""What everybody may know of somebody who sits in a body (architecture, section 6)."""

from kpss.addon.bodies.rules.procedure import ExOfficio
from kpss.addon.bodies.rules.publicity import Consent
from kpss.addon.bodies.rules.publicity import Shown
from kpss.addon.bodies.rules.publicity import shown
from tests.rules.bodies.people.town import after
from tests.rules.bodies.people.town import before
from tests.rules.bodies.people.town import body
from tests.rules.bodies.people.town import day
from tests.rules.bodies.people.town import GUARANTOR
from tests.rules.bodies.people.town import LEADERS
from tests.rules.bodies.people.town import membership
from tests.rules.bodies.people.town import regime
from tests.rules.bodies.people.town import seat
from tests.rules.bodies.people.town import town
import pytest


TODAY = day("2024-05-02")
STRUCTURE = town(
    body(
        "steering",
        "steering",
        regime(LEADERS, GUARANTOR, ExOfficio("members_of", body="assembly")),
    ),
    body("group"),
    body("commission", "commission"),
    *(body(kind, kind) for kind in ("assembly", "council", "department")),
    public=("provider",),
)
COUNTED = Shown(seat=True)
NOTHING = Shown(seat=False)
OFFICIAL = Shown(seat=True, name=True, contact=True)


def consent(what, given="2020-01-01", withdrawn=None):
    return Consent(what, day(given), day(withdrawn))


ALL = tuple(consent(what) for what in ("name", "contact", "photo"))


def seen(place, *memberships, consents=(), on="2021-01-01", today=TODAY):
    return shown(
        seat(place, on, memberships, STRUCTURE), consents, STRUCTURE, today=today
    )


@pytest.mark.parametrize("place", ["assembly", "council", "department"])
def test_official_is_known_by_name_and_office_contact_without_consent(place):
    assert seen(place, membership("eva", place)) == OFFICIAL


@pytest.mark.parametrize(
    "more", [{"function": "guest"}, {"function": "stand_in"}, {"substitute_of": "m-1"}]
)
def test_guest_or_substitute_among_officials_is_no_official(more):
    assert seen("council", membership("eva", "council", **more)) == COUNTED


@pytest.mark.parametrize("place", ["group", "commission", "steering"])
def test_other_members_are_counted_only(place):
    assert seen(place, membership("eva", place)) == COUNTED


def test_official_stays_one_in_the_steering_body():
    head = membership("eva", "department", function="guarantor")
    assert seen("steering", head) == OFFICIAL
    reserved = membership("eva", "steering", reserved_by="assembly")
    assert seen("steering", reserved, membership("eva", "assembly")) == OFFICIAL


def test_official_is_none_in_a_group_joined_as_anybody_else():
    facts = [membership("eva", "assembly"), membership("eva", "group")]
    assert seen("group", *facts) == COUNTED


@pytest.mark.parametrize(
    ("consents", "result"),
    [
        (("name",), Shown(True, name=True)),
        (("name", "contact"), Shown(True, name=True, contact=True)),
        (("name", "photo"), Shown(True, name=True, photo=True)),
        (("contact", "photo"), COUNTED),
    ],
)
def test_member_is_shown_as_consented_and_nothing_without_the_name(consents, result):
    given = [consent(what) for what in consents]
    assert seen("group", membership("eva", "group"), consents=given) == result


def test_officials_photo_needs_a_consent():
    given = [consent("photo")]
    assert seen("council", membership("eva", "council"), consents=given).photo


@pytest.mark.parametrize(
    ("consents", "today", "name"),
    [
        ([consent("name", "2024-05-02")], before("2024-05-02"), False),
        ([consent("name", "2024-05-02")], TODAY, True),
        ([consent("name", withdrawn="2024-05-02")], before("2024-05-02"), True),
        ([consent("name", withdrawn="2024-05-02")], TODAY, False),
        (
            [consent("name", withdrawn="2024-01-01"), consent("name", "2024-05-02")],
            TODAY,
            True,
        ),
        ([consent("name", "2024-05-02", "2024-05-02")], TODAY, False),
        ([consent("name", withdrawn="2024-05-02")], after("2024-05-02"), False),
    ],
    ids=[
        "day_before_giving",
        "day_of_giving",
        "day_before_withdrawing",
        "day_of_withdrawing",
        "given_again",
        "given_and_withdrawn",
        "day_after_withdrawing",
    ],
)
def test_consent_holds_from_the_day_given_to_the_day_before_withdrawing(
    consents, today, name
):
    found = seen("group", membership("eva", "group"), consents=consents, today=today)
    assert found.name == name


@pytest.mark.parametrize(("withdrawn", "name"), [(None, True), ("2024-05-01", False)])
def test_consent_is_judged_today_for_a_roster_of_any_day(withdrawn, name):
    given = [consent("name", "2024-01-01", withdrawn)]
    old = seen("group", membership("eva", "group"), consents=given, on="2020-01-01")
    assert old.name == name


@pytest.mark.parametrize(
    ("place", "memberships"),
    [
        ("group", [membership("eva", "group", party="user")]),
        ("group", [membership("eva", "group", party="user", function="spokesman")]),
        ("council", [membership("eva", "council", party="user")]),
        ("steering", [membership("eva", "group", party="user", function="leader")]),
        (
            "steering",
            [
                membership("eva", "steering", party="provider"),
                membership("eva", "group", party="user", function="leader"),
            ],
        ),
    ],
    ids=["member", "public_function", "official", "by_office", "one_of_two_bases"],
)
def test_service_user_is_never_shown(place, memberships):
    # ZAT-12, decision 28
    assert seen(place, *memberships, consents=ALL) == NOTHING


def test_holder_of_a_function_that_the_town_publishes_is_named_without_contact():
    # decision 28
    own = membership("eva", "group", function="spokesman")
    assert seen("group", own) == Shown(True, name=True)
    assert seen("group", own, consents=[consent("contact")]).contact


def test_party_that_the_process_no_longer_has_is_a_count_only():
    """Whoever deletes or renames the row of a party does not publish its members."""
    gone = membership("eva", "group", party="renamed")
    assert seen("group", gone, consents=ALL) == NOTHING
