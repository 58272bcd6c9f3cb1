"""Czech nouns that are surely declined, and those of which nobody can tell."""

from kpss.addon.process.rules.declension import declined
import pytest


@pytest.mark.parametrize("word", ["jednání", "setkání", "sezení", "shromáždění"])
def test_words_in_i_never_change(word):
    assert declined(word) == (word,) * 6


@pytest.mark.parametrize(
    "forms",
    [
        "porada porady poradu poradě porady porad",
        "komora komory komoru komoře komory komor",
        "škola školy školu škole školy škol",
        "schůzka schůzky schůzku schůzce schůzky schůzek",
        "schůze schůze schůzi schůzi schůze schůzí",
        "konference konference konferenci konferenci konference konferencí",
        "fórum fóra fórum fóru fóra fór",
        "kolokvium kolokvia kolokvium kolokviu kolokvia kolokvií",
        "sraz srazu sraz srazu srazy srazů",
        "workshop workshopu workshop workshopu workshopy workshopů",
    ],
)
def test_a_word_has_the_forms_of_its_pattern(forms):
    assert declined(forms.split()[0]) == tuple(forms.split())


@pytest.mark.parametrize(
    "word",
    [
        *("téma", "drama", "síla", "práce", "ulice", "družba"),
        *("stůl", "den", "večer", "kroužek", "sněm", "radost", "obec", "obuv"),
        *("pracovní setkání", "kulatý stůl", "porada č. 1", "kafe-porada", ""),
    ],
)
def test_a_word_that_leaves_doubt_has_no_forms(word):
    assert declined(word) is None
