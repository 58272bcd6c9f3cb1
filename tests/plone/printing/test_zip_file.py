"""Files are packed piece by piece, and the ZIP is sent so."""

from datetime import date
from kpss.addon.printing.zip_file import Entry
from kpss.addon.printing.zip_file import PIECE
from kpss.addon.printing.zip_file import zip_of
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import ZipFile
import io
import pytest


DAY = date(2026, 11, 27)


class Watched(io.BytesIO):
    """Remembers how much was asked for at once."""

    most = 0

    def read(self, size=-1):
        found = super().read(size)
        self.most = max(self.most, len(found))
        return found


def test_large_file_is_never_read_whole_nor_sent_whole():
    large = Watched(b"a" * (5 * PIECE + 7))
    packed = zip_of([Entry("01 Příloha.pdf", lambda: large, DAY)])
    assert large.most <= PIECE and large.closed
    pieces = list(packed)
    assert max(map(len, pieces)) <= PIECE and len(pieces) > 5
    assert sum(map(len, pieces)) == len(packed)
    with ZipFile(io.BytesIO(b"".join(pieces))) as archive:
        assert archive.testzip() is None
        assert archive.getinfo("01 Příloha.pdf").file_size == 5 * PIECE + 7


def test_what_is_packed_already_is_not_packed_again():
    entries = [
        Entry(name, lambda: io.BytesIO(b"x" * 1000), DAY) for name in ("a.PDF", "b.txt")
    ]
    with ZipFile(io.BytesIO(b"".join(zip_of(entries)))) as archive:
        kinds = [one.compress_type for one in archive.infolist()]
        days = {one.date_time[:3] for one in archive.infolist()}
    assert kinds == [ZIP_STORED, ZIP_DEFLATED]
    assert days == {(2026, 11, 27)}


def test_file_goes_when_it_was_sent():
    packed = zip_of([])
    list(packed)
    assert packed.file.closed


def test_nothing_stays_when_a_file_cannot_be_read():
    def broken():
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        zip_of([Entry("a", broken, DAY)])
