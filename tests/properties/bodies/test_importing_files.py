"""Files as spreadsheets and people make them; bad ones are refused with a reason."""

from base64 import b64encode
from datetime import date
from datetime import datetime
from kpss.addon.bodies.importing.reading import MAX_BYTES
from kpss.addon.bodies.importing.reading import read
from kpss.addon.bodies.importing.table import MAX_ROWS
from kpss.addon.bodies.importing.table import pack
from kpss.addon.bodies.importing.table import Table
from kpss.addon.bodies.importing.table import unpack
from kpss.addon.bodies.importing.table import Unreadable
from openpyxl import Workbook
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
import io
import pytest
import random
import zlib


HEADINGS = ("Jméno", "Příjmení", "Orgán", "Od")
TEXT = "Jméno;Příjmení;Orgán;Od\r\nJana;Žáková;rada;1. 1. 2020\r\n"


def saved(book) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def book(*rows):
    made = Workbook()
    for row in rows:
        made.active.append(row)
    return made


def refused(data: bytes):
    with pytest.raises(Unreadable) as refusal:
        read(data)
    return refusal.value.problem


def part_replaced(data: bytes, name: str, change) -> bytes:
    """The XLSX with one of its parts changed."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, change(content) if part == name else content)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1250", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_is_read_in_every_usual_form(encoding, separator):
    table = read(TEXT.replace(";", separator).encode(encoding))
    assert table.headings == HEADINGS
    assert table.rows == ((2, ("Jana", "Žáková", "rada", "1. 1. 2020")),)


def test_rows_are_counted_as_a_spreadsheet_counts_them():
    text = 'Seznam\n\nJméno;Příjmení\n\nJana;"Malá\nVelká"\n;\nEva;Nová\n'
    assert [number for number, _cells in read(text.encode()).rows] == [5, 7]


def test_separator_inside_quotation_marks_does_not_split():
    table = read(b'given_name,family_name,organisation\na,b,"c;d,e"\n')
    assert table.rows[0][1] == ("a", "b", "c;d,e")


def test_xlsx_keeps_days_and_numbers():
    data = saved(book(HEADINGS, ("Jana", "Žáková", 12, datetime(2020, 7, 13))))
    table = read(data)
    assert table.headings == HEADINGS
    assert table.rows == ((2, ("Jana", "Žáková", 12, date(2020, 7, 13))),)
    assert table.sheet == "Sheet"


def test_first_visible_sheet_is_read_and_the_others_are_known():
    made = book(("tajné",))
    made.active.sheet_state = "hidden"
    made.create_sheet("Lidé").append(HEADINGS)
    made["Lidé"].append(("Jana", "Malá"))
    made.create_sheet("Jiný")
    table = read(saved(made))
    assert (table.sheet, table.hidden, table.others) == ("Lidé", ("Sheet",), ("Jiný",))


def test_title_merged_above_the_headings_does_not_matter():
    made = book(("Seznam členů",), HEADINGS, ("Jana", "Malá", "rada"))
    made.active.merge_cells("A1:D1")
    assert read(saved(made)).headings == HEADINGS


def test_merged_cells_are_refused_and_named():
    made = book(HEADINGS, ("Jana", "Malá", "rada"), ("Eva", "Nová"))
    made.active.merge_cells("C2:C3")
    problem = refused(saved(made))
    assert (problem.code, problem.params) == ("merged_cells", {"ranges": ["C2:C3"]})


def test_formula_without_a_value_is_refused_and_named():
    problem = refused(saved(book(HEADINGS, ("Jana", "=A1", "rada"))))
    assert (problem.code, problem.params["cells"]) == ("formula_without_value", ["B2"])


def test_formula_with_a_value_is_read():
    data = saved(book(HEADINGS, ("Jana", "=A1", "rada")))
    data = part_replaced(
        data,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<c r="B2"', b'<c r="B2" t="str"').replace(
            b"<v></v>", "<v>Malá</v>".encode()
        ),
    )
    assert read(data).rows[0][1][1] == "Malá"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b";;;\n;;\n", "empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "old_excel"),
        (b"%PDF-1.7 ...", "not_a_table"),
        (b"\x00\x01\x02", "not_a_table"),
        (b"PK\x03\x04 and no more", "not_xlsx"),
        (b"Jm\x81no;P\x83", "unknown_encoding"),
        (b"x" * (MAX_BYTES + 1), "too_large"),
        (b"a;" * 200 + b"b\n", "too_many_columns"),
        (b'Jmeno;Prijmeni\n"' + b"x" * 140_000 + b'"\n', "broken_csv"),
    ],
)
def test_what_is_no_table_is_refused(data, code):
    assert refused(data).code == code


def test_another_zip_is_no_xlsx():
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert refused(out.getvalue()).code == "not_xlsx"


def test_zip_bomb_is_not_unpacked():
    data = part_replaced(
        saved(book(HEADINGS)),
        "xl/worksheets/sheet1.xml",
        lambda _xml: b" " * 70_000_000,
    )
    assert len(data) < 200_000
    assert refused(data).code == "too_large_unpacked"


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_xml_with_entities_is_refused(name):
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a/>'
    data = part_replaced(saved(book(HEADINGS)), name, lambda _xml: bomb)
    assert refused(data).code == "not_xlsx"


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
@pytest.mark.parametrize("content", [b"", b"<a>", b"<a/>", b"\xff\xfe"])
def test_damaged_part_is_never_an_unexpected_error(name, content):
    data = part_replaced(
        saved(book(HEADINGS, ("Jana", "Malá"))), name, lambda _xml: content
    )
    assert refused(data).code in ("not_xlsx", "empty", "no_visible_sheet")


def test_row_at_the_end_of_the_sheet_is_not_lost_in_silence():
    made = book(HEADINGS, ("Jana", "Malá"))
    made.active.cell(900_000, 1, "zapomenuto")
    problem = refused(saved(made))
    assert (problem.code, problem.params["row"]) == ("row_too_far", 900_000)


@pytest.mark.parametrize("count", [MAX_ROWS + 1, 10_000])
def test_too_many_rows_are_refused(count):
    problem = refused(b"Jmeno;Prijmeni\n" + b"a;b\n" * count)
    assert (problem.code, problem.params) == ("too_many_rows", {"most": MAX_ROWS})


def test_too_many_rows_of_xlsx_are_refused():
    rows = [("Jana", "Malá")] * (MAX_ROWS + 1)
    assert refused(saved(book(HEADINGS, *rows))).code == "too_many_rows"


def test_table_survives_packing():
    table = Table(
        ("Jméno", ""),
        ((2, ("Jana", None)), (5, (date(2020, 1, 2), 1.5))),
        "List",
        ("S",),
    )
    assert unpack(pack(table)) == table


@pytest.mark.parametrize(
    "packed",
    [
        "",
        "not base64!",
        b64encode(b"not packed").decode(),
        b64encode(zlib.compress(b"{}")).decode(),
        b64encode(zlib.compress(b"[1,2,3,4,5]")).decode(),
        b64encode(zlib.compress(b'[[],[[2,[{"day":"x"}]]],null,[],[]]')).decode(),
        b64encode(zlib.compress(b"[[],[[2,[[1]]]],null,[],[]]")).decode(),
        b64encode(zlib.compress(b" " * 30_000_000)).decode(),
    ],
)
def test_spoiled_packing_is_told(packed):
    with pytest.raises(Unreadable) as refusal:
        unpack(packed)
    assert refusal.value.problem.code == "spoiled"


def test_too_much_text_is_told():
    noise = random.Random(1).randbytes(900_000).hex()
    with pytest.raises(Unreadable) as refusal:
        pack(Table(("a",), ((2, (noise,)),)))
    assert refusal.value.problem.code == "too_much_text"
