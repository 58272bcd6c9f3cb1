"""The picture of the chart: nothing overlaps or leaves the canvas, text is text."""

from kpss.addon.bodies.rules.arranging import arrange
from kpss.addon.bodies.rules.chart import Box
from kpss.addon.bodies.rules.chart import Node
from kpss.addon.bodies.rules.placing import SMALL
from kpss.addon.bodies.rules.svg import Caption
from kpss.addon.bodies.rules.svg import draw
from kpss.addon.bodies.rules.textfit import text_width
from kpss.addon.bodies.rules.textfit import wrap
from tests.rules.bodies.charts import words
from xml.etree import ElementTree


SVG = "{http://www.w3.org/2000/svg}"


def picture_of(*boxes, **caption):
    level = arrange([Node(box) for box in boxes])
    return draw(level, words, Caption(**{"title": "Kdo plánuje", **caption}))


def test_text_is_escaped_and_stays_text():
    picture = picture_of(
        Box("a", "Péče & <b>dům</b>", act_text='říká "ano"'),
        title="Kdo <plánuje> & rozhoduje",
        description="A & B",
    )

    root = ElementTree.fromstring(picture)
    texts = [text.text for text in root.iter(f"{SVG}text")]
    assert "Péče & <b>dům</b>" in " ".join(texts)
    assert 'říká "ano"' in texts
    assert root.find(f"{SVG}title").text == "Kdo <plánuje> & rozhoduje"
    assert root.find(f"{SVG}desc").text == "A & B"


def test_characters_that_xml_cannot_hold_are_dropped():
    picture = picture_of(Box("a", "Rada\x01města\x00 \ud800"))

    assert "Radaměsta" in "".join(ElementTree.fromstring(picture.encode()).itertext())


def test_language_cannot_break_out_of_its_attribute():
    root = ElementTree.fromstring(picture_of(language='cs" onload="x'))

    assert root.get("onload") is None


def test_same_chart_gives_the_same_picture():
    assert picture_of(Box("a", "A")) == picture_of(Box("a", "A"))


def test_picture_loads_nothing_and_runs_nothing():
    picture = picture_of(Box("a", "A", url="https://mesto.example/"))

    for forbidden in ("<script", "<style", "href", "url(", "@import", "<image"):
        assert forbidden not in picture


def test_empty_chart_is_a_picture_with_a_heading():
    root = ElementTree.fromstring(picture_of())

    assert [text.text for text in root.iter(f"{SVG}text")] == ["Kdo plánuje"]


def test_legend_and_notes_stand_under_the_chart():
    root = ElementTree.fromstring(
        picture_of(
            Box("a", "Rada", acts=("decides",)),
            legend=[("decides", "rozhoduje")],
            notes=["* mohou se měnit"],
        )
    )

    rows = {text.text: float(text.get("y")) for text in root.iter(f"{SVG}text")}
    assert rows["Rada"] < rows["rozhoduje"] < rows["* mohou se měnit"]


def test_no_break_space_holds_words_together():
    assert wrap("jednání 13.\u00a07.\u00a02020", 70, SMALL) == [
        "jednání",
        "13.\u00a07.\u00a02020",
    ]


def test_diacritics_make_no_letter_wider():
    assert text_width("řídicí", 12) == text_width("ridici", 12)
