"""A file with a table, XLSX or CSV, is read; bad ones are told by a sentence."""

from kpss.addon.bodies.importing.csv_file import read_csv
from kpss.addon.bodies.importing.table import Table
from kpss.addon.bodies.importing.table import unreadable
from kpss.addon.bodies.importing.xlsx_file import read_xlsx


MAX_BYTES = 10_000_000

#: First bytes of files that are something else → why they cannot be read.
OTHERS = (
    (b"\xd0\xcf\x11\xe0", "old_excel"),
    (b"%PDF", "not_a_table"),
    (b"\x89PNG", "not_a_table"),
    (b"\xff\xd8\xff", "not_a_table"),
    (b"GIF8", "not_a_table"),
    (b"{\\rtf", "not_a_table"),
    (b"Rar!", "not_a_table"),
    (b"7z\xbc\xaf", "not_a_table"),
)


def read_upload(file) -> Table:
    """Read an uploaded file; one that is too large is not even loaded.

    Raises Unreadable.
    """
    file.seek(0, 2)
    size = file.tell()
    if size > MAX_BYTES:
        raise unreadable("too_large")
    file.seek(0)
    return read(file.read())


def read(data: bytes) -> Table:
    """The table in the bytes of a file, by what they are and not by their name.

    Raises Unreadable.
    """
    if len(data) > MAX_BYTES:
        raise unreadable("too_large")
    if not data.strip():
        raise unreadable("empty")
    if data.startswith(b"PK\x03\x04"):
        return read_xlsx(data)
    for beginning, code in OTHERS:
        if data.startswith(beginning):
            raise unreadable(code)
    return read_csv(data)
