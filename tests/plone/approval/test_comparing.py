"""Two wordings beside each other."""

from kpss.addon.approval.browser.comparing import compared
from kpss.addon.approval.browser.comparing import plain_text


def gone_and_new(old: str, new: str) -> list[tuple[str, str]]:
    return [piece for piece in compared(old, new) if piece[0] != "kept"]


def test_words_of_changed_lines():
    old = "Nadpis\nPrvní věta zůstává.\nDruhá se mění."
    new = "Nadpis\nPrvní věta zůstává.\nDruhá se nemění vůbec."
    assert gone_and_new(old, new) == [("gone", "mění."), ("new", "nemění vůbec.")]


def test_same_text_is_kept_whole():
    assert compared("a\nb", "a\nb") == [("kept", "a\nb")]
    assert compared("", "") == []


def test_added_and_removed_lines():
    assert gone_and_new("a\nb\nc", "a\nc\nd") == [("gone", "b"), ("new", "d")]


def test_paragraphs_and_cells_stand_on_their_lines():
    text = "<h2>Cíl</h2><p>Věta.</p><table><tr><td>a</td><td>b</td></tr></table>"
    data = {"title": "T", "text": {"text": text, "type": "text/html"}}
    assert plain_text(data).splitlines()[:3] == ["T", "Cíl", "Věta."]
