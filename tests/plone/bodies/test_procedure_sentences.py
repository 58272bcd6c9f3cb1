"""Rules of procedure in English sentences; the Czech ones are beside."""

from datetime import date
from kpss.addon.bodies.procedure.facts import ProcedureFacts
from kpss.addon.bodies.procedure.facts import rules_of
from kpss.addon.bodies.procedure.rules_of_procedure import IRules
from kpss.addon.bodies.procedure.sentences import sentences
from kpss.addon.bodies.procedure.sentences import sentences_of
from kpss.addon.bodies.procedure.sentences import TEXTS
from kpss.addon.bodies.procedure.sentences import unset_rules
from kpss.addon.bodies.rules.procedure import procedure
from kpss.addon.bodies.rules.procedure import RULES
from kpss.addon.bodies.rules.sentences import sentences as said
from plone import api
from plone.app.testing import logout
from zope.schema import Choice
from zope.schema import List
import itertools
import pytest


@pytest.fixture
def town(process):
    process.functions = [
        {"id": "koordinator", "title": "Coordinator", "kind": "coordinator"},
        {"id": "vedouci", "title": "Leader", "kind": "leader"},
    ]
    process.parties = [
        {"id": "zadavatel", "title": "Commissioner", "plural": "commissioners"},
        {"id": "poskytovatel", "title": "provider"},
    ]
    return process


def tell(context, values):
    facts = ProcedureFacts(settings=procedure(values), values=values)
    return [sentence.text for sentence in sentences_of(facts, context, "en")]


ONE = [
    (
        {"quorum": ">1/2"},
        "A quorum needs the presence of more than half of the members.",
    ),
    (
        {"quorum": ">=4/7"},
        "A quorum needs the presence of at least 4/7 of the members.",
    ),
    (
        {"quorum": ">2/4"},
        "A quorum needs the presence of more than half of the members.",
    ),
    (
        {"min_meetings_per_year": 2, "usual_interval_months": 3},
        "It meets at least twice a year, usually once every three months.",
    ),
    ({"min_meetings_per_year": 2}, "It meets at least twice a year."),
    ({"min_meetings_per_year": 14}, "It meets at least 14 times a year."),
    ({"usual_interval_months": 3}, "It usually meets once every three months."),
    ({"usual_interval_months": 1}, "It usually meets once every month."),
    (
        {"presiding": "koordinator", "presiding_fallback": "vedouci"},
        "Meetings are presided over by: Coordinator, or else Leader.",
    ),
    (
        {"presiding": "gone"},
        "Meetings are presided over by: gone.",
    ),
    (
        {"leader_selection": "elected_by_members", "leader_term_months": 12},
        "The leader or chair is elected by the members for one year.",
    ),
    (
        {"invitation_days": 5, "invitation_days_kind": "working"},
        "The invitation is sent at the latest five working days before the meeting.",
    ),
    (
        {
            "seats": [
                {"party": "zadavatel", "number": 2},
                {"party": "poskytovatel", "number": 1},
            ]
        },
        "The seats are divided like this: commissioners two seats, provider one seat.",
    ),
    (
        {"minutes_recipients": ["koordinator", "rada"]},
        "The minutes are sent to: Coordinator, Rada.",
    ),
    (
        {"recall_reasons": "Serious neglect.\n"},
        "Reasons for recall: Serious neglect.",
    ),
    (
        {"guests_text": "price ${body} 100"},
        "Guests usually are: price ${body} 100.",
    ),
]


@pytest.mark.parametrize("values, text", ONE)
def test_rules_make_exactly_this_one_sentence(town, values, text):
    assert tell(town, values) == [text]


def test_hidden_body_is_not_named_to_those_who_may_not_see_it(town):
    values = {"appointed_by": "rada"}
    assert tell(town, values) == ["The members are appointed by: Rada."]
    logout()
    assert tell(town, values) == ["The members are appointed by: another body."]


def sample(name):
    """Values that together bring out every sentence of a rule."""
    field = IRules[name]
    if isinstance(field, Choice) and field.vocabularyName is None:
        return [term.value for term in field.vocabulary]
    if isinstance(field, Choice):
        return ["koordinator"]
    if isinstance(field, List) and name not in ("ex_officio", "seats"):
        return [["convenes"] if name == "chair_powers" else ["koordinator"]]
    return {
        "ex_officio": [
            [
                {
                    "kind": term.value,
                    "function": "koordinator",
                    "body": "rada",
                    "seats": seats,
                    "note": "x",
                }
            ]
            for term in field.value_type.schema["kind"].vocabulary
            for seats in (None, 2)
        ]
        if name == "ex_officio"
        else [],
        "seats": [[{"party": "zadavatel", "number": n}] for n in (None, 1, 2, 5)],
        "recall_reasons": ["x"],
        "guests_text": ["x"],
        "numbering_pattern": ["{number}"],
    }.get(name) or [n for n in (0, 1, 2, 5, 12, 24) if n >= field.min]


@pytest.mark.parametrize("name", RULES)
def test_every_value_of_every_rule_has_a_whole_sentence(town, name):
    for value in sample(name):
        texts = tell(town, {name: value})
        assert texts, value
        for text in texts:
            assert text.endswith(".")
            assert "${" not in text
            assert "_" not in text


JOINED = (
    ("majority", "majority_basis"),
    ("election_majority", "election_majority_basis"),
    ("leader_selection", "leader_confirmed_by", "leader_term_months"),
    ("recall", "leader_confirmed_by"),
    ("presiding", "presiding_fallback"),
    ("invitation_days", "invitation_days_kind"),
    ("papers_days", "papers_days_kind"),
    ("proposals_days", "proposals_days_kind"),
    ("apology_days", "apology_days_kind"),
    ("minutes_days", "minutes_days_kind"),
    ("usual_interval_months", "min_meetings_per_year"),
    ("admission", "appointed_by"),
    ("max_per_organisation", "max_per_organisation_party"),
    ("max_unexcused_absences", "absence_consequence"),
)


def test_what_can_be_said_and_what_has_a_text_are_the_same():
    codes = set()
    for names in (*((name,) for name in RULES), *JOINED):
        for values in itertools.product(*([None, *sample(name)] for name in names)):
            rules = procedure(dict(zip(names, values, strict=True)))
            codes |= {sentence.code for sentence in said(rules)}
    everyone = {"majority": ">=1/1", "majority_basis": "all_members"}
    codes |= {sentence.code for sentence in said(procedure(everyone))}
    codes.add("minutes_verifiers.all")
    assert codes == set(TEXTS)


def test_sentence_knows_its_rules_source_and_heading(town):
    with api.env.adopt_roles(["Manager"]):
        api.content.create(
            town["bodies"]["rs"],
            "kpss.Rules",
            title="Pravidla",
            quorum=">1/2",
            min_meetings_per_year=2,
            usual_interval_months=3,
            convener="koordinator",
            sources={
                "quorum": "default",
                "min_meetings_per_year": "Organizační řád",
                "usual_interval_months": "Organizační řád",
            },
        )
    quorum, convener, meets = sentences(town["bodies"]["rs"], language="en")
    assert quorum.source == "default value, the rules do not state it"
    assert (quorum.is_default, quorum.rules) == (True, ("quorum",))
    assert quorum.group == "Quorum and voting"
    assert (convener.source, convener.is_default) == (None, False)
    assert (meets.source, meets.is_default) == ("Organizační řád", False)
    assert meets.rules == ("usual_interval_months", "min_meetings_per_year")
    assert meets.group == "Meetings"


def test_two_sources_of_one_sentence_are_both_named(town):
    facts = ProcedureFacts(
        settings=procedure({"majority": ">1/2", "majority_basis": "present"}),
        sources={"majority": "čl. 4", "majority_basis": "default"},
    )
    [sentence] = sentences_of(facts, town, "en")
    assert sentence.source == "čl. 4; default value, the rules do not state it"
    assert not sentence.is_default


def test_sentences_follow_the_rules_in_force_on_the_day(town):
    body = town["bodies"]["rs"]
    with api.env.adopt_roles(["Manager"]):
        for start, share in ((date(2015, 3, 16), ">1/2"), (date(2020, 7, 13), ">=2/3")):
            api.content.create(
                body, "kpss.Rules", title="Pravidla", valid_from=start, quorum=share
            )
    # ZAT-94
    texts = {
        day: [s.text for s in sentences(body, date.fromisoformat(day), "en")]
        for day in ("2015-03-15", "2020-07-12", "2020-07-13")
    }
    assert texts["2015-03-15"] == []
    assert "more than half" in texts["2020-07-12"][0]
    assert "at least two thirds" in texts["2020-07-13"][0]


def test_rules_that_are_not_set_are_listed_by_their_titles(town):
    missing = unset_rules(ProcedureFacts(), "en")
    assert missing[:2] == ["Quorum", "Majority"]
    assert "Invitation: counted in" not in missing
    set_ = ProcedureFacts(settings=procedure({"quorum": ">1/2"}))
    assert "Quorum" not in unset_rules(set_, "en")


def test_of_two_rules_made_in_one_minute_the_later_one_is_in_force(town):
    body = town["bodies"]["rs"]
    with api.env.adopt_roles(["Manager"]):
        catalog = api.portal.get_tool("portal_catalog")._catalog
        # Places in the catalogue, by which an index orders what is equal to it
        for place, title in ((10**6 + 1, "Dřívější"), (10, "Pozdější")):
            catalog._v_nextid = place
            api.content.create(body, "kpss.Rules", title=title)
            # Searching indexes what waits
            rules_of(body)
    made = [one.title for one in rules_of(body)]
    assert made == ["Dřívější", "Pozdější"]
