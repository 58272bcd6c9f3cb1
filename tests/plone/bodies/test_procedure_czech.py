"""The sentences as Czech readers see them; they need the Czech catalogue."""

from kpss.addon.bodies.procedure.facts import ProcedureFacts
from kpss.addon.bodies.procedure.sentences import DEFAULT_SOURCE
from kpss.addon.bodies.procedure.sentences import sentences_of
from kpss.addon.bodies.rules.procedure import procedure
from kpss.addon.i18n import translate
import pytest


@pytest.fixture
def town(process):
    if translate(DEFAULT_SOURCE, "cs") == DEFAULT_SOURCE:
        pytest.xfail("the Czech catalogue does not have the rules of procedure yet")
    process.functions = [
        {"id": "koordinator", "title": "koordinátor KPSS", "kind": "coordinator"},
        {"id": "vedouci", "title": "vedoucí pracovní skupiny", "kind": "leader"},
        {"id": "predseda", "title": "předseda", "kind": "chair"},
        {"id": "mc", "title": "koordinátor městské části", "kind": "coordinator"},
    ]
    process.parties = [
        {"id": "zadavatel", "title": "zadavatel", "plural": "zadavatelé"},
        {"id": "poskytovatel", "title": "poskytovatel", "plural": "poskytovatelé"},
        {"id": "uzivatel", "title": "uživatel služeb", "plural": "uživatelé služeb"},
    ]
    return process


VOTING = [
    ({"quorum": ">1/2"}, "K usnášení je třeba přítomnost více než poloviny členů."),
    ({"quorum": ">=2/3"}, "K usnášení je třeba přítomnost alespoň dvou třetin členů."),
    ({"quorum": ">=1/1"}, "K usnášení je třeba přítomnost všech členů."),
    ({"quorum": ">=4/7"}, "K usnášení je třeba přítomnost alespoň 4/7 členů."),
    (
        {"majority": ">1/2", "majority_basis": "present"},
        "K přijetí usnesení je třeba souhlas více než poloviny přítomných členů.",
    ),
    (
        {"majority": ">1/2", "majority_basis": "all_members"},
        "K přijetí usnesení je třeba souhlas více než poloviny všech členů.",
    ),
    (
        {"majority": ">=1/1", "majority_basis": "all_members"},
        "K přijetí usnesení je třeba souhlas všech členů.",
    ),
    ({"tie_rule": "rejected"}, "Při rovnosti hlasů není návrh přijat."),
    # BER-54
    ({"equal_votes": "yes"}, "Každý člen má jeden hlas."),
    # ZAT-67
    (
        {"votes_per_organisation": 1},
        "Zástupci jedné organizace mají dohromady jeden hlas.",
    ),
    (
        {"votes_per_organisation": 2},
        "Zástupci jedné organizace mají dohromady dva hlasy.",
    ),
    (
        {"votes_per_organisation": 5},
        "Zástupci jedné organizace mají dohromady pět hlasů.",
    ),
    (
        {"proxies": 0},
        "Každý člen hlasuje osobně, plné moci se nepřipouštějí.",
    ),
    (
        {"proxies": 1},
        "Člen může mít plnou moc nejvýše od jednoho nepřítomného člena.",
    ),
    (
        {"proxies": 2},
        "Člen může mít plnou moc nejvýše od dvou nepřítomných členů.",
    ),
    # ZAT-59..63
    (
        {"election_quorum": ">=2/3"},
        "Volba je platná za účasti alespoň dvou třetin členů.",
    ),
    (
        {"election_majority": ">1/2", "election_majority_basis": "present"},
        "Ke zvolení je třeba hlasů více než poloviny přítomných členů.",
    ),
    (
        {"leader_selection": "elected_by_members", "leader_term_months": 12},
        "Vedoucího nebo předsedu volí členové na dobu jednoho roku.",
    ),
    (
        {"leader_selection": "elected_by_members", "leader_term_months": 24},
        "Vedoucího nebo předsedu volí členové na dobu dvou let.",
    ),
    (
        {"leader_selection": "elected_by_members", "leader_term_months": 18},
        "Vedoucího nebo předsedu volí členové na dobu 18 měsíců.",
    ),
    (
        {"recall": "same_as_election"},
        "Vedoucího nebo předsedu lze odvolat za stejných podmínek, jaké platí pro "
        "volbu.",
    ),
    (
        {"recall_reasons": "závažné a opakované neplnění povinností"},
        "Důvody odvolání: závažné a opakované neplnění povinností.",
    ),
    # PRA-14
    (
        {"leader_selection": "elected_by_members", "leader_confirmed_by": "rada"},
        "Vedoucího nebo předsedu volí členové a následně jmenuje Rada; pravomoci má "
        "ode dne jmenování.",
    ),
    (
        {"chair_powers": ["convenes", "informs_parent"]},
        "Pravomoci vedoucího nebo předsedy: svolávání, informování nadřízeného orgánu.",
    ),
]

MEETINGS = [
    # BER-57, BER-58
    (
        {"min_meetings_per_year": 2, "usual_interval_months": 3},
        "Schází se nejméně dvakrát za rok, obvykle jednou za tři měsíce.",
    ),
    ({"min_meetings_per_year": 2}, "Schází se nejméně dvakrát za rok."),
    ({"min_meetings_per_year": 1}, "Schází se nejméně jednou za rok."),
    ({"min_meetings_per_year": 12}, "Schází se nejméně dvanáctkrát za rok."),
    ({"min_meetings_per_year": 24}, "Schází se nejméně 24krát za rok."),
    ({"usual_interval_months": 3}, "Obvykle se schází jednou za tři měsíce."),
    ({"usual_interval_months": 1}, "Obvykle se schází jednou za měsíc."),
    ({"usual_interval_months": 2}, "Obvykle se schází jednou za dva měsíce."),
    ({"usual_interval_months": 5}, "Obvykle se schází jednou za pět měsíců."),
    ({"usual_interval_months": 22}, "Obvykle se schází jednou za 22 měsíců."),
    (
        {"max_interval_months": 1},
        "Odstup dvou jednání nesmí přesáhnout jeden měsíc.",
    ),
    (
        {"max_interval_months": 3},
        "Odstup dvou jednání nesmí přesáhnout tři měsíce.",
    ),
    (
        {"max_interval_months": 6},
        "Odstup dvou jednání nesmí přesáhnout šest měsíců.",
    ),
    # BER-56
    ({"extraordinary_meetings": "allowed"}, "Schází se také podle potřeby."),
    # BER-69, ZAT-74, PRA-17
    ({"presiding": "koordinator"}, "Jednání řídí koordinátor KPSS."),
    (
        {"presiding": "koordinator", "presiding_fallback": "vedouci"},
        "Jednání řídí koordinátor KPSS, případně vedoucí pracovní skupiny.",
    ),
    ({"convener": "koordinator"}, "Jednání svolává koordinátor KPSS."),
    (
        {"request_to_convene": ">=1/3"},
        "Jednání se svolá také na žádost alespoň třetiny členů.",
    ),
    (
        {"invitation_days": 7},
        "Pozvánka se rozesílá nejpozději sedm dnů předem.",
    ),
    (
        {"invitation_days": 1, "invitation_days_kind": "working"},
        "Pozvánka se rozesílá nejpozději jeden pracovní den předem.",
    ),
    (
        {"papers_days": 3, "papers_days_kind": "working"},
        "Podklady se rozesílají nejpozději tři pracovní dny předem.",
    ),
    (
        {"papers_days": 14, "papers_days_kind": "calendar"},
        "Podklady se rozesílají nejpozději 14 kalendářních dnů předem.",
    ),
    ({"apology_days": 0}, "Neúčast se omlouvá nejpozději v den jednání."),
    ({"meetings_public": "closed"}, "Veřejnost se jednání neúčastní."),
]

MEMBERS = [
    # BER-53, BER-67, ZAT-68
    ({"admission": "by_vote"}, "O přijetí nových členů rozhodují členové hlasováním."),
    ({"admission": "open"}, "Členství je otevřené všem zájemcům."),
    (
        {"admission": "application"},
        "Členství vzniká vyplněním přihlášky a podepsáním jednacího řádu.",
    ),
    ({"admission": "appointed", "appointed_by": "rada"}, "Členy jmenuje Rada."),
    (
        {"trial_meetings": 2},
        "Zájemce o členství se nejprve účastní dvou jednání jako host.",
    ),
    # ZAT-64, ZAT-65, ZAT-66
    (
        {"max_per_organisation": 2},
        "Jednu organizaci mohou zastupovat nejvýše dva členové.",
    ),
    (
        {"max_per_organisation": 1},
        "Jednu organizaci může zastupovat nejvýše jeden člen.",
    ),
    (
        {"max_per_organisation": 2, "max_per_organisation_party": "poskytovatel"},
        "Jednu organizaci mohou zastupovat nejvýše dva členové; omezení platí jen pro "
        "tuto stranu: poskytovatelé.",
    ),
    ({"voluntary": "yes"}, "Členství je dobrovolné."),
    ({"transferable": "yes"}, "Členství je přenositelné na jinou osobu."),
    # ZAT-70
    (
        {"max_unexcused_absences": 5, "absence_consequence": "proposed"},
        "Kdo se bez omluvy nedostaví na pět po sobě jdoucích jednání, tomu se navrhne "
        "ukončení členství.",
    ),
    (
        {"max_unexcused_absences": 3, "absence_consequence": "automatic"},
        "Kdo se bez omluvy nedostaví na tři po sobě jdoucí jednání, tomu členství "
        "zaniká.",
    ),
    # PRA-11
    (
        {"ex_officio": [{"kind": "function", "function": "mc"}]},
        "Členem je každý, kdo vykonává funkci „koordinátor městské části“.",
    ),
    # ZAT-44
    (
        {"ex_officio": [{"kind": "members_of", "body": "zastupitelstvo"}]},
        "Členům orgánu „Zastupitelstvo“ jsou vyhrazena místa, jejich počet pravidla "
        "neurčují.",
    ),
    (
        {"ex_officio": [{"kind": "members_of", "body": "zastupitelstvo", "seats": 2}]},
        "Členům orgánu „Zastupitelstvo“ jsou vyhrazena dvě místa.",
    ),
    # NAM-23..25
    (
        {"seats": [{"party": p} for p in ("zadavatel", "poskytovatel", "uzivatel")]},
        "Místa mají vyhrazena tyto strany: zadavatelé, poskytovatelé, uživatelé služeb; "
        "jejich počet pravidla neurčují.",
    ),
    (
        {
            "seats": [
                {"party": "zadavatel", "number": 1},
                {"party": "poskytovatel", "number": 2},
                {"party": "uzivatel", "number": 5},
            ]
        },
        "Místa jsou rozdělena takto: zadavatelé jedno místo, poskytovatelé dvě místa, "
        "uživatelé služeb pět míst.",
    ),
    # PRA-36
    ({"composition_check": "off"}, "Zastoupení stran se nesleduje."),
]

MINUTES = [
    # ZAT-71, BER-55
    (
        {"guests": "without_vote"},
        "Jednání se mohou účastnit hosté; hlasovací právo nemají.",
    ),
    (
        {"papers_to_all": "yes"},
        "Všichni členové dostávají podklady ve stejnou dobu.",
    ),
    # PRA-19
    (
        {"minutes_verifiers": ["predseda", "koordinator"]},
        "Zápis ověřují společně: předseda, koordinátor KPSS.",
    ),
    ({"minutes_verifiers": ["predseda"]}, "Zápis ověřuje předseda."),
    ({"minutes_days": 1}, "Zápis se vyhotoví do jednoho dne po jednání."),
    ({"minutes_days": 7}, "Zápis se vyhotoví do sedmi dnů po jednání."),
    (
        {"minutes_days": 2, "minutes_days_kind": "working"},
        "Zápis se vyhotoví do dvou pracovních dnů po jednání.",
    ),
    (
        {"minutes_days": 10, "minutes_days_kind": "calendar"},
        "Zápis se vyhotoví do deseti kalendářních dnů po jednání.",
    ),
    (
        {"minutes_days": 30},
        "Zápis se vyhotoví do 30 dnů po jednání.",
    ),
    (
        {"numbering_pattern": "{number}/{year:2}"},
        "Usnesení se číslují podle vzoru {number}/{year:2}, například 12/26.",
    ),
]


@pytest.mark.parametrize("values, text", VOTING + MEETINGS + MEMBERS + MINUTES)
def test_rules_make_exactly_this_one_czech_sentence(town, values, text):
    facts = ProcedureFacts(settings=procedure(values), values=values)
    assert [s.text for s in sentences_of(facts, town, "cs")] == [text]


def test_default_value_is_marked_with_these_words(town):
    facts = ProcedureFacts(
        settings=procedure({"quorum": ">1/2"}), sources={"quorum": "default"}
    )
    [sentence] = sentences_of(facts, town, "cs")
    assert sentence.source == "výchozí hodnota, pravidla ji neuvádějí"
    assert sentence.group == "Usnášeníschopnost a hlasování"


@pytest.mark.parametrize(
    "values, text",
    [
        ({"convener": "koordinator"}, "Poradu svolává koordinátor KPSS."),
        ({"meetings_public": "public"}, "Porad se může účastnit veřejnost."),
        ({"apology_days": 0}, "Neúčast se omlouvá nejpozději v den porady."),
        ({"minutes_days": 7}, "Zápis se vyhotoví do sedmi dnů po poradě."),
        ({"minutes_approved_next": "yes"}, "Zápis schvaluje následující porada."),
        (
            {"trial_meetings": 2},
            "Zájemce o členství se nejprve účastní dvou porad jako host.",
        ),
        (
            {"max_unexcused_absences": 3, "absence_consequence": "automatic"},
            "Kdo se bez omluvy nedostaví na tři po sobě jdoucí porady, tomu členství "
            "zaniká.",
        ),
    ],
)
def test_rules_say_what_the_town_calls_a_meeting(town, values, text):
    town.label_meeting = "porada"
    facts = ProcedureFacts(settings=procedure(values), values=values)
    assert [s.text for s in sentences_of(facts, town, "cs")] == [text]
