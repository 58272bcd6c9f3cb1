"""A municipality is data: no town's name or id stands in our code."""

from tests.architecture.sources import ROOT
from tests.architecture.sources import texts
import re


#: Word beginnings of the four towns, in every case and without diacritics; of texts
#: in small letters, for a pattern that ignores case takes twice as long.
TOWNS = re.compile(
    r"beroun|žat(ec|c)|zatec|zatce|náměšť|namest\b|namesti? nad|oslavou|\bpraha\b|\bpraz[ey]\b"
    r"|hlavní(ho)? měst|pražsk|prazsk|prague|231129|0265781|0289965|0064581"
)
#: The law on the capital is called by its name; the demo lists its four towns.
ALLOWED = {
    "codelists/territory.py": "Act No. 131/2000, on the Capital City of Prague",
    "bodies/rules/presets.py": "o hlavním městě Praze",
    "townsetup/demo.py": None,
}


#: How all of them begin; plain texts are found much faster than patterns.
STEMS = (
    *("beroun", "žat", "zat", "náměš", "namest", "oslavou", "prah", "praz", "praž"),
    *("prag", "hlavní", "231129", "0265781", "0289965", "0064581"),
)


def town_in(text):
    text = text.casefold()
    return any(stem in text for stem in STEMS) and TOWNS.search(text)


def test_no_town_in_code():
    found = {}
    for suffix in ("py", "pt", "zcml"):
        for path, text in texts(suffix).items():
            name = str(path.relative_to(ROOT))
            allowed = ALLOWED.get(name, "")
            if allowed is None:
                continue
            if match := town_in(text.replace(allowed, "")):
                found[name] = match.group()
    assert found == {}


def test_the_pattern_knows_the_towns():
    for name in ("Berouna", "Žatci", "namest", "v Praze", "Náměšť nad Oslavou"):
        assert town_in(name)


def test_every_alternative_of_the_pattern_has_its_stem():
    for alternative in re.sub(r"\\b|\(.*?\)|\?|\[.*?\]", "", TOWNS.pattern).split("|"):
        assert any(alternative.startswith(stem) for stem in STEMS), alternative
