"""HTML from a template is as harmless as what an editor may write."""

from kpss.addon.townsetup.apply import create_process
from kpss.addon.townsetup.export import export_data
from kpss.addon.townsetup.reading import read
from plone import api
import pytest


NASTY = (
    "<p onclick='x()'>Dobrý <strong>den</strong><script>alert(1)</script>"
    "<a href='javascript:alert(2)'>odkaz</a>"
    "<img src='x' onerror='alert(3)'/><style>p {color: red}</style></p>"
)


@pytest.fixture
def process(portal, as_manager, small):
    data = read(small).data
    data["pages"][0]["text"] = NASTY
    data["bodies"][0]["mission"] = NASTY
    return create_process(portal, data, "mesto", public=True).process


@pytest.mark.parametrize("word", ["script", "onclick", "onerror", "style"])
def test_scripts_and_handlers_are_taken_out(process, word):
    texts = [process["zasady"].text, process["bodies"]["rada"].mission]
    for text in texts:
        assert "Dobrý <strong>den</strong>" in text.output_relative_to(process)
        assert word not in text.output_relative_to(process)
        assert word not in text.raw


def test_export_is_clean_too(process):
    assert "script" not in export_data(process)["pages"][0]["text"]


def test_title_is_text_and_not_markup(portal, as_manager, small):
    data = read(small).data
    data["bodies"][0]["title"] = "<script>alert(1)</script>"
    process = create_process(portal, data, "mesto", public=True).process
    assert api.content.find(context=process["bodies"], id="rada")[0].Title == (
        "<script>alert(1)</script>"
    )
