"""Names of files in a package: in order, safe on every computer, none twice."""

from collections.abc import Iterable
import re
import unicodedata


#: What Windows, Linux or a mail program does not take in a name.
FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f]')
#: Marks that turn the direction of a text: "fdp.exe" would be read as "exe.pdf".
INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
#: Of a title; with number and ending a name is far from the limits of file systems.
LONGEST = 100
EXTENSION = re.compile(r"\.([A-Za-z0-9]{1,8})\Z")


def safe(title: str) -> str:
    """The title as a file may be called; "_" where nothing is left of it."""
    text = unicodedata.normalize("NFC", title)
    text = FORBIDDEN.sub(" ", text)
    text = "".join(
        character
        for character in text
        if unicodedata.category(character) not in INVISIBLE
    )
    text = " ".join(text.split())
    return text[:LONGEST].strip(" .") or "_"


def extension(filename: str | None) -> str:
    """The ending of a file with its dot, in small letters; "" where it has none."""
    found = EXTENSION.search(filename or "")
    return f".{found.group(1).lower()}" if found else ""


def numbered(titles: Iterable[tuple[str, str]]) -> list[str]:
    """Names of files from titles and endings: ``01 Title.pdf``, ``02 Other.docx``.

    The number makes every name unique and keeps the order; it has as many digits as
    the last one needs, two at least.
    """
    wanted = list(titles)
    digits = max(2, len(str(len(wanted))))
    return [
        f"{number:0{digits}} {safe(title)}{ending}"
        for number, (title, ending) in enumerate(wanted, 1)
    ]
