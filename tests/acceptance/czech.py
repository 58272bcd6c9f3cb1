"""English words that would betray a message left without its Czech."""

from functools import cache
from i18ndude.catalog import MessageCatalog
from pathlib import Path
import re


CATALOGUE = (
    Path(__file__).parents[2] / "src/kpss/addon/locales/cs/LC_MESSAGES/kpss.addon.po"
)
#: Shorter pieces stand in Czech sentences, names and addresses too.
SHORTEST = 12
#: Everything that is read out or read: texts, labels and hints of our own part.
READ = """
main => {
    const words = [main.innerText];
    const names = ["aria-label", "placeholder", "title", "alt"];
    for (const one of main.querySelectorAll("*"))
        for (const name of names)
            if (one.hasAttribute(name)) words.push(one.getAttribute(name));
    return words.join("\\n");
}
"""


@cache
def english() -> frozenset[str]:
    """Source texts between their variables; identifiers of messages count too."""
    found = set()
    for entry in MessageCatalog(filename=str(CATALOGUE)).values():
        czech = squeezed(entry.msgstr)
        for source in (entry.msgid, entry.getDefault() or ""):
            for piece in re.split(r"\$\{\w+\}", source):
                piece = squeezed(piece)
                if len(piece) >= SHORTEST and piece not in czech:
                    found.add(piece)
    return frozenset(found)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def english_left(page) -> list[str]:
    """Our English messages in the main part of a page."""
    text = squeezed(page.locator("#content").first.evaluate(READ))
    return sorted(piece for piece in english() if whole(piece) in whole(text))


def whole(text: str) -> str:
    """Words with borders, so that a piece is not found inside a longer word."""
    words = re.sub(r"[^\w-]+", " ", text).strip().casefold()
    return f" {words} "
