"""Czech texts leave the word for a meeting to the town (PRA-35)."""

from i18ndude.catalog import MessageCatalog
from tests.architecture.sources import ROOT
import re


CZECH = ROOT / "locales" / "cs" / "LC_MESSAGES" / "kpss.addon.po"
#: Two kinds of papers that are called so in every town.
NAMES = re.compile("pravid(?:la|el) jednání|podklad pro jednání", re.IGNORECASE)
WORD = re.compile(r"\bjednán", re.IGNORECASE)
#: Read where no town is at hand: names and descriptions of types, workflows and settings.
WITHOUT_A_TOWN = {
    "Meeting",
    "KPSS meeting",
    "How far a meeting is and who edits it.",
    "Who sees a meeting; follows from its fields.",
    "Named agendas that a body keeps to begin meetings with.",
    "What a meeting is called",
    "For example {number}/{year:2}. In braces: number, year, year:2 (two digits), body, "
    "period, meeting.",
    # What it is called where no word was chosen
    "meeting",
}


def test_a_text_says_the_word_of_the_town_or_none():
    catalogue = MessageCatalog(filename=str(CZECH))
    assert len(catalogue) > 3000
    said = {
        entry.msgid
        for entry in catalogue.values()
        if WORD.search(NAMES.sub("", entry.msgstr))
    }
    assert said == WITHOUT_A_TOWN
