"""Bodies as content: created, referred to, refused, renamed, copied."""

from kpss.addon.bodies.body import IBody
from kpss.addon.bodies.references import referrers
from kpss.addon.bodies.registry import body_facts
from kpss.addon.fields import Refused
from plone import api
from zExceptions import BadRequest
from zope.interface import Invalid
import datetime
import pytest


def bound(name, context):
    return IBody[name].bind(context)


def refusal(name, context, value) -> str:
    """The sentence with which a field refuses a value."""
    with pytest.raises(Refused) as info:
        bound(name, context).validate(value)
    return info.value.doc()


def test_new_process_has_its_folders(process):
    assert sorted(process.objectIds()) == [
        "bodies",
        "chains",
        "documents",
        "people",
        "providers",
        "tasks",
    ]


def test_facts_come_in_chart_order(process):
    process["bodies"]["rs"].chart_order = -1
    process["bodies"]["rs"].reindexObject()
    assert [fact["id"] for fact in body_facts(process)] == [
        "rs",
        "rada",
        "zastupitelstvo",
    ]


def test_parent_loop_is_refused_with_the_name_of_the_parent(process):
    assert "Rs hangs under this body" in refusal(
        "parent", process["bodies"]["zastupitelstvo"], "rs"
    )


def test_body_cannot_stand_under_itself(process):
    assert "cannot refer to itself" in refusal(
        "parent", process["bodies"]["rada"], "rada"
    )


def test_unknown_parent_is_refused(process):
    assert "no body neni" in refusal("parent", process["bodies"]["rada"], "neni")


def test_ber_42_second_supreme_body_is_refused_and_the_first_is_named(process):
    first = process["bodies"]["rs"]
    first.supreme = True
    first.reindexObject()
    assert "is Rs; there can be only one" in refusal(
        "supreme", process["bodies"]["rada"], True
    )
    bound("supreme", first).validate(True)


@pytest.mark.parametrize(
    "title, words",
    [
        ("Skupina 🙂", "cannot be used"),
        ("x" * 5000, "5000 characters"),
        ("a\u0007b", "cannot be used"),
    ],
)
def test_bad_names_are_refused_with_a_sentence(process, title, words):
    assert words in refusal("title", process["bodies"]["rada"], title)


def test_names_keep_ordinary_punctuation(process):
    bound("title", process["bodies"]["rada"]).validate(
        "Péče (65+) – „doma“ & jinde, č. 2/2026"
    )


def test_pra_02_permanent_body_is_not_closed_without_a_resolution(process):
    body = process["bodies"]["rs"]
    body.permanent, body.valid_to = True, datetime.date(2026, 1, 1)
    with pytest.raises(Invalid, match="only by a resolution"):
        IBody.validateInvariants(body)


def test_body_that_others_refer_to_is_not_deleted(process):
    with pytest.raises(BadRequest, match="Rada cannot be removed.*the body Rs"):
        api.content.delete(process["bodies"]["rada"])
    assert "rada" in process["bodies"]


@pytest.mark.parametrize(
    "titles, said",
    [
        ([], "because something refers to it: the body Rs. Close"),
        (["Garant"], "because 2 things refer to it: the body Rs, the function Garant."),
        (list("ABCDE"), "because 6 things refer to it: the body Rs, the function A,"),
    ],
)
def test_refusal_to_delete_counts_and_names_what_refers(process, titles, said):
    process.functions = [
        {"id": f"f{number}", "title": title, "kind": "leader", "body": "rada"}
        for number, title in enumerate(titles)
    ]
    with pytest.raises(BadRequest) as refused:
        api.content.delete(process["bodies"]["rada"])
    assert str(refused.value).startswith("Rada cannot be removed, ")
    assert said in str(refused.value)


def test_body_that_nothing_refers_to_is_deleted(process):
    api.content.delete(process["bodies"]["rs"])
    assert "rs" not in process["bodies"]


def test_whole_process_is_deleted_with_everything(process, portal):
    api.content.delete(process)
    assert "mesto" not in portal


def add_chain(process, body_id):
    return api.content.create(
        process["chains"],
        "kpss.ApprovalChain",
        id="obecny",
        title="Obecný",
        steps=[{"act": "decides", "body": body_id}],
    )


def test_functions_chains_and_stages_refer_to_a_body(process):
    process.functions = [
        {"id": "predseda", "title": "Předseda", "kind": "chair", "body": "rs"}
    ]
    add_chain(process, "rs")
    process.stages = [
        {
            "id": "prvni",
            "title": "První",
            "steps": [{"id": "a", "title": "A", "gate": "rs"}],
        }
    ]
    assert [str(sentence) for sentence in referrers(process["bodies"]["rs"])] == [
        "the function ${title}",
        "the approval chain ${title}",
        "the stage ${title}",
    ]


def test_references_follow_a_renamed_id(process):
    process.functions = [{"id": "f", "title": "F", "kind": "chair", "body": "rada"}]
    chain = add_chain(process, "rada")
    api.content.rename(process["bodies"]["rada"], new_id="rada-mesta")
    assert process["bodies"]["rs"].parent == "rada-mesta"
    assert process.functions[0]["body"] == "rada-mesta"
    assert chain.steps[0]["body"] == "rada-mesta"
    facts = {fact["id"]: fact for fact in body_facts(process)}
    assert facts["rs"]["parent"] == "rada-mesta"


def test_copied_process_refers_to_its_own_bodies(process, portal):
    copy = api.content.copy(process, portal, id="kopie")
    assert copy["bodies"]["rs"].parent == "rada"
    assert {fact["id"] for fact in body_facts(copy)} == {"zastupitelstvo", "rada", "rs"}


def test_copied_supreme_body_is_not_supreme(process):
    body = process["bodies"]["rs"]
    body.supreme = True
    body.reindexObject()
    copy = api.content.copy(body, process["bodies"], id="rs-2")
    assert (copy.supreme, body.supreme) == (False, True)


def test_body_moved_to_another_process_drops_references_it_lacks(process, portal):
    other = api.content.create(
        portal, "kpss.Process", id="jine", title="Jiné", municipality="M"
    )
    moved = api.content.move(process["bodies"]["rs"], other["bodies"])
    assert moved.parent is None


def test_body_that_others_refer_to_is_not_moved_away(process, portal):
    other = api.content.create(
        portal, "kpss.Process", id="jine", title="Jiné", municipality="M"
    )
    with pytest.raises(BadRequest, match="cannot be removed"):
        api.content.move(process["bodies"]["rada"], other["bodies"])
