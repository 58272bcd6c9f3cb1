"""A ZIP made piece by piece: no file is read into memory whole."""

from collections.abc import Callable
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import ZipFile
from zipfile import ZipInfo
from zope.interface import implementer
from ZPublisher.Iterators import IStreamIterator
import shutil


PIECE = 1 << 18
#: Above it a file needs the newer form of ZIP, which old programs do not read.
LARGE = 2_000_000_000
#: Kinds of files that are compressed already.
PACKED = (".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".zip", ".jpg", ".jpeg")
PACKED += (".png", ".mp4", ".mp3", ".7z", ".gz")


@dataclass(frozen=True)
class Entry:
    """A file to be packed. ``open`` gives it for reading when its turn comes."""

    name: str
    open: Callable[[], IO[bytes]]
    day: date


def zip_of(entries: Iterable[Entry]) -> "Packed":
    """The ZIP in a temporary file, which goes when it was read."""
    target = TemporaryFile()  # noqa: SIM115 (open until it was sent)
    try:
        with ZipFile(target, "w") as archive:
            for one in entries:
                day = (one.day.year, one.day.month, one.day.day)
                info = ZipInfo(one.name, (*day, 12, 0, 0))
                packed = one.name.lower().endswith(PACKED)
                info.compress_type = ZIP_STORED if packed else ZIP_DEFLATED
                # Of an ordinary file, read by everybody
                info.external_attr = 0o644 << 16
                with closing(one.open()) as source:
                    large = source.seek(0, 2) > LARGE
                    source.seek(0)
                    with archive.open(info, "w", force_zip64=large) as place:
                        shutil.copyfileobj(source, place, PIECE)
    except BaseException:
        target.close()
        raise
    return Packed(target)


@implementer(IStreamIterator)
class Packed:
    """A file that the server sends piece by piece; its length is known."""

    def __init__(self, file: IO[bytes]):
        self.file = file
        self.size = file.seek(0, 2)
        file.seek(0)

    def __len__(self) -> int:
        return self.size

    def __iter__(self):
        return self

    def __next__(self) -> bytes:
        piece = self.file.read(PIECE)
        if not piece:
            self.close()
            raise StopIteration
        return piece

    def read(self, size: int = -1) -> bytes:
        return self.file.read(size)

    def close(self) -> None:
        self.file.close()
