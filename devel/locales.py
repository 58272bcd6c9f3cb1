"""Gather the messages of .py, .pt, .zcml and profile .xml; ``--check`` only compares.

A file whose messages have not changed is left as it was, dates included.
"""

from i18ndude.catalog import MessageCatalog
from pathlib import Path
import re
import shutil
import subprocess
import sys
import tempfile


DOMAIN = "kpss.addon"
PACKAGE = Path(__file__).resolve().parent.parent / "src" / "kpss" / "addon"
LOCALES = PACKAGE / "locales"
CZECH = Path("cs", "LC_MESSAGES", f"{DOMAIN}.po")
TOOL = Path(sys.executable).with_name("i18ndude")
HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;\\n"
"Language-Code: cs\\n"
"Language-Name: Czech\\n"
"Preferred-Encodings: utf-8\\n"
"Domain: kpss.addon\\n"
"""


def i18ndude(*arguments):
    return subprocess.run([TOOL, *arguments], cwd=PACKAGE).returncode


def gather(locales):
    """Bring the .pot and every .po in the folder up to date with the sources."""
    pot = locales / f"{DOMAIN}.pot"
    before = {path: path.read_text("utf-8") for path in locales.rglob("*.po*")}
    first = [] if pot.exists() else ["--create", DOMAIN]
    i18ndude("rebuild-pot", "--no-line-numbers", "--pot", pot, *first, ".")
    czech = locales / CZECH
    if not czech.exists():
        czech.parent.mkdir(parents=True)
        czech.write_text(HEADER, "utf-8")
    i18ndude("sync", "--pot", pot, *locales.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))
    for path, text in before.items():
        if messages(path.read_text("utf-8")) == messages(text):
            path.write_text(text, "utf-8")


def messages(text):
    """The text of a catalogue without the dates that the tool writes anew."""
    return re.sub(r'(?m)^"(POT-Creation|PO-Revision)-Date: .*\n', "", text)


def outdated():
    """Names of the catalogues that ``make i18n`` would change."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(LOCALES, Path(folder, "locales")))
        gather(copy)
        names = [path.relative_to(copy) for path in copy.rglob("*.po*")]
        return [name for name in names if differ(LOCALES / name, copy / name)]


def differ(mine, theirs):
    return not mine.exists() or mine.read_bytes() != theirs.read_bytes()


def untranslated():
    """Messages that have no Czech text yet."""
    catalogue = MessageCatalog(filename=str(LOCALES / CZECH))
    return [entry.msgid for entry in catalogue.values() if not entry.msgstr]


def check():
    """Complain about what is missing; the number of complaints."""
    complaints = [f"{name}: run `make i18n`" for name in outdated()]
    complaints += [f"{CZECH}: no translation of {text!r}" for text in untranslated()]
    print("".join(f"{line}\n" for line in complaints), end="")
    return len(complaints) + i18ndude("find-untranslated", "-n", *PACKAGE.rglob("*.pt"))


if __name__ == "__main__":
    sys.exit(bool(check()) if "--check" in sys.argv else gather(LOCALES))
