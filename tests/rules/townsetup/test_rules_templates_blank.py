"""The template to begin with names no town."""

from tests.rules.townsetup.towns import DATA
from tests.rules.townsetup.towns import rows
from tests.rules.townsetup.towns import stated
from tests.rules.townsetup.towns import STRINGS
from tests.rules.townsetup.towns import TEXT
import re


def test_blank_template_names_no_town_and_every_rule_is_law_or_default():
    assert "ico" not in TEXT["blank"]
    assert not re.search("Beroun|Žat|Náměš|Prah", " ".join(STRINGS["blank"]))
    assert len(DATA["blank"]["parties"]) == 3
    assert [row["kind"] for row in DATA["blank"]["bodies"]] == [
        "assembly",
        "council",
        "commission",
        "department",
        "steering",
        "working_group",
    ]
    for name in rows("blank", "bodies"):
        for row in stated("blank", name).values():
            assert row["source"] == "default" or "128/2000" in row["source"]
    for row in rows("blank", "chains").values():
        assert {step["source"] for step in row["steps"]} == {"default"}
