"""A source belongs to a value: whoever changes the value drops it, or gives another."""

from kpss.addon.bodies.procedure.facts import procedure_of
from plone import api
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


@pytest.fixture
def rules(process):
    with api.env.adopt_roles(["Manager"]):
        yield api.content.create(
            process["bodies"]["rs"],
            "kpss.Rules",
            id="pravidla",
            title="Pravidla",
            quorum=">1/2",
            majority=">1/2",
            minutes_verifiers=["predseda"],
            sources={
                "quorum": "default",
                "majority": "čl. 4",
                "minutes_verifiers": "čl. 7",
            },
        )


def change(rules, **values):
    for name, value in values.items():
        setattr(rules, name, value)
    notify(ObjectModifiedEvent(rules))


def test_sources_are_kept_as_given(rules):
    facts = procedure_of(rules.__parent__)
    assert facts.sources == {
        "quorum": "default",
        "majority": "čl. 4",
        "minutes_verifiers": "čl. 7",
    }


def test_changed_value_drops_its_source_and_no_other(rules):
    change(rules, quorum=">=2/3")
    assert rules.sources == {"majority": "čl. 4", "minutes_verifiers": "čl. 7"}


def test_source_does_not_stand_beside_a_changed_value_even_without_an_event(rules):
    rules.quorum = ">=2/3"
    assert "quorum" not in rules.sources


def test_dropped_source_does_not_come_back_with_the_old_value(rules):
    change(rules, quorum=">=2/3")
    change(rules, quorum=">1/2")
    assert "quorum" not in rules.sources


def test_unset_rule_has_no_source(rules):
    change(rules, minutes_verifiers=[])
    assert "minutes_verifiers" not in rules.sources


def test_change_of_something_else_keeps_the_sources(rules):
    before = rules.sources
    change(rules, title="Jiný název", tie_rule="lot")
    assert rules.sources == before


def test_new_source_for_a_new_value_holds(rules):
    change(rules, quorum=">=2/3", sources={**rules.sources, "quorum": "čl. 9"})
    assert rules.sources["quorum"] == "čl. 9"
    change(rules, title="Jiný název")
    assert rules.sources["quorum"] == "čl. 9"


def test_new_source_holds_in_whichever_order_it_is_given(rules):
    change(rules, sources={**rules.sources, "quorum": "čl. 9"}, quorum=">=2/3")
    assert rules.sources["quorum"] == "čl. 9"


def test_template_gives_the_same_source_again_with_the_new_value(rules):
    rules.quorum = ">=2/3"
    rules.sources = {**rules.sources, "quorum": "default"}
    notify(ObjectModifiedEvent(rules))
    assert rules.sources["quorum"] == "default"


def test_list_changed_in_place_counts_as_changed(rules):
    rules.minutes_verifiers.append("koordinator")
    assert "minutes_verifiers" not in rules.sources


def test_copy_keeps_its_sources(rules):
    copy = api.content.copy(rules, rules.__parent__, id="kopie")
    assert copy.sources == rules.sources
    change(copy, quorum=">=2/3")
    assert "quorum" in rules.sources


def test_saved_version_does_not_say_a_dropped_source(rules):
    repository = api.portal.get_tool("portal_repository")
    first = rules.version_id
    change(rules, quorum=">=2/3")
    assert rules.version_id > first
    newest = repository.retrieve(rules, rules.version_id).object
    assert (newest.quorum, newest.sources.get("quorum")) == (">=2/3", None)
    oldest = repository.retrieve(rules, first).object
    assert (oldest.quorum, oldest.sources["quorum"]) == (">1/2", "default")


def test_reverting_brings_value_and_source_back(rules):
    repository = api.portal.get_tool("portal_repository")
    first = rules.version_id
    change(rules, quorum=">=2/3")
    repository.revert(rules, first)
    assert (rules.quorum, rules.sources["quorum"]) == (">1/2", "default")


@pytest.fixture
def rules_url(functional_portal, rest):
    steps = (
        ("/", {"@type": "kpss.Process", "id": "mesto", "municipality": "Město"}),
        ("/mesto/bodies", {"@type": "kpss.Body", "id": "rs", "kind": "steering"}),
        (
            "/mesto/bodies/rs",
            {
                "@type": "kpss.Rules",
                "id": "pravidla",
                "quorum": ">1/2",
                "majority": ">1/2",
                "sources": {"quorum": "default", "majority": "default"},
            },
        ),
    )
    for where, data in steps:
        answer = rest.post(where, json={"title": data["id"], **data})
        assert answer.status_code == 201, answer.text
    return "/mesto/bodies/rs/pravidla"


@pytest.mark.parametrize(
    "patch, sources",
    [
        ({"quorum": ">=2/3"}, {"majority": "default"}),
        ({"quorum": None}, {"majority": "default"}),
        ({"quorum": ">1/2"}, {"quorum": "default", "majority": "default"}),
        ({"tie_rule": "lot"}, {"quorum": "default", "majority": "default"}),
        # the sources sent back unchanged are not new sources
        (
            {
                "quorum": ">=2/3",
                "sources": {"quorum": "default", "majority": "default"},
            },
            {"majority": "default"},
        ),
        (
            {"quorum": ">=2/3", "sources": {"quorum": "čl. 9", "majority": "default"}},
            {"quorum": "čl. 9", "majority": "default"},
        ),
        ({"sources": {"quorum": "čl. 9"}}, {"quorum": "čl. 9"}),
        ({"sources": None}, None),
    ],
)
def test_sources_after_a_patch(rules_url, rest, patch, sources):
    answer = rest.patch(rules_url, json=patch)
    assert answer.status_code == 204, answer.text
    assert rest.get(rules_url).json()["sources"] == sources
