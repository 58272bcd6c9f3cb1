"""Shares in whole numbers (requirements, section 8)."""

from kpss.addon.bodies.rules.shares import BadShare
from kpss.addon.bodies.rules.shares import needed
from kpss.addon.bodies.rules.shares import parse
from kpss.addon.bodies.rules.shares import satisfied
from kpss.addon.bodies.rules.shares import Share
import pytest


@pytest.mark.parametrize(
    "text, share",
    [
        (">1/2", Share(1, 2, True)),
        (">=2/3", Share(2, 3, False)),
        (">=1/1", Share(1, 1, False)),
        (">=100/100", Share(100, 100, False)),
    ],
)
def test_share_is_read_and_written(text, share):
    assert parse(text) == share
    assert share.text == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1/2",
        "50 %",
        "0.5",
        "=1/2",
        "<1/2",
        "> 1/2",
        ">1/2 ",
        ">1/2\n",
        ">=3/2",
        ">=1/0",
        ">0/1",
        ">=0/3",
        ">1/1",
        ">-1/2",
        ">1000/2000",
        "≥2/3",
        None,
        0.5,
        (1, 2),
    ],
)
def test_anything_else_is_no_share(text):
    with pytest.raises(BadShare):
        parse(text)


@pytest.mark.parametrize(
    "share, whole, least",
    [
        (">1/2", 9, 5),
        (">1/2", 10, 6),
        (">1/2", 1, 1),
        (">=1/2", 9, 5),
        (">=1/2", 10, 5),
        # ZAT-61
        (">=2/3", 9, 6),
        (">=2/3", 10, 7),
        (">=2/3", 11, 8),
        (">=2/3", 7, 5),
        (">=2/3", 1, 1),
        (">2/3", 9, 7),
        (">=1/1", 9, 9),
        (">=1/3", 9, 3),
        (">=1/3", 10, 4),
        # nobody is never enough of nobody
        (">=2/3", 0, 1),
        (">1/2", 0, 1),
    ],
)
def test_smallest_number_that_is_enough(share, whole, least):
    assert needed(share, whole) == least
    assert needed(parse(share), whole) == least


@pytest.mark.parametrize(
    "share, part, whole, enough",
    [
        # ZAT-61: election quorum
        (">=2/3", 5, 9, False),
        (">=2/3", 6, 9, True),
        (">=2/3", 6, 10, False),
        (">=2/3", 7, 10, True),
        (">=2/3", 0, 0, False),
        (">=2/3", 1, 0, False),
        # ZAT-62: more than half of those present
        (">1/2", 3, 6, False),
        (">1/2", 4, 6, True),
        (">1/2", 4, 7, True),
        (">1/2", 4, 8, False),
    ],
)
def test_share_is_satisfied(share, part, whole, enough):
    assert satisfied(share, part, whole) is enough


def test_needed_is_the_least_that_satisfies():
    for text in (">1/2", ">=1/2", ">=2/3", ">2/3", ">=3/5", ">=1/1"):
        for whole in range(1, 60):
            least = needed(text, whole)
            assert satisfied(text, least, whole)
            assert not satisfied(text, least - 1, whole)
            assert least <= whole


def test_negative_number_of_members_is_an_error():
    with pytest.raises(ValueError):
        needed(">1/2", -1)


def test_share_in_lowest_terms():
    assert Share(2, 4, True).reduced == Share(1, 2, True)
    assert Share(6, 6, False).reduced.is_all
