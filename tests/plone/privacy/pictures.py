"""A picture of one point."""

from struct import pack
from zlib import compress
from zlib import crc32


def png() -> bytes:
    """The smallest picture that can be scaled."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", crc32(kind + data))

    header = pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", compress(b"\x00\xff\xff\xff"))
        + chunk(b"IEND", b"")
    )
