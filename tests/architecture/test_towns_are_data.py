"""A municipality is data: no town's name or id stands in our code."""

from pathlib import Path
import re


ROOT = Path(__file__).parents[2] / "src" / "kpss" / "addon"
#: Word beginnings of the four towns, in every case and without diacritics.
TOWNS = re.compile(
    r"beroun|žat(ec|c)|zatec|zatce|náměšť|namest\b|namesti? nad|oslavou|\bpraha\b|\bpraz[ey]\b"
    r"|hlavní(ho)? měst|pražsk|prazsk|prague|231129|0265781|0289965|0064581",
    re.IGNORECASE,
)
#: The law on the capital is called by its name; the demo lists its four towns.
ALLOWED = {
    "codelists/territory.py": "Act No. 131/2000, on the Capital City of Prague",
    "bodies/rules/presets.py": "o hlavním městě Praze",
    "townsetup/demo.py": None,
}


def test_no_town_in_code():
    found = {}
    for suffix in ("py", "pt", "zcml"):
        for path in ROOT.rglob(f"*.{suffix}"):
            name = str(path.relative_to(ROOT))
            allowed = ALLOWED.get(name, "")
            text = (
                "" if allowed is None else path.read_text("utf-8").replace(allowed, "")
            )
            if match := TOWNS.search(text):
                found[name] = match.group()
    assert found == {}


def test_the_pattern_knows_the_towns():
    for name in ("Berouna", "Žatci", "namest", "v Praze", "Náměšť nad Oslavou"):
        assert TOWNS.search(name)
