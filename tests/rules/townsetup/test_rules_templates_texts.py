"""Identification numbers and words of the town templates; no typos copied."""

from tests.rules.townsetup.towns import DATA
from tests.rules.townsetup.towns import every_town
from tests.rules.townsetup.towns import STRINGS
from tests.rules.townsetup.towns import TEXT
from tests.rules.townsetup.towns import TOWNS
import pytest
import re


#: All that a template says, for searches in any case of letters.
WORDS = {town: " ".join(texts).casefold() for town, texts in STRINGS.items()}


def ico_is_valid(number):
    if not re.fullmatch(r"\d{8}", number):
        return False
    total = sum(
        weight * int(digit)
        for weight, digit in zip(range(8, 1, -1), number[:7], strict=True)
    )
    return (11 - total % 11) % 10 == int(number[7])


@pytest.mark.parametrize(
    ("town", "ico"),
    [
        ("beroun", "00233129"),
        ("zatec", "00265781"),
        ("namest", "00289965"),
        ("praha", "00064581"),
    ],
)
def test_municipality_has_its_number_and_stands_among_organisations(town, ico):
    municipality = DATA[town]["municipality"]
    assert municipality["ico"] == ico
    own = [row for row in DATA[town]["organisations"] if row["kind"] == "municipality"]
    assert [(row["title"], row["ico"]) for row in own] == [(municipality["title"], ico)]


@every_town
def test_identification_numbers_have_valid_check_digits(town):
    numbers = re.findall(r'ico: "(.*)"', TEXT[town])
    assert len(numbers) == TEXT[town].count("ico:")
    assert all(ico_is_valid(number) for number in numbers)


def test_wrong_check_digit_is_found():
    assert not any(
        ico_is_valid(n) for n in ("00258267", "00112233", "00000000", "0023312")
    )


@every_town
@pytest.mark.parametrize(
    "typo",
    [
        "seniři",
        "směrováním",
        "potencion",
        "Sociálně zdravotní",
        "fonděm",
        "využívali dostupné",
        "to zn.",
        "oprávněná předáváním",
        "ORGANIZA ČNÍ",
        "bookmark",
        "městská část 1",
    ],
)
def test_typos_of_the_sources_are_not_copied(town, typo):
    assert typo.casefold() not in WORDS[town]


def test_zat_40_zatec_writes_ridici_its_own_way_and_the_others_the_standard_way():
    for town in TOWNS:
        text = WORDS[town]
        assert ("řídící" in text) is (town == "zatec")
        assert "řídicí" not in text or town != "zatec"
