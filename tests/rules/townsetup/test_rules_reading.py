"""Reading a template: plain values, lines, limits; nothing in the text is executed."""

from kpss.addon.townsetup.reading import MAX_BYTES
from kpss.addon.townsetup.reading import read
import pytest


PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0\x1f\x15\xc4\x89"
LAUGHS = 'a: &a ["lol", "lol"]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c]\n'


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("00233129", "00233129"),
        ("2026-02-30", "2026-02-30"),
        ("12:30", "12:30"),
        ("1.5", "1.5"),
        ("1e3", "1e3"),
        ("0x1f", "0x1f"),
        ("1_000", "1_000"),
        ("yes", "yes"),
        ("no", "no"),
        ("True", "True"),
        ("128/2000", "128/2000"),
        ('"12"', "12"),
        ("'true'", "true"),
        ("9" * 19, "9" * 19),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_only_plain_numbers_and_words_are_not_texts(text, value):
    read_value = read(f"key: {text}\n").data["key"]
    assert (read_value, type(read_value)) == (value, type(value))


def test_lines_of_keys_and_items_are_remembered():
    reading = read(
        "format: 1\nbodies:\n  - id: rada\n    kind: council\n  - id: komise\n"
    )
    assert reading.line_of(("bodies", 0, "kind")) == 4
    assert reading.line_of(("bodies", 1)) == 5
    assert reading.line_of(("bodies", 1, "title")) == 5, "the nearest above"
    assert reading.line_of(()) is None


@pytest.mark.parametrize(
    "text", ["format: 1", "\ufeffformat: 1", b"\xef\xbb\xbfformat: 1"]
)
def test_byte_order_mark_is_ignored(text):
    assert read(text).data == {"format": 1}


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("", "empty", None),
        (" \n\n", "empty", None),
        ("# only a remark\n", "empty", None),
        (PNG, "not_utf8", None),
        ("Šťáva".encode("cp1250"), "not_utf8", None),
        (b"\0" * 100, "unprintable", 1),
        ("a: 1\nb: \x07", "unprintable", 2),
        ("a: \ud800", "unprintable", 1),
        ('a: "\\0"', "control_character", 1),
        ("x" * (MAX_BYTES + 1), "too_large", None),
        (b"x" * 10_000_000, "too_large", None),
        ("- a\n- b\n", "not_mapping", 1),
        ("just a text", "not_mapping", 1),
        ("null", "not_mapping", 1),
        ("a: 1\n---\nb: 2\n", "two_documents", 2),
        ("a: [1, 2\nb: 3\n", "broken_at", 2),
        ('a: "never closed\n', "broken_at", 2),
        ("a: 1\n\tb: 2\n", "broken_at", 2),
        ("a: b: c\n", "broken_at", 1),
        ("quorum: >1/2\nmajority: 1\n", "unquoted_share", 1),
        ("quorum: {value: >=2/3}\n", "unquoted_share", 1),
        (LAUGHS, "alias", 1),
        ("a: 1\nb: *a\n", "alias", 2),
        ("a: !!python/object/apply:os.system [ls]\n", "tag", 1),
        ("a: !include secret.yaml\n", "tag", 1),
        ("a: !!binary R0lGODlh\n", "tag", 1),
        ("a: " + "[" * 5000, "too_deep", 1),
        ("[" * 900_000, "too_deep", 1),
        ("? [a, b]\n: c\n", "key_not_text", 1),
    ],
)
def test_what_cannot_be_read_is_one_problem(source, code, line):
    reading = read(source)
    assert reading.data is None
    assert [(p.code, p.line) for p in reading.problems] == [(code, line)]


def test_first_value_over_the_limit_is_the_problem(monkeypatch):
    """The real limit is tried in tests/properties; it takes long to reach."""
    monkeypatch.setattr("kpss.addon.townsetup.tree.MAX_NODES", 5)

    assert read("a:\n- x\n- x\n").data == {"a": ["x", "x"]}
    reading = read("a:\n- x\n- x\n- x\n- x\n")
    assert reading.data is None
    assert [(p.code, p.line) for p in reading.problems] == [("too_many_values", 4)]


def test_duplicate_key_names_both_lines_and_reading_goes_on():
    reading = read("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n")
    assert reading.data == {"a": 1, "b": {"c": 1}}
    assert [(p.key, p.line, p.params["first"]) for p in reading.problems] == [
        ("b.c", 4, 3),
        ("a", 5, 1),
    ]


def test_merge_keys_are_ordinary_keys():
    assert read("a: {<<: 1}\n").data == {"a": {"<<": 1}}
