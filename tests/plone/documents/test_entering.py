"""Documents approved before this site, as Žatec's rules of 2015 (ZAT-94)."""

from datetime import date
from io import BytesIO
from kpss.addon.approval.case import Case
from kpss.addon.documents.searching import search
import pytest
import transaction


DAY = date(2015, 3, 16)


@pytest.fixture
def form(beroun, browse):
    page = browse("koordinator")
    page.open(f"{beroun.absolute_url()}/documents")
    page.getLink("Enter a document approved before").click()
    yield page
    transaction.begin()


def fill(page, /, *titles: str, **values):
    given = {
        "title": titles[0],
        "kind": ["organisational_rules"],
        "body": ["rada"],
        "on": "16. 3. 2015",
        "text": "Text řádu.",
        **values,
    }
    for name, value in given.items():
        page.getControl(name=name).value = value


class TestEntering:
    def test_document_with_its_resolution_and_annexes(self, form, beroun):
        fill(form, "Organizační řád 2015", number="217/15", annex_1="Jednací řád")
        form.getControl(name="annex_1_file").add_file(
            BytesIO(b"priloha"), "text/plain", "priloha.txt"
        )
        form.getControl(name="save").click()
        assert "The document was entered." in form.contents
        assert "217/15" in form.contents
        assert "Jednací řád" in form.contents
        transaction.begin()
        made = beroun["documents"]["organizacni-rad-2015"]
        assert Case(made).validity.first == DAY
        found = search(beroun["documents"], "in_force", on=date(2016, 1, 1))
        assert made.title in {one.Title for one in found}
        [resolution] = [
            one
            for one in beroun["bodies"]["rada"].objectValues()
            if getattr(one, "number", None) == "217/15"
        ]
        assert resolution.external
        assert resolution.decided_on == DAY

    def test_next_one_repeals_it(self, form, beroun):
        fill(form, "Řád A", number="1/15")
        form.getControl(name="save").click()
        form.open(f"{beroun.absolute_url()}/documents/@@kpss-enter-approved")
        fill(form, "Řád B", number="518/20", on="2020-07-13", repeals=["rad-a"])
        form.getControl(name="save").click()
        assert "The document was entered." in form.contents
        transaction.begin()
        section = beroun["documents"]

        def titles(day):
            found = search(section, "in_force", on=day)
            return {one.Title for one in found} & {"Řád A", "Řád B"}

        assert titles(date(2020, 7, 12)) == {"Řád A"}
        assert titles(date(2020, 7, 13)) == {"Řád B"}

    @pytest.mark.parametrize(
        ("values", "sentence"),
        [
            ({"title": ""}, "Fill in the title."),
            ({"on": "31. 2. 2015"}, "This is not a day"),
            ({"on": "2090-01-01"}, "a day that has not come yet"),
            ({"effect_on": "2015-01-01"}, "before"),
            ({"text": ""}, "Add a file, or write a text."),
            ({"body": [""]}, "Choose the body"),
        ],
    )
    def test_bad_input_is_told_and_nothing_is_lost(
        self, form, beroun, values, sentence
    ):
        before = set(beroun["documents"].objectIds())
        fill(form, "Chybný řád", period="2015", **values)
        form.getControl(name="save").click()
        assert sentence in form.contents
        assert form.getControl(name="period").value == "2015"
        transaction.begin()
        assert set(beroun["documents"].objectIds()) == before

    def test_only_for_the_coordinator(self, beroun, browse):
        page = browse("referent")
        page.raiseHttpErrors = False
        page.open(f"{beroun.absolute_url()}/documents/@@kpss-enter-approved")
        assert 'name="effect_on"' not in page.contents
