"""The organisation chart of a model town: page, picture, place of a body."""

from datetime import date
from datetime import timedelta
from kpss.addon.bodies.place import place_of
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.dexterity.utils import createContentInContainer
from plone.testing.zope import Browser
from xml.etree import ElementTree
import pytest
import transaction


# id, kind, above, acts, the town's words
BODIES = (
    ("zastupitelstvo", "assembly", None, "decides", "politické projednávání"),
    ("rada", "council", "zastupitelstvo", "decides", None),
    ("ks", "steering", "rada", "manages", "řízení procesu"),
    ("odbor", "department", "rada", "prepares", "příprava materiálů"),
    ("seniori", "working_group", "ks", "prepares", None),
    ("rodiny", "working_group", "ks", "prepares", None),
    ("zrusena", "working_group", "ks", "prepares", None),
)
FUNCTIONS = [
    {
        "id": "garant",
        "title": "Garant",
        "kind": "guarantor",
        "body": "odbor",
        "office": "vedoucí odboru",
    },
    {
        "id": "koordinator",
        "title": "Koordinátorka & spol.",
        "kind": "coordinator",
        "body": "odbor",
        "own_box": True,
        "act_text": "koordinace",
    },
]
YESTERDAY = date.today() - timedelta(days=1)


def build_town(portal):
    """A public process with seven bodies; one of them ended yesterday."""
    with api.env.adopt_user(SITE_OWNER_NAME):
        process = createContentInContainer(
            portal,
            "kpss.Process",
            id="mesto",
            title="Plánování",
            municipality="Město",
            chart_lead="Návrhy vznikají ve skupinách.",
            chart_note="* mohou se měnit",
            label_working_groups="Cílové skupiny *",
            functions=FUNCTIONS,
            parties=[
                {"id": "zadavatel", "title": "zadavatel", "plural": "zadavatelé"},
                {"id": "uzivatel", "title": "uživatel", "plural": "uživatelé"},
            ],
        )
        for order, (body_id, kind, parent, act, text) in enumerate(BODIES):
            createContentInContainer(
                process["bodies"],
                "kpss.WorkingGroup" if kind == "working_group" else "kpss.Body",
                id=body_id,
                title=body_id.capitalize(),
                kind=kind,
                parent=parent,
                acts=[act],
                act_text=text,
                chart_order=order,
                open_to_all=body_id == "seniori",
                valid_to=YESTERDAY if body_id == "zrusena" else None,
            )
        api.content.transition(process, "publish")
    transaction.commit()
    return process


@pytest.fixture
def town(functional_portal):
    """For tests that change it."""
    return build_town(functional_portal)


@pytest.fixture(scope="class")
def town_of_class(functional_portal_class):
    """For tests that only read it."""
    return build_town(functional_portal_class)


@pytest.fixture(scope="class")
def reader(functional_app_class):
    """A visitor of the town of the class."""
    browser = Browser(functional_app_class)
    browser.handleErrors = False
    return browser


@pytest.fixture(scope="class")
def tree(town_of_class, reader):
    """The page of the chart as a visitor gets it."""
    return page(reader, town_of_class)


def change(obj, action):
    with api.env.adopt_user(SITE_OWNER_NAME):
        action(obj)
        obj.reindexObject()
    transaction.commit()


def hide(body):
    change(body, lambda obj: api.content.transition(obj, "hide"))


def page(browser, town):
    browser.open(f"{town.absolute_url()}/organisation")
    return html.fromstring(browser.contents)


def picture(browser, town):
    browser.open(f"{town.absolute_url()}/organisation.svg")
    return ElementTree.fromstring(browser.contents)


def outline(level, depth=0):
    """Titles of the boxes as nested lists give them, two spaces a level."""
    rows = []
    for entry in level.xpath("./li"):
        (title,) = entry.xpath("./div/p[contains(@class, 'kpss-box-title')]")
        rows.append("  " * depth + title.text_content().strip())
        for below in entry.xpath("./ul | ./details/ul"):
            rows.extend(outline(below, depth + 1))
    return rows


def chart(tree):
    (roots,) = tree.xpath("//div[@class='kpss-chart']/ul")
    return outline(roots)


def box(tree, title):
    """The text of the box with this title, one line an element."""
    (found,) = tree.xpath(
        "//div[contains(@class, 'kpss-box ')]"
        "[normalize-space(p[contains(@class, 'kpss-box-title')]) = $title]",
        title=title,
    )
    return [" ".join(part.text_content().split()) for part in found]


class TestPage:
    def test_lists_are_nested_as_the_bodies_hang(self, tree):
        assert chart(tree) == [
            "Zastupitelstvo",
            "  Rada",
            "    Ks",
            "      Seniori",
            "      Rodiny",
            "    Odbor",
            "      Koordinátorka & spol.",
        ]

    def test_box_links_to_the_body_and_says_what_it_does(self, tree, town_of_class):
        assert box(tree, "Odbor") == [
            "Odbor",
            "příprava materiálů",
            "Garant (vedoucí odboru)",
        ]
        (link,) = tree.xpath("//div[@class='kpss-chart']//a[. = 'Odbor']/@href")
        assert link == f"{town_of_class.absolute_url()}/bodies/odbor"

    def test_act_is_in_words_where_the_town_has_none_of_its_own(self, tree):
        """Colour is never the only carrier (WCAG 1.4.1)."""
        assert box(tree, "Rada") == ["Rada", "decides"]

    def test_open_group_says_so(self, tree):
        assert "Open to everyone interested" in box(tree, "Seniori")

    def test_function_with_its_own_box_is_no_link(self, tree):
        assert box(tree, "Koordinátorka & spol.") == [
            "Koordinátorka & spol.",
            "koordinace",
        ]
        assert not tree.xpath("//div[@class='kpss-chart']//a[contains(., 'spol.')]")

    def test_town_words_stand_around_the_chart(self, tree):
        """BER-04, BER-13: the parties as the chart writes them, the note, the label."""
        text = tree.text_content()

        for words in (
            "zadavatelé–uživatelé",
            "Cílové skupiny *",
            "* mohou se měnit",
            "Návrhy vznikají ve skupinách.",
        ):
            assert words in text

    def test_heading_and_window_have_the_same_title(self, tree):
        assert tree.xpath("//h1")[0].text_content() == "Who plans and who decides"
        assert tree.xpath("//title")[0].text.startswith("Who plans and who decides")

    def test_legend_names_the_colours_of_this_chart_only(self, tree):
        legend = tree.xpath("//ul[@class='kpss-legend']/li/text()")

        assert legend == ["decides", "manages the process", "prepares"]

    def test_page_has_no_style_or_script_of_its_own(self, tree):
        (content,) = tree.xpath("//*[@id='content-core']")

        assert not content.xpath(".//script | .//style | .//@style | .//@onclick")


class TestPageChanges:
    def test_own_heading_is_escaped(self, town, visitor):
        change(town, lambda obj: setattr(obj, "chart_title", "<b>Kdo</b> & kdo"))

        tree = page(visitor, town)

        assert tree.xpath("//h1")[0].text_content() == "<b>Kdo</b> & kdo"
        assert tree.xpath("//title")[0].text.startswith("<b>Kdo</b> & kdo")

    def test_archive_is_linked_only_when_something_is_closed(self, town, visitor):
        def links():
            return page(visitor, town).xpath("//ul[@class='kpss-links']//@href")

        url = town.absolute_url()
        assert links() == [f"{url}/organisation.svg", f"{url}/archive"]
        change(town["bodies"]["zrusena"], lambda obj: setattr(obj, "valid_to", None))
        assert links() == [f"{url}/organisation.svg"]

    def test_hidden_body_is_not_shown_and_its_group_hangs_above(self, town, visitor):
        hide(town["bodies"]["ks"])

        tree = page(visitor, town)

        assert chart(tree) == [
            "Zastupitelstvo",
            "  Rada",
            "    Odbor",
            "      Koordinátorka & spol.",
            "    Seniori",
            "    Rodiny",
        ]
        assert "Ks" not in tree.xpath("//*[@id='content']")[0].text_content()

    def test_editor_sees_the_hidden_body_in_its_place(self, town, manager):
        hide(town["bodies"]["ks"])

        assert "    Ks" in chart(page(manager, town))

    def test_functions_of_a_hidden_body_are_hidden_with_it(self, town, visitor):
        hide(town["bodies"]["odbor"])

        text = page(visitor, town).xpath("//*[@id='content']")[0].text_content()

        assert "Garant" not in text
        assert "Koordinátorka" not in text

    @pytest.mark.parametrize("name", ["organisation", "organisation.svg"])
    def test_internal_process_is_closed_to_visitors(self, town, visitor, name):
        change(town, lambda obj: api.content.transition(obj, "hide"))

        visitor.handleErrors = True

        visitor.open(f"{town.absolute_url()}/{name}")

        assert "/login" in visitor.url
        assert "Rada" not in visitor.contents

    def test_chain_deeper_than_any_town_is_still_a_page(self, town, visitor):
        above = "rodiny"
        with api.env.adopt_user(SITE_OWNER_NAME):
            for number in range(40):
                body = createContentInContainer(
                    town["bodies"],
                    "kpss.Body",
                    id=f"hloub-{number}",
                    title=f"Hloub {number}",
                    parent=above,
                )
                above = body.getId()
        transaction.commit()

        titles = [row.strip() for row in chart(page(visitor, town))]

        assert [t for t in titles if "Hloub" in t] == [f"Hloub {n}" for n in range(40)]

    def test_empty_process_says_so(self, functional_portal, manager):
        with api.env.adopt_user(SITE_OWNER_NAME):
            process = createContentInContainer(
                functional_portal, "kpss.Process", title="Nový", municipality="Obec"
            )
        transaction.commit()

        tree = page(manager, process)

        assert "No bodies have been entered yet." in tree.text_content()
        assert not tree.xpath("//div[@class='kpss-chart']")
        assert not tree.xpath("//a[contains(@href, 'organisation.svg')]")


class TestStyleSheet:
    def sheets(self, browser, url):
        browser.open(url)
        hrefs = html.fromstring(browser.contents).xpath(
            "//link[@rel='stylesheet']/@href"
        )
        return [href for href in hrefs if "kpss" in href]

    @pytest.mark.parametrize("path", ["", "/organisation", "/bodies/rada", "/bodies"])
    def test_is_linked_inside_a_process(self, town_of_class, reader, path):
        (sheet,) = self.sheets(reader, town_of_class.absolute_url() + path)

        reader.open(sheet)
        assert reader.headers["Content-Type"].startswith("text/css")
        assert ".kpss-chart" in reader.contents

    def test_is_not_linked_on_the_rest_of_the_site(
        self, reader, functional_portal_class
    ):
        assert self.sheets(reader, functional_portal_class.absolute_url()) == []


class TestPicture:
    def test_is_an_svg_with_the_boxes_as_text(self, town_of_class, reader):
        root = picture(reader, town_of_class)

        texts = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
        for words in (
            "Who plans and who decides",
            "Rada",
            "Garant (vedoucí odboru)",
            "Koordinátorka & spol.",
            "Cílové skupiny *",
            "zadavatelé–uživatelé",
            "* mohou se měnit",
        ):
            assert words in texts

    def test_downloads_under_a_name(self, town_of_class, reader):
        picture(reader, town_of_class)

        assert reader.headers["Content-Type"] == "image/svg+xml; charset=utf-8"
        assert reader.headers["Content-Disposition"] == (
            "attachment; filename*=UTF-8''mesto-organisation-chart.svg"
        )


class TestPlaceOfBody:
    @pytest.mark.parametrize(
        ("body", "ancestors", "children"),
        [
            ("zastupitelstvo", [], ["rada"]),
            ("ks", ["zastupitelstvo", "rada"], ["seniori", "rodiny"]),
            ("seniori", ["zastupitelstvo", "rada", "ks"], []),
            ("zrusena", ["zastupitelstvo", "rada", "ks"], []),
        ],
    )
    def test_way_up_and_bodies_under(self, town_of_class, body, ancestors, children):
        place = place_of(town_of_class["bodies"][body])

        assert [fact["id"] for fact in place.ancestors] == ancestors
        assert [fact["id"] for fact in place.children] == children

    def test_facts_are_enough_for_a_link(self, town_of_class):
        (above,) = place_of(town_of_class["bodies"]["rada"]).ancestors

        assert above["title"] == "Zastupitelstvo"
        assert above["url"] == f"{town_of_class.absolute_url()}/bodies/zastupitelstvo"


class TestHiding:
    def test_picture_hides_what_the_page_hides(self, town, visitor):
        hide(town["bodies"]["odbor"])

        text = "".join(picture(visitor, town).itertext())

        assert "Odbor" not in text
        assert "Garant" not in text

    def test_place_skips_hidden_bodies(self, town):
        hide(town["bodies"]["rada"])

        with api.env.adopt_roles(["Anonymous"]):
            place = place_of(town["bodies"]["ks"])

        assert [fact["id"] for fact in place.ancestors] == ["zastupitelstvo"]
