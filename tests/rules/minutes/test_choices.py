"""Lines that tell who voted how, in words of people, wait for an editor."""

from kpss.addon.minutes.rules import building
from kpss.addon.minutes.rules import by_hand
from kpss.addon.minutes.rules.building import Fresh
from kpss.addon.minutes.rules.choices import telling
from tests.rules.minutes.test_by_hand import edited
from tests.rules.minutes.test_by_hand import FULL
import pytest


def names(line):
    return "Zimová" in line or "Lipov" in line


TELL = [
    "Pro: R. Lipová, L. Zimová. Usnesení nebylo přijato.",
    "Zimová hlasovala proti",
    "proti byli Lipová, [jméno] a [jméno]",
    "Paní Zimová se zdržela.",
    "L. Zimová byla pro, ostatní mlčeli.",
    "Paní Lipová oznámila střet zájmů.",
    "Zimová je podjatá.",
    "Přijato; proti: Zimová",
]
TELL_NOT = [
    "Zimová představila pomoc pro seniory.",
    "Proti: 3",
    "Hlasovalo se veřejně.",
    "Lipová poděkovala za podporu.",
    "Nehlasuje pro střet zájmů: 1.",
]


@pytest.mark.parametrize("line", TELL)
def test_a_word_of_voting_beside_a_name_tells(line):
    assert telling([line], names) == {0}


@pytest.mark.parametrize("line", TELL_NOT)
def test_numbers_and_other_words_do_not(line):
    assert telling([line], names) == set()


def test_names_below_a_heading_tell_until_something_else_is_said():
    lines = ["Pro:", "Zimová", "Lipová", "Pak byla přestávka.", "Zimová poděkovala."]
    assert telling(lines, names) == {1, 2}


@pytest.mark.parametrize("line", TELL)
def test_such_a_line_is_left_out_until_an_editor_says_why(line):
    part = edited(f"{FULL}\n{line}")
    found = by_hand.reading(part, [part], lambda each: False, names)
    assert line not in found.text
    assert [one.may_show for one in found.left if one.line == line] == [True]
    shown = by_hand.reading(part, [part], lambda each: each == line, names)
    assert line in shown.text


def test_notes_that_nobody_edited_are_asked_about_too():
    text = "Zimová hlasovala proti.\nNávrh je přijat."
    [part] = building.rebuilt([], [Fresh("a", "item", "1 Bod", text, None)])
    found = by_hand.reading(part, [part], lambda each: False, names)
    assert found.text == "Návrh je přijat."
    assert [one.line for one in found.left] == ["Zimová hlasovala proti."]
