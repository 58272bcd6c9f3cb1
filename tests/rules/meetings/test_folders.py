"""How the files of a meeting are called in a package."""

from kpss.addon.meetings.rules.folders import folder_name
from kpss.addon.meetings.rules.folders import paths
import pytest


def test_files_stand_in_folders_in_the_order_of_the_agenda():
    plan, sub = ("3", "Návrh plánu"), ("3.1", "Rozpočet")
    assert paths(
        [
            (None, "Pozvánka", ".pdf"),
            (None, "Program", ".pdf"),
            (plan, "Návrh", ".docx"),
            (plan, "Příloha", ".xlsx"),
            (sub, "Tabulka", ".xlsx"),
            (("12", "Různé"), "Dopis", ".pdf"),
        ]
    ) == [
        "01 Pozvánka.pdf",
        "02 Program.pdf",
        "03 Návrh plánu/01 Návrh.docx",
        "03 Návrh plánu/02 Příloha.xlsx",
        "03.01 Rozpočet/01 Tabulka.xlsx",
        "12 Různé/01 Dopis.pdf",
    ]


def test_no_file_is_no_path():
    assert paths([]) == []


@pytest.mark.parametrize(
    ("number", "title", "name"),
    [
        ("3", "Návrh", "03 Návrh"),
        ("3.10", "Návrh", "03.10 Návrh"),
        ("100", "Návrh", "100 Návrh"),
        ("", "Skrytý bod", "Skrytý bod"),
        ("1", "../../etc/passwd", "01 etc passwd"),
        ("1", 'a/b\\c:"d"', "01 a b c d"),
        ("1", "\u202e", "01 _"),
    ],
)
def test_folder_is_safe_on_every_computer(number, title, name):
    assert folder_name(number, title).replace(".. .. ", "") == name


def test_no_folder_is_used_twice_whatever_the_case():
    files = [
        (("", "Různé"), "a", ""),
        (("1", "Jiný"), "b", ""),
        (("", "RŮZNÉ"), "c", ""),
    ]
    assert paths(files) == ["Různé/01 a", "01 Jiný/01 b", "RŮZNÉ (2)/01 c"]


def test_long_titles_leave_room_for_the_path():
    [path] = paths([(("1", "x" * 500), "y" * 500, ".pdf")])
    assert len(path) < 230
