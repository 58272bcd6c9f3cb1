"""Names typed in one line."""

from kpss.addon.bodies.rules.names import bare_name
from kpss.addon.bodies.rules.names import parse_name
from kpss.addon.bodies.rules.names import TypedName
import pytest


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Jana Nováková", ("Jana", "Nováková", None, None)),
        ("  Jana \u00a0 Nováková ", ("Jana", "Nováková", None, None)),
        ("Ing. Jana Nováková, Ph.D.", ("Jana", "Nováková", "Ing.", "Ph.D.")),
        ("Mgr. et Mgr. Jan Čáp", ("Jan", "Čáp", "Mgr. et Mgr.", None)),
        ("Jan Čáp DiS.", ("Jan", "Čáp", None, "DiS.")),
        ("prof. MUDr. Jan Čáp, CSc., MBA", ("Jan", "Čáp", "prof. MUDr.", "CSc., MBA")),
        ("Marie Malá Dvořáková", ("Marie", "Malá Dvořáková", None, None)),
    ],
)
def test_titles_are_told_from_names(text, parts):
    assert parse_name(text) == TypedName(*parts)


@pytest.mark.parametrize("text", ["", " ", "Nováková", "Ing. Nováková", "Mgr.", ","])
def test_one_name_is_not_enough(text):
    assert parse_name(text) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ing. Jana Nováková, Ph.D.", "jana nováková", True),
        ("Jana Novákova\u0301", "Jana Nováková", True),
        ("Jana Novakova", "Jana Nováková", False),
        ("Jana Nováková", "Jana Malá", False),
    ],
)
def test_namesakes_differ_in_titles_and_capitals_only(one, other, same):
    assert (bare_name(one) == bare_name(other)) is same
