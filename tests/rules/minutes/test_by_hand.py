"""What the public reads of a part that was edited by hand."""

from dataclasses import replace
from kpss.addon.minutes.rules import building
from kpss.addon.minutes.rules import by_hand
from kpss.addon.minutes.rules.building import Fresh
import pytest


FULL = """Předkládá: Mgr. Zdeněk Kříž
Rozprava byla krátká.
Ohlášený zájem: Jan Tichý – kandiduje
Jmenovité hlasování: pro 2, proti 1. Předsedající rozhodl pro.
– pro: Ing. arch. Eva Lipová, Jan Tichý
– proti: Mgr. Lenka Zimová
Usnesení 1/2026: Skupina schvaluje příspěvek panu X. ve výši 300 Kč
Úkol: Oznámit výsledek (Simona Ranová, DiS.; do 1. 6. 2026)"""
PUBLIC = """Rozprava byla krátká.
Jmenovité hlasování: pro 2, proti 1.
Usnesení 1/2026 (schvaluje): Příspěvek
Úkol: Oznámit výsledek (do 1. 6. 2026)"""
ITEM = Fresh("a", "item", "1 Příspěvek", FULL, PUBLIC)
STAYS = ["Rozprava byla krátká.", "Jmenovité hlasování: pro 2, proti 1."]
STAYS += ["Usnesení 1/2026 (schvaluje): Příspěvek"]
STAYS += ["Úkol: Oznámit výsledek (do 1. 6. 2026)"]


def edited(text: str, fresh: Fresh = ITEM, **more):
    [part] = building.rebuilt([], [fresh])
    return replace(building.edited(part, text), **more)


def read(part, *others, shown=()):
    return by_hand.reading(part, [part, *others], lambda line: line in shown)


def changed(old: str, new: str) -> str:
    assert old in FULL
    return FULL.replace(old, new)


def test_a_sentence_by_hand_publishes_nothing_that_was_hidden():
    found = read(edited(f"{FULL}\nPak byla přestávka."))
    assert found.text.splitlines() == [*STAYS, "Pak byla přestávka."]
    assert [one.line for one in found.left] == [
        line for line in FULL.splitlines() if line not in PUBLIC.splitlines()
    ]
    assert not any(one.may_show for one in found.left)


def test_what_the_editor_took_out_of_the_text_the_public_does_not_read():
    text = changed(
        "Jmenovité hlasování: pro 2, proti 1. Předsedající rozhodl pro.\n", ""
    )
    assert STAYS[1] not in read(edited(text)).text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("– proti: Mgr. Lenka Zimová", "- Proti : lenka zimova"),
        ("– proti: Mgr. Lenka Zimová", "–  proti:\u00a0⟦Mgr.⟧ Lenka\u00a0Zimová,"),
        ("– proti: Mgr. Lenka Zimová", "– PROTI: Ing. Lenka Zi\u00admová"),
    ],
)
def test_signs_that_tell_nothing_else_make_no_other_line(old, new):
    found = read(edited(changed(old, new)))
    assert found.text.splitlines() == STAYS
    assert not any(one.may_show for one in found.left)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "– proti: Mgr. Lenka Zimová",
            "– proti: Mgr. Lenka Zimmová",
            "– proti: Mgr. Lenka Zimmová",
        ),
        (
            "– pro: Ing. arch. Eva Lipová, Jan Tichý",
            "Hlasovali pro: Eva Lipová a Jan Tichý",
            "Hlasovali pro: Eva Lipová a Jan Tichý",
        ),
        (
            "rozhodl pro.\n– pro: Ing. arch. Eva Lipová, Jan Tichý\n– proti:",
            "rozhodl pro. – pro: Ing. arch. Eva Lipová, Jan Tichý – proti:",
            "Jmenovité hlasování: pro 2, proti 1. Předsedající rozhodl pro. – pro: "
            "Ing. arch. Eva Lipová, Jan Tichý – proti: Mgr. Lenka Zimová",
        ),
        (
            "Ohlášený zájem: Jan Tichý – kandiduje",
            "Ohlášený zájem: Jan Tichý – kandiduje do zastupitelstva za sdružení",
            "Ohlášený zájem: Jan Tichý – kandiduje do zastupitelstva za sdružení",
        ),
        (
            "Skupina schvaluje příspěvek panu X. ve výši 300 Kč",
            "Skupina schvaluje příspěvek panu X. ve výši 400 Kč",
            "Usnesení 1/2026: Skupina schvaluje příspěvek panu X. ve výši 400 Kč",
        ),
    ],
)
def test_a_changed_line_is_left_out_until_the_editor_decides(old, new, line):
    part = edited(changed(old, new))
    found = read(part)
    assert line in [one.line for one in found.left if one.may_show]
    assert line not in found.text and found.text.splitlines()[0] == STAYS[0]
    assert line in read(part, shown=[line]).text.splitlines()


def test_a_line_broken_in_two_is_found_in_both():
    text = changed("Eva Lipová, Jan Tichý", "Eva Lipová,\nJan Tichý")
    assert read(edited(text)).text.splitlines() == STAYS


def test_words_that_come_together_when_a_line_between_them_goes_are_found():
    text = "Skupina schvaluje\n– proti: Mgr. Lenka Zimová\npříspěvek panu"
    found = read(edited(text))
    assert found.text == ""


def test_a_resolution_changed_by_hand_stands_there_as_the_public_has_it():
    found = read(edited(changed("ve výši 300 Kč", "ve výši 400 Kč")))
    assert found.text.splitlines() == STAYS


@pytest.mark.parametrize(
    "line", ["Hlasovalo se jednou.", "Ing. arch. Eva Lipová poděkovala všem.", "Konec."]
)
def test_what_resembles_nothing_stays(line):
    assert read(edited(f"{FULL}\n{line}")).text.splitlines() == [*STAYS, line]


def test_no_reason_of_an_editor_shows_a_line_of_the_rules():
    part = edited(f"{FULL}\nPak byla přestávka.")
    assert read(part, shown=FULL.splitlines()).text == read(part).text


def test_what_an_earlier_record_said_stays_inside_after_the_records_change():
    part = edited(f"{FULL}\nPak byla přestávka.")
    corrected = replace(ITEM, text="Bod byl stažen.", public=None)
    [later] = building.rebuilt([part], [corrected])
    again = building.edited(later, f"{later.text}\nA konec.")
    for one in (later, again):
        found = read(one)
        assert "Zimová" not in found.text and "300 Kč" not in found.text
        assert "Pak byla přestávka." in found.text


def test_what_became_public_meanwhile_is_read():
    part = edited(f"{FULL}\nPak byla přestávka.")
    line = FULL.splitlines()[-2]
    now = building.as_of_now(part, replace(ITEM, public=f"{PUBLIC}\n{line}"))
    assert line in read(now).text.splitlines()


def test_of_a_part_edited_before_lines_were_kept_only_what_is_public_is_read():
    old = edited("Rozprava byla krátká.\nPak byla přestávka.", inside=None)
    found = read(old)
    assert found.text == "Rozprava byla krátká."
    assert [(one.line, one.may_show) for one in found.left] == [
        ("Pak byla přestávka.", True)
    ]
    again = building.edited(old, f"{old.text}\nA konec.")
    assert read(again).text == "Rozprava byla krátká."


def test_lines_of_parts_that_the_public_does_not_read_are_read_nowhere():
    text = "Klient čeká v azylovém domě na byt."
    [hidden] = building.rebuilt([], [Fresh("b", "item", "2", text, None, "internal")])
    part = edited(f"Dobrý den.\n{text}\nKlient čeká v azylovém domě na nový byt.")
    assert read(part, hidden).text == "Dobrý den."


def test_attendance_by_hand_is_read_only_as_the_records_count_it():
    fresh = Fresh("attendance", "attendance", "", "Přítomni (1):\n– Jan", "Přítomni: 1")
    found = read(edited("Přítomni (1):\n– Jan Tichý", fresh))
    assert found.text == "Přítomni: 1"
    assert [one.line for one in found.left] == ["– Jan Tichý"]


def test_a_part_that_nobody_edited_is_read_as_the_records_say():
    [part] = building.rebuilt([], [ITEM])
    assert read(part) == by_hand.Read(PUBLIC)


def test_a_passage_marked_across_lines_stays_marked_when_one_of_them_goes():
    part = edited("Úvod ⟦tajná\n– proti: Mgr. Lenka Zimová\nvěc⟧ konec")
    assert read(part).text.splitlines() == ["Úvod ⟦tajná⟧", "⟦věc⟧ konec"]
