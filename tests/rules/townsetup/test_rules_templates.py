"""The five town templates: the format, and the towns' own rules row by row."""

from datetime import date
from pathlib import Path
import json
import jsonschema
import pytest
import re
import unicodedata
import yaml


ROOT = Path(__file__).resolve().parents[3]
TOWNSETUP = ROOT / "src/kpss/addon/townsetup"
TOWNS = ("beroun", "zatec", "namest", "praha", "blank")

SCHEMA = json.loads((TOWNSETUP / "schema.json").read_text(encoding="utf-8"))
TEXT = {
    town: (TOWNSETUP / f"templates/{town}.yaml").read_text(encoding="utf-8")
    for town in TOWNS
}
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, faster
DATA = {town: yaml.load(text, LOADER) for town, text in TEXT.items()}

DECIDED = ["approved", "approved_with_changes", "returned", "rejected", "postponed"]
MAJORITY_OF_ALL = {
    "quorum": ">1/2",
    "majority": ">1/2",
    "majority_basis": "all_members",
}
MAJORITY_OF_PRESENT = {
    "quorum": ">1/2",
    "majority": ">1/2",
    "majority_basis": "present",
}
ORDINARY_ELECTION = {
    "election_quorum": ">1/2",
    "election_majority": ">1/2",
    "election_majority_basis": "present",
    "leader_selection": "elected_by_members",
}

every_town = pytest.mark.parametrize("town", TOWNS)


def rows(town, part):
    """The rows of a part (bodies, functions, chains …) by id, in their order."""
    return {row["id"]: row for row in DATA[town].get(part, [])}


def body(town, name):
    return rows(town, "bodies")[name]


def function(town, name):
    return rows(town, "functions")[name]


def rules(town, name):
    """The rules of procedure of a body: rule -> value."""
    return {key: row["value"] for key, row in _rules(town, name).items()}


def defaults(town, name):
    """The rules of a body that no source states."""
    return {
        key for key, row in _rules(town, name).items() if row["source"] == "default"
    }


def _rules(town, name):
    return body(town, name).get("rules", {}).get("values", {})


def chain(town, name):
    """The steps of an approval chain as pairs of who and act."""
    return [
        (step.get("body") or step.get("body_kind") or "public", step["act"])
        for step in rows(town, "chains")[name]["steps"]
    ]


def default_steps(town, name):
    steps = rows(town, "chains")[name]["steps"]
    return [n for n, step in enumerate(steps) if step["source"] == "default"]


def all_rules():
    for town in TOWNS:
        for name in rows(town, "bodies"):
            for key, row in _rules(town, name).items():
                yield town, name, key, row


def strings(value):
    """Every text of a template, keys left out."""
    if isinstance(value, dict):
        for item in value.values():
            yield from strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, str):
        yield value


# --- the format ------------------------------------------------------------


@every_town
def test_template_validates_against_the_schema(town):
    validator = jsonschema.Draft202012Validator(
        SCHEMA, format_checker=jsonschema.FormatChecker()
    )
    errors = [
        f"{error.json_path}: {error.message}"
        for error in validator.iter_errors(DATA[town])
    ]
    assert errors == []


@every_town
def test_keys_stand_in_the_order_of_the_schema(town):
    def misplaced(value, schema, path):
        schema = _resolved(schema)
        if isinstance(value, dict) and "properties" in schema:
            order = [key for key in schema["properties"] if key in value]
            if list(value) != order:
                yield path, list(value)
            for key in value:
                yield from misplaced(
                    value[key], schema["properties"][key], f"{path}.{key}"
                )
        elif isinstance(value, list) and "items" in schema:
            for number, item in enumerate(value):
                yield from misplaced(item, schema["items"], f"{path}[{number}]")

    assert list(misplaced(DATA[town], SCHEMA, "$")) == []


def _resolved(schema):
    if "$ref" in schema:
        return SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


@every_town
def test_yaml_is_plain_without_tabs_anchors_and_aliases(town):
    assert "\t" not in TEXT[town]
    for event in yaml.parse(TEXT[town], LOADER):
        assert not isinstance(event, yaml.AliasEvent)
        assert getattr(event, "anchor", None) is None


@every_town
def test_no_key_stands_twice_in_a_mapping(town):
    def repeated(node):
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _value in node.value]
            yield from {key for key in keys if keys.count(key) > 1}
            for _key, value in node.value:
                yield from repeated(value)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                yield from repeated(item)

    assert list(repeated(yaml.compose(TEXT[town], LOADER))) == []


@every_town
def test_texts_are_composed_and_html_is_simple(town):
    for text in strings(DATA[town]):
        assert text == unicodedata.normalize("NFC", text)
        assert text == text.strip()
        assert "\n" not in text
        assert "  " not in text
        tags = re.findall(r"</?(\w+)", text)
        assert set(tags) <= {"p", "ul", "ol", "li", "strong", "em", "h2", "h3", "a"}
        for tag in set(tags):
            assert len(re.findall(rf"<{tag}[ >]", text)) == text.count(f"</{tag}>"), (
                text
            )


@every_town
def test_ids_are_unique_in_their_part(town):
    data = DATA[town]
    parts = [
        data.get(part, [])
        for part in (
            "parties",
            "organisations",
            "functions",
            "bodies",
            "stages",
            "chains",
            "pages",
        )
    ]
    parts.append(data["territory"].get("units", []))
    parts.append([step for stage in data.get("stages", []) for step in stage["steps"]])
    for part in parts:
        ids = [row["id"] for row in part]
        assert len(ids) == len(set(ids))


# --- what refers to what ---------------------------------------------------


@every_town
def test_ids_that_are_referred_to_exist(town):
    bodies, functions = set(rows(town, "bodies")), set(rows(town, "functions"))
    parties = set(rows(town, "parties"))
    kinds = {row["kind"] for row in rows(town, "bodies").values()}

    for row in rows(town, "parties").values():
        assert {row["counts_as"]} <= parties if "counts_as" in row else True
    for row in rows(town, "functions").values():
        assert {row[key] for key in ("body", "represents_in") if key in row} <= bodies
    for row in rows(town, "bodies").values():
        assert {
            row[key] for key in ("parent", "established_by") if key in row
        } <= bodies
    for stage in rows(town, "stages").values():
        for step in stage["steps"]:
            assert {
                step[key] for key in ("gate", "by", "creates") if key in step
            } <= bodies
    for row in rows(town, "chains").values():
        for step in row["steps"]:
            who = [key for key in ("body", "body_kind", "public") if key in step]
            assert len(who) == 1
            assert {step["body"]} <= bodies if "body" in step else True
            assert {step["body_kind"]} <= kinds if "body_kind" in step else True
            assert {step["recorded_by"]} <= functions if "recorded_by" in step else True


@every_town
def test_nobody_stands_above_itself_and_the_body_above_comes_first(town):
    seen = set()
    for name, row in rows(town, "bodies").items():
        assert row.get("parent") is None or row["parent"] in seen
        seen.add(name)


@every_town
def test_at_most_one_body_is_the_supreme_managing_body(town):
    supreme = [
        row["kind"] for row in rows(town, "bodies").values() if row.get("supreme")
    ]
    assert supreme == ([] if town == "praha" else ["steering"])


@every_town
def test_the_last_step_of_a_chain_decides_and_every_step_names_its_source(town):
    for row in rows(town, "chains").values():
        assert row["source"]
        assert row["steps"][-1]["act"] == "decides"
        for step in row["steps"]:
            assert step["source"]
            assert step["outcomes"]


@every_town
def test_decisions_of_bodies_outside_the_process_are_recorded_by_a_function(town):
    for row in rows(town, "chains").values():
        for step in row["steps"]:
            external = "body" in step and body(town, step["body"]).get("external")
            if external or "public" in step:
                assert "recorded_by" in step
            else:
                assert "recorded_by" not in step


@every_town
def test_a_kind_of_document_has_one_chain_for_a_purpose(town):
    taken = [
        (kind, row.get("purpose"))
        for row in rows(town, "chains").values()
        for kind in row["document_kinds"]
    ]
    assert len(taken) == len(set(taken))


# --- rules of procedure ----------------------------------------------------

SHARES = {"quorum", "majority", "election_quorum", "election_majority"}
NUMBERS = {
    "leader_term_months",
    "invitation_days",
    "usual_interval_months",
    "min_meetings_per_year",
    "max_interval_months",
    "max_per_organisation",
    "max_unexcused_absences",
    "minutes_days",
}
YES_NO = {"equal_votes", "voluntary", "merge_parties", "transferable", "papers_to_all"}
TEXTS = {"recall_reasons", "guests_text", "numbering_pattern"}
BASES = {"present", "all_members", "valid_votes"}
CHOICES = {
    "majority_basis": BASES,
    "election_majority_basis": BASES,
    "leader_selection": {"elected_by_members", "appointed", "by_office"},
    "leader_term_end": {"same_day", "day_before"},
    "recall": {
        "same_as_election",
        "majority_of_members",
        "by_confirming_body",
        "not_possible",
    },
    "invitation_days_kind": {"calendar", "working"},
    "extraordinary_meetings": {"allowed", "not_allowed"},
    "meetings_public": {"public", "closed", "body_decides"},
    "admission": {"open", "application", "by_vote", "ex_officio", "appointed"},
    "composition_check": {"on", "off"},
    "absence_consequence": {"proposed", "automatic"},
    "guests": {"without_vote", "not_allowed"},
    "delegation": {"allowed", "not_allowed"},
    "minutes_days_kind": {"calendar", "working"},
    "numbering_period": {"calendar_year", "electoral_term", "continuous"},
}
POWERS = {
    "convenes",
    "presides",
    "sets_agenda",
    "casting_vote",
    "signs_resolutions",
    "verifies_minutes",
    "represents",
    "informs_parent",
}
EX_OFFICIO = {
    "chair": set(),
    "leaders_of_working_groups": set(),
    "function": {"function"},
    "representatives": {"function"},
    "members_of": {"body"},
}


def test_every_rule_is_one_of_the_documented_and_has_a_source():
    page = (ROOT / "docs/rules-of-procedure.md").read_text(encoding="utf-8")
    columns = re.findall(r"^\| (`[^|]*) \|", page, re.M)
    documented = set(re.findall(r"`(\w+)`", " ".join(columns)))
    used = {key for _town, _name, key, _row in all_rules()}
    assert used <= documented
    for town, name, key, row in all_rules():
        assert row.get("source"), (town, name, key)


def test_rules_have_values_of_their_kind():
    for town, name, key, row in all_rules():
        value, where = row["value"], (town, name, key)
        functions, bodies = set(rows(town, "functions")), set(rows(town, "bodies"))
        parties = set(rows(town, "parties"))
        if key in SHARES:
            share = re.fullmatch(r">=?([1-9]\d*)/([1-9]\d*)", value)
            assert share and int(share[1]) <= int(share[2]), where
        elif key in NUMBERS:
            assert type(value) is int and value >= 1, where
        elif key in YES_NO:
            assert value in ("yes", "no"), where
        elif key in CHOICES:
            assert value in CHOICES[key], where
        elif key in TEXTS:
            assert value and isinstance(value, str), where
        elif key in ("presiding", "presiding_fallback", "convener"):
            assert value in functions, where
        elif key in ("permanent_guests", "minutes_verifiers"):
            assert value and set(value) <= functions, where
        elif key == "minutes_recipients":
            assert value and set(value) <= functions | bodies, where
        elif key == "leader_confirmed_by":
            assert value in bodies, where
        elif key == "composition_parties":
            assert value and set(value) <= parties, where
        elif key == "max_per_organisation_party":
            assert value in parties, where
        elif key == "chair_powers":
            assert value and set(value) <= POWERS, where
        elif key == "seats":
            assert {seat["party"] for seat in value} <= parties, where
        elif key == "ex_officio":
            for seat in value:
                assert (
                    set(seat) - {"kind", "note", "seats"} == EX_OFFICIO[seat["kind"]]
                ), where
                assert (
                    {seat["function"]} <= functions if "function" in seat else True
                ), where
                assert {seat["body"]} <= bodies if "body" in seat else True, where
        else:
            pytest.fail(f"{where}: no test of this rule's value")


def test_sources_are_for_people_and_never_row_ids():
    for town in TOWNS:
        for text in strings(DATA[town]):
            assert not re.search(r"\b(BER|ZAT|NAM|PRA)-\d", text), text


def test_only_well_known_paragraphs_of_the_act_on_municipalities_are_quoted():
    act = "zákona č. 128/2000 Sb."
    allowed = {
        f"{part} {act}" for part in ("§ 87", "§ 92 odst. 3", "§ 93", "§ 95", "§ 101")
    }
    for town in TOWNS:
        for text in strings(DATA[town]):
            if "§" in text:
                assert text in allowed
    assert DATA["praha"]["municipality"]["act"] == "131/2000"
    assert "128/2000" not in "".join(strings(DATA["praha"]))
    assert "§" not in "".join(strings(DATA["praha"]))


@pytest.mark.parametrize(
    ("town", "assembly", "council"),
    [
        ("beroun", "zastupitelstvo", "rada"),
        ("zatec", "zm", "rm"),
        ("namest", "zastupitelstvo", "rada"),
        ("blank", "zastupitelstvo", "rada"),
    ],
)
def test_assembly_and_council_have_the_rules_of_the_act(town, assembly, council):
    assert rules(town, assembly) == MAJORITY_OF_ALL | {
        "election_majority": ">1/2",
        "election_majority_basis": "all_members",
        "invitation_days": 7,
        "invitation_days_kind": "calendar",
        "max_interval_months": 3,
        "meetings_public": "public",
        "minutes_days": 10,
        "minutes_days_kind": "calendar",
    }
    assert defaults(town, assembly) == set()
    expected = MAJORITY_OF_ALL | {
        "meetings_public": "closed",
        "minutes_days": 7,
        "minutes_days_kind": "calendar",
    }
    assert rules(town, council).items() >= expected.items()
    assert not defaults(town, council) & set(expected)


@pytest.mark.parametrize("town", ["beroun", "zatec", "blank"])
def test_commission_resolves_by_majority_of_all_members(town):
    assert rules(town, "komise") == MAJORITY_OF_ALL
    assert defaults(town, "komise") == {"quorum"}


# --- identification numbers and typos --------------------------------------


def ico_is_valid(number):
    if not re.fullmatch(r"\d{8}", number):
        return False
    total = sum(
        weight * int(digit)
        for weight, digit in zip(range(8, 1, -1), number[:7], strict=True)
    )
    return (11 - total % 11) % 10 == int(number[7])


@pytest.mark.parametrize(
    ("town", "ico"),
    [
        ("beroun", "00233129"),
        ("zatec", "00265781"),
        ("namest", "00289965"),
        ("praha", "00064581"),
    ],
)
def test_municipality_has_its_number_and_stands_among_organisations(town, ico):
    municipality = DATA[town]["municipality"]
    assert municipality["ico"] == ico
    own = [row for row in DATA[town]["organisations"] if row["kind"] == "municipality"]
    assert [(row["title"], row["ico"]) for row in own] == [(municipality["title"], ico)]


@every_town
def test_identification_numbers_have_valid_check_digits(town):
    numbers = re.findall(r'ico: "(.*)"', TEXT[town])
    assert len(numbers) == TEXT[town].count("ico:")
    assert all(ico_is_valid(number) for number in numbers)


def test_wrong_check_digit_is_found():
    assert not any(
        ico_is_valid(n) for n in ("00258267", "00112233", "00000000", "0023312")
    )


@every_town
@pytest.mark.parametrize(
    "typo",
    [
        "seniři",
        "směrováním",
        "potencion",
        "Sociálně zdravotní",
        "fonděm",
        "využívali dostupné",
        "to zn.",
        "oprávněná předáváním",
        "ORGANIZA ČNÍ",
        "bookmark",
        "městská část 1",
    ],
)
def test_typos_of_the_sources_are_not_copied(town, typo):
    assert typo.casefold() not in " ".join(strings(DATA[town])).casefold()


def test_zat_40_zatec_writes_ridici_its_own_way_and_the_others_the_standard_way():
    for town in TOWNS:
        text = " ".join(strings(DATA[town])).casefold()
        assert ("řídící" in text) is (town == "zatec")
        assert "řídicí" not in text or town != "zatec"


# --- Beroun ----------------------------------------------------------------

BEROUN_GROUPS = ("ps-seniori", "ps-rodiny", "ps-exkluze", "ps-zp")


def test_ber_01_to_14_ten_bodies_stand_in_boxes_in_the_order_of_the_chart():
    chart = [(row["kind"], row["title"]) for row in DATA["beroun"]["bodies"]]
    assert chart == [
        ("assembly", "Zastupitelstvo města Berouna"),
        ("council", "Rada města Berouna"),
        ("commission", "Sociální a zdravotní komise Rady města Berouna"),
        ("steering", "Koordinační skupina KPSS"),
        ("department", "Odbor sociálních věcí a zdravotnictví"),
        ("support", "Externí metodická podpora"),
        ("working_group", "Senioři"),
        ("working_group", "Rodiny s dětmi"),
        ("working_group", "Občané ohrožení sociální exkluzí"),
        ("working_group", "Zdravotně postižení"),
    ]
    parents = {
        name: row.get("parent") for name, row in rows("beroun", "bodies").items()
    }
    assert parents == {
        "zastupitelstvo": None,
        "rada": "zastupitelstvo",
        "komise": "rada",
        "ks": "rada",
        "osvz": "rada",
        "metodika": "rada",
    } | dict.fromkeys(BEROUN_GROUPS, "ks")


@pytest.mark.parametrize(
    ("row_id", "name", "acts", "text"),
    [
        ("BER-01", "rada", ["decides"], "projednávání a rozhodování"),
        (
            "BER-02",
            "komise",
            ["advises"],
            "konzultace, připomínkování, stanoviska pro jednání rady a zastupitelstva",
        ),
        ("BER-03", "ks", ["manages"], "řízení procesu KPSS"),
        (
            "BER-10",
            "osvz",
            ["prepares"],
            "konzultace, příprava materiálů k projednávání rady a zastupitelstva",
        ),
        ("BER-11", "metodika", ["advises"], "metodika procesu KPSS"),
        (
            "BER-12",
            "zastupitelstvo",
            ["decides"],
            "politické projednávání a rozhodování",
        ),
    ],
)
def test_beroun_bodies_act_in_the_words_of_the_chart(row_id, name, acts, text):
    assert (body("beroun", name)["acts"], body("beroun", name)["act_text"]) == (
        acts,
        text,
    )


def test_ber_04_groups_may_change():
    assert DATA["beroun"]["process"]["chart_note"] == (
        "Pracovní skupiny se mohou měnit v rámci procesu KPSS podle potřeby."
    )
    assert not any(body("beroun", name).get("permanent") for name in BEROUN_GROUPS)


def test_ber_05_to_08_groups_are_for_target_groups_of_the_register():
    assert body("beroun", "ps-seniori")["target_groups"] == ["seniori"]
    assert body("beroun", "ps-rodiny")["target_groups"] == ["rodiny-s-ditetem-detmi"]
    assert "osoby-bez-pristresi" in body("beroun", "ps-exkluze")["target_groups"]
    assert len(body("beroun", "ps-zp")["target_groups"]) == 7
    assert all(
        "postizenim" in code for code in body("beroun", "ps-zp")["target_groups"]
    )


def test_ber_09_19_coordinator_has_a_box_of_its_own_and_sits_in_the_department():
    boxes = [row["id"] for row in DATA["beroun"]["functions"] if row.get("own_box")]
    assert boxes == ["koordinator"]
    coordinator = function("beroun", "koordinator")
    assert coordinator["act_text"] == "koordinace procesu KPSS"
    assert (coordinator["kind"], coordinator["body"]) == ("coordinator", "osvz")


def test_ber_13_parties_are_commissioners_providers_and_users_and_users_stay_private():
    assert [row["plural"] for row in DATA["beroun"]["parties"]] == [
        "zadavatelé",
        "poskytovatelé",
        "uživatelé",
    ]
    assert [row["id"] for row in DATA["beroun"]["parties"] if row.get("private")] == [
        "uzivatel"
    ]


def test_ber_15_guarantor_is_whoever_heads_the_department():
    guarantor = function("beroun", "garant")
    assert guarantor["office"] == "vedoucí odboru sociálních věcí a zdravotnictví"
    assert (guarantor["kind"], guarantor["body"]) == ("guarantor", "osvz")


def test_ber_18_methodologist_belongs_to_the_external_support():
    assert function("beroun", "metodik")["body"] == "metodika"
    assert len(function("beroun", "metodik")["tasks"]) == 3
    assert body("beroun", "metodika")["external"] is True


def test_ber_20_to_41_all_tasks_of_the_coordinator_are_there():
    tasks = function("beroun", "koordinator")["tasks"]
    assert len(tasks) == 14
    assert any("Radniční list" in task for task in tasks)
    assert tasks[-2:] == ["koordinátor/ka se vzdělává", "vede jednání pracovní skupiny"]


def test_ber_42_coordination_group_is_the_supreme_managing_body():
    assert body("beroun", "ks")["supreme"] is True


def test_ber_43_three_parties_are_represented_in_the_coordination_group():
    expected = {
        "composition_check": "on",
        "composition_parties": ["uzivatel", "poskytovatel", "zadavatel"],
    }
    assert rules("beroun", "ks").items() >= expected.items()


def test_ber_46_53_54_55_group_delegates_admits_by_vote_and_its_members_are_equal():
    expected = {
        "delegation": "allowed",
        "admission": "by_vote",
        "equal_votes": "yes",
        "papers_to_all": "yes",
    }
    assert rules("beroun", "ks").items() >= expected.items()
    assert not defaults("beroun", "ks") & set(expected)


def test_ber_49_coordinator_and_methodologist_are_guests_of_the_coordination_group():
    assert rules("beroun", "ks")["guests"] == "without_vote"
    assert rules("beroun", "ks")["permanent_guests"] == ["koordinator", "metodik"]


def test_ber_56_coordination_group_also_meets_as_needed():
    assert rules("beroun", "ks")["extraordinary_meetings"] == "allowed"


def test_ber_57_58_coordination_group_meets_twice_a_year_usually_every_three_months():
    assert rules("beroun", "ks")["usual_interval_months"] == 3
    assert rules("beroun", "ks")["min_meetings_per_year"] == 2


def test_ber_60_the_department_gets_the_minutes_to_pass_them_on():
    assert rules("beroun", "ks")["minutes_recipients"] == ["osvz"]


def test_ber_63_68_leaders_of_groups_are_members_of_the_coordination_group():
    assert rules("beroun", "ks")["ex_officio"] == [
        {"kind": "leaders_of_working_groups"}
    ]


def test_beroun_quorum_and_majority_of_the_coordination_group_are_default():
    assert rules("beroun", "ks").items() >= MAJORITY_OF_PRESENT.items()
    assert defaults("beroun", "ks") == set(MAJORITY_OF_PRESENT)


@pytest.mark.parametrize("name", BEROUN_GROUPS)
def test_ber_66_67_69_groups_are_open_and_the_coordinator_presides(name):
    assert rules("beroun", name) == MAJORITY_OF_PRESENT | ORDINARY_ELECTION | {
        "presiding": "koordinator",
        "convener": "koordinator",
        "admission": "open",
        "composition_check": "on",
        "composition_parties": ["poskytovatel", "uzivatel", "zadavatel"],
    }
    assert defaults("beroun", name) == set(MAJORITY_OF_PRESENT | ORDINARY_ELECTION)
    assert body("beroun", name)["open_to_all"] is True


@pytest.mark.parametrize("name", BEROUN_GROUPS)
def test_ber_70_to_78_groups_have_the_eight_tasks(name):
    assert len(body("beroun", name)["tasks"]) == 8
    assert body("beroun", name)["tasks"][-2] == "návrh realizačního plánu"


def test_beroun_outputs_go_from_the_group_to_the_assembly():
    assert chain("beroun", "vystupy") == [
        ("working_group", "prepares"),
        ("ks", "manages"),
        ("osvz", "prepares"),
        ("komise", "advises"),
        ("rada", "decides"),
        ("zastupitelstvo", "decides"),
    ]
    assert default_steps("beroun", "vystupy") == []


def test_ber_45_46_coordination_group_approves_by_resolution_and_may_delegate():
    step = rows("beroun", "chains")["vystupy"]["steps"][1]
    assert step["resolution_required"] is True
    assert step["delegation"] is True
    assert step["outcomes"] == DECIDED


def test_ber_52_coordination_group_proposes_and_approves_the_structure():
    row = rows("beroun", "chains")["organizacni-struktura"]
    assert row["document_kinds"] == ["organisation_structure"]
    assert chain("beroun", "organizacni-struktura") == [
        ("ks", "prepares"),
        ("ks", "decides"),
    ]


# --- Žatec -----------------------------------------------------------------

ZATEC_GROUPS = ("ps-pece", "ps-prevence")


def test_zat_01_35_40_88_zatec_has_its_own_words():
    process = DATA["zatec"]["process"]
    assert (
        process["title"]
        == "Komunitní plánování sociálních služeb a prorodinných aktivit"
    )
    assert process["labels"] == {
        "managing_body": "Řídící skupina",
        "working_groups": "Cílové pracovní skupiny",
        "meeting": "jednání",
        "catalogue": "Adresář poskytovatelů sociálních a souvisejících služeb",
    }


def test_zat_03_06_users_and_the_public_are_one_party():
    parties = rows("zatec", "parties")
    assert list(parties) == [
        "zadavatel",
        "poskytovatel",
        "uzivatel",
        "verejnost",
        "dalsi-subjekt",
    ]
    assert [key for key, row in parties.items() if "counts_as" in row] == ["verejnost"]
    assert parties["verejnost"]["counts_as"] == "uzivatel"
    assert parties["uzivatel"]["private"] is True


def test_zat_16_24_guarantor_and_coordinator_sit_in_the_department():
    assert (
        function("zatec", "garant")["office"]
        == "vedoucí Odboru sociálních věcí MěÚ Žatec"
    )
    assert function("zatec", "garant")["body"] == "osv"
    assert function("zatec", "koordinator")["body"] == "osv"


def test_zat_18_methodological_support_is_external():
    support = body("zatec", "metodika")
    assert (support["kind"], support["external"]) == ("support", True)
    assert "parent" not in support


def test_zat_26_to_39_all_tasks_of_the_coordinator_are_there():
    assert len(function("zatec", "koordinator")["tasks"]) == 11


def test_zat_39_region_of_the_midterm_plan_is_registered():
    region = rows("zatec", "organisations")["ustecky-kraj"]
    assert (region["kind"], region["ico"]) == ("region", "70892156")


def test_zat_42_to_45_steering_group_consists_of_holders_of_functions():
    seats = rules("zatec", "rs")["ex_officio"]
    assert [{k: v for k, v in seat.items() if k != "note"} for seat in seats] == [
        {"kind": "chair"},
        {"kind": "leaders_of_working_groups"},
        {"kind": "members_of", "body": "zm"},
        {"kind": "function", "function": "garant"},
    ]
    assert rules("zatec", "rs")["admission"] == "ex_officio"


def test_zat_41_46_47_steering_group_is_equal_and_has_guests():
    expected = {
        "equal_votes": "yes",
        "papers_to_all": "yes",
        "guests": "without_vote",
        "composition_check": "on",
        "composition_parties": ["uzivatel", "poskytovatel", "zadavatel"],
        "merge_parties": "yes",
    }
    assert rules("zatec", "rs").items() >= expected.items()
    assert not defaults("zatec", "rs") & set(expected)


def test_zatec_election_of_the_chair_is_default_and_the_term_unset():
    assert defaults("zatec", "rs") == set(MAJORITY_OF_PRESENT | ORDINARY_ELECTION)
    assert "leader_term_months" not in rules("zatec", "rs")


@pytest.mark.parametrize("name", ZATEC_GROUPS)
def test_zat_59_to_62_leader_is_elected_for_a_year_by_two_thirds_attending(name):
    expected = {
        "leader_selection": "elected_by_members",
        "leader_term_months": 12,
        "leader_term_end": "same_day",
        "election_quorum": ">=2/3",
        "election_majority": ">1/2",
        "election_majority_basis": "present",
    }
    assert rules("zatec", name).items() >= expected.items()


@pytest.mark.parametrize("name", ZATEC_GROUPS)
def test_zat_63_leader_is_recalled_under_the_conditions_of_the_election(name):
    assert rules("zatec", name)["recall"] == "same_as_election"
    assert (
        rules("zatec", name)["recall_reasons"]
        == "závažné a opakované neplnění povinností"
    )


@pytest.mark.parametrize("name", ZATEC_GROUPS)
def test_zat_58_64_to_71_membership(name):
    expected = {
        "admission": "application",
        "voluntary": "yes",
        "max_per_organisation": 2,
        "max_per_organisation_party": "poskytovatel",
        "transferable": "yes",
        "max_unexcused_absences": 5,
        "absence_consequence": "proposed",
        "guests": "without_vote",
        "permanent_guests": ["staly-host"],
    }
    assert rules("zatec", name).items() >= expected.items()
    assert "votes_per_organisation" not in rules("zatec", name)
    assert body("zatec", name)["open_to_all"] is True


@pytest.mark.parametrize("name", ZATEC_GROUPS)
def test_zat_57_four_parties_are_represented_in_groups(name):
    assert rules("zatec", name)["composition_parties"] == [
        "poskytovatel",
        "uzivatel",
        "verejnost",
        "zadavatel",
    ]
    assert rules("zatec", name)["merge_parties"] == "no"


@pytest.mark.parametrize("name", ZATEC_GROUPS)
def test_zat_74_coordinator_presides_or_else_the_leader(name):
    assert rules("zatec", name)["presiding"] == "koordinator"
    assert rules("zatec", name)["presiding_fallback"] == "vedouci"


@pytest.mark.parametrize("name", ZATEC_GROUPS)
def test_zatec_defaults_of_the_groups(name):
    assert defaults("zatec", name) == set(MAJORITY_OF_PRESENT) | {
        "leader_term_end",
        "absence_consequence",
    }


def test_zat_72_73_103_groups_are_for_areas_of_services():
    assert body("zatec", "ps-pece")["service_areas"] == ["socialni-pece"]
    prevention = body("zatec", "ps-prevence")
    assert (
        prevention["title"] == "Služby sociální prevence a odborné sociální poradenství"
    )
    assert prevention["subtitle"] == "+ prorodinné aktivity"
    assert prevention["service_areas"] == [
        "socialni-prevence",
        "socialni-poradenstvi",
        "prorodinne-aktivity",
    ]


@pytest.mark.parametrize(
    ("row_id", "name", "parent", "acts", "text"),
    [
        ("ZAT-83", "zm", None, ["decides"], "politické projednávání a rozhodování"),
        ("ZAT-84", "rm", "zm", ["decides"], "politické projednávání a rozhodování"),
        (
            "ZAT-85",
            "komise",
            "rm",
            ["advises"],
            "konzultace, připomínkování, stanoviska a doporučení "
            "pro jednání rady a zastupitelstva",
        ),
        (
            "ZAT-86",
            "osv",
            "komise",
            ["prepares"],
            "konzultace, připomínkování, "
            "příprava materiálů k projednávání orgány města",
        ),
        ("ZAT-87", "rs", "osv", ["manages"], "řízení a metodika procesu"),
        (
            "ZAT-89",
            "ps-pece",
            "rs",
            ["prepares"],
            "zastupování a hájení zájmů uživatelů, poskytovatelů, "
            "participace na tvorbě komunitního plánu a jeho implementace",
        ),
    ],
)
def test_zatec_bodies_stand_in_a_column_with_the_words_of_the_chart(
    row_id, name, parent, acts, text
):
    row = body("zatec", name)
    assert (row.get("parent"), row["acts"], row["act_text"]) == (parent, acts, text)


def test_zat_86_87_words_of_the_chart_about_who_is_inside():
    assert (
        body("zatec", "osv")["composition_text"]
        == "garant, koordinátor komunitního plánování"
    )
    assert body("zatec", "rs")["composition_text"] == (
        "zadavatel, vedoucí pracovních skupin, garant, poskytovatel, uživatel"
    )


def test_zat_93_rules_of_zatec_are_in_force_since_the_council_approved_them():
    for name in ("rs", *ZATEC_GROUPS):
        assert date.fromisoformat(body("zatec", name)["rules"]["valid_from"]) == date(
            2020, 7, 13
        )


def test_zat_98_resolutions_of_the_council_are_numbered_within_the_year():
    assert rules("zatec", "rm")["numbering_pattern"] == "{number}/{year:2}"
    assert defaults("zatec", "rm") == {"numbering_period"}


GENERAL_CHAIN = [
    ("rs", "manages"),
    ("osv", "prepares"),
    ("komise", "advises"),
    ("rm", "decides"),
    ("zm", "decides"),
]


def test_zat_20_to_23_outputs_go_from_the_steering_group_up_to_the_assembly():
    assert chain("zatec", "vystupy") == [("working_group", "prepares"), *GENERAL_CHAIN]


def test_zat_54_grant_rules_and_programme_begin_at_the_steering_group():
    row = rows("zatec", "chains")["dotace"]
    assert row["document_kinds"] == ["grant_rules", "grant_programme"]
    assert chain("zatec", "dotace") == [("rs", "prepares"), *GENERAL_CHAIN]


def test_zat_04_92_93_rules_are_proposed_discussed_and_approved():
    row = rows("zatec", "chains")["organizacni-rad"]
    assert row["purpose"] == "adoption"
    assert chain("zatec", "organizacni-rad") == [
        ("rs", "prepares"),
        ("komise", "advises"),
        ("rm", "decides"),
    ]
    assert row["steps"][1]["outcomes"][0] == "discussed_and_approved"


def test_zat_91_steering_group_alone_decides_on_amendments():
    assert rows("zatec", "chains")["zmeny-organizacniho-radu"]["purpose"] == "amendment"
    assert chain("zatec", "zmeny-organizacniho-radu") == [("rs", "decides")]


def test_no_step_of_zatec_is_default():
    for name in rows("zatec", "chains"):
        assert default_steps("zatec", name) == []


# --- Náměšť nad Oslavou ----------------------------------------------------


def test_nam_01_publicity_is_the_whole_sentence():
    assert DATA["namest"]["process"]["publicity"] == (
        "Tento projekt je spolufinancován Evropskou unií (Evropským sociálním fondem), "
        "státním rozpočtem České republiky a Krajem Vysočina"
    )
    assert rows("namest", "organisations")["kraj-vysocina"]["ico"] == "70890749"


def test_nam_02_to_17_starting_page_has_the_whole_text():
    (page,) = DATA["namest"]["pages"]
    assert page["id"] == "co-je-komunitni-planovani"
    headings = re.findall(r"<h2>(.*?)</h2>", page["text"])
    assert headings == [
        "Co je komunitní plánování?",
        "Cíl komunitního plánování",
        "Podstata komunitního plánování",
        "Kdo se účastní přípravy komunitního plánu?",
        "Jaký přínos má komunitní plánování pro obec?",
        "Etapy komunitního plánování",
    ]
    for row_id, words in (
        ("NAM-05", "ale i které služby jsou nadbytečné"),
        ("NAM-06", "svobodnou rozpravu o důležitých otázkách života v obci"),
        ("NAM-14", "umožňuje objevovat nové lidské, materiální i finanční zdroje"),
        (
            "NAM-17",
            "legitimizuje činnost a rozhodování řídicích a zastupitelských orgánů",
        ),
        (
            "NAM-46",
            "podmíněn finančními a lidskými zdroji dostupnými v obci nebo v kraji",
        ),
    ):
        assert words in page["text"], row_id


def test_nam_08_to_12_four_parties_take_part_in_groups():
    parties = ["zadavatel", "poskytovatel", "uzivatel", "verejnost"]
    assert list(rows("namest", "parties")) == parties
    assert not any("counts_as" in row for row in DATA["namest"]["parties"])
    assert rules("namest", "ps")["composition_parties"] == parties


def test_nam_19_three_stages_with_fifteen_steps():
    assert [len(stage["steps"]) for stage in DATA["namest"]["stages"]] == [5, 5, 5]


def test_nam_20_29_36_stages_are_called_as_in_the_source():
    assert [stage["title"] for stage in DATA["namest"]["stages"]] == [
        "Příprava a způsob organizačního zajištění procesu KPSS",
        "Analýzy, získávání podkladů",
        "Tvorba koncepce KPSS, připomínkování, vlastní plán, aktualizace",
    ]


def namest_steps():
    return {
        step["id"]: step
        for stage in DATA["namest"]["stages"]
        for step in stage["steps"]
    }


def test_nam_21_39_41_three_steps_are_closed_by_the_assembly():
    gates = {key: row for key, row in namest_steps().items() if "gate" in row}
    assert {key: row["gate"] for key, row in gates.items()} == {
        "schvaleni-projektu": "zastupitelstvo",
        "schvaleni-koncepce": "zastupitelstvo",
        "schvaleni-planu": "zastupitelstvo",
    }
    assert [key for key, row in gates.items() if row["gate_source"] == "default"] == [
        "schvaleni-planu"
    ]


def test_nam_22_34_40_steps_establish_bodies_and_name_who_works():
    steps = namest_steps()
    assert {key: row["creates"] for key, row in steps.items() if "creates" in row} == {
        "ustaveni-ridici-skupiny": "rs",
        "ustaveni-pracovnich-skupin": "ps",
    }
    assert steps["rozpracovani-koncepce"]["by"] == "ps"


def test_nam_26_38_41_steps_require_training_hearing_and_the_way_of_updating():
    steps = namest_steps()
    assert {
        key: row["requires"] for key, row in steps.items() if "requires" in row
    } == {
        "proskoleni-ridici-skupiny": ["training"],
        "verejne-setkani": ["hearing"],
        "schvaleni-planu": ["update_method"],
    }


def test_nam_23_to_25_seats_of_the_steering_group_are_without_numbers_and_the_public():
    assert rules("namest", "rs")["seats"] == [
        {"party": "zadavatel"},
        {"party": "poskytovatel"},
        {"party": "uzivatel"},
    ]
    assert defaults("namest", "rs") == set(MAJORITY_OF_PRESENT | ORDINARY_ELECTION) | {
        "admission"
    }


def test_nam_45_bodies_of_namest():
    assert [(row["id"], row["kind"]) for row in DATA["namest"]["bodies"]] == [
        ("zastupitelstvo", "assembly"),
        ("rada", "council"),
        ("odbor", "department"),
        ("rs", "steering"),
        ("ps", "working_group"),
    ]


def test_nam_21_project_is_approved_by_the_assembly():
    assert chain("namest", "projekt") == [
        ("odbor", "prepares"),
        ("zastupitelstvo", "decides"),
    ]
    assert default_steps("namest", "projekt") == [0]


def test_nam_37_to_39_public_speaks_to_the_concept_before_the_assembly_approves():
    assert chain("namest", "koncepce") == [
        ("working_group", "prepares"),
        ("rs", "manages"),
        ("public", "advises"),
        ("odbor", "prepares"),
        ("rada", "decides"),
        ("zastupitelstvo", "decides"),
    ]
    assert default_steps("namest", "koncepce") == [0, 1]


def test_nam_40_41_group_makes_the_plan_and_the_assembly_approves_it_by_default():
    assert chain("namest", "plan") == [
        ("working_group", "prepares"),
        ("rs", "manages"),
        ("odbor", "prepares"),
        ("rada", "decides"),
        ("zastupitelstvo", "decides"),
    ]
    assert default_steps("namest", "plan") == [1, 4]


def test_nam_28_department_submits_results_to_council_and_assembly():
    assert chain("namest", "vysledky") == [
        ("odbor", "prepares"),
        ("rada", "decides"),
        ("zastupitelstvo", "decides"),
    ]


# --- Praha -----------------------------------------------------------------


NAMED_DISTRICTS = (
    *("Běchovice", "Benice", "Březiněves", "Čakovice", "Ďáblice", "Dolní Chabry"),
    *("Dolní Měcholupy", "Dolní Počernice", "Dubeč", "Klánovice", "Koloděje"),
    *("Kolovraty", "Královice", "Křeslice", "Kunratice", "Libuš", "Lipence"),
    *("Lochkov", "Lysolaje", "Nebušice", "Nedvězí", "Petrovice", "Přední Kopanina"),
    *("Řeporyje", "Satalice", "Slivenec", "Suchdol", "Šeberov", "Štěrboholy", "Troja"),
    *("Újezd", "Velká Chuchle", "Vinoř", "Zbraslav", "Zličín"),
)


def test_pra_12_26_praha_has_57_districts_and_exactly_22_numbered_names():
    units = DATA["praha"]["territory"]["units"]
    titles = [unit["title"] for unit in units]
    assert len(titles) == len(set(titles)) == 57
    numbered = [title for title in titles if re.search(r"\d", title)]
    assert numbered == [f"Praha {number}" for number in range(1, 23)]
    assert titles[22:] == [f"Praha-{name}" for name in NAMED_DISTRICTS]


def test_pra_26_ids_of_districts_are_their_transliterated_names():
    for unit in DATA["praha"]["territory"]["units"]:
        plain = (
            unicodedata.normalize("NFD", unit["title"])
            .encode("ascii", "ignore")
            .decode()
        )
        assert unit["id"] == plain.lower().replace(" ", "-")
    ids = [unit["id"] for unit in DATA["praha"]["territory"]["units"]]
    assert {"praha-22", "praha-dablice", "praha-predni-kopanina", "praha-ujezd"} <= set(
        ids
    )


def test_pra_27_28_33_35_37_what_praha_calls_things():
    process = DATA["praha"]["process"]
    assert DATA["praha"]["territory"]["kind"] == "capital"
    assert process["title"] == "Plánování sociálních služeb"
    assert process["labels"]["meeting"] == "setkání"
    assert process["portal_url"].endswith("//www.socialni.praha.eu")
    glossary = rows("praha", "pages")["vysvetleni-pojmu"]["text"]
    assert len(re.findall(r"<li>", glossary)) == 8
    kinds = {row["kind"] for row in DATA["praha"]["functions"]}
    assert not kinds & {"guarantor", "methodologist"}


def test_pra_02_03_04_group_is_permanent_established_by_the_commission_and_advises():
    group = body("praha", "ps-kpss")
    assert group["title"] == "Pracovní skupina koordinátorů plánování sociálních služeb"
    assert group["abbreviation"] == "PS KPSS"
    assert group["permanent"] is True
    assert group["established_by"] == "komise"
    assert group["acts"] == ["initiates", "advises"]
    assert len(group["tasks"]) == 4


def test_pra_11_14_17_19_36_rules_of_the_group():
    expected = MAJORITY_OF_PRESENT | {
        "equal_votes": "yes",
        "leader_selection": "elected_by_members",
        "leader_confirmed_by": "komise",
        "chair_powers": ["verifies_minutes", "informs_parent"],
        "convener": "koordinator-hmp",
        "admission": "ex_officio",
        "composition_check": "off",
        "permanent_guests": ["koordinator-hmp"],
        "minutes_verifiers": ["predseda", "koordinator-hmp"],
    }
    found = rules("praha", "ps-kpss")
    assert {
        key: value for key, value in found.items() if key != "ex_officio"
    } == expected
    (seat,) = found["ex_officio"]
    assert (seat["kind"], seat["function"]) == ("function", "koordinator-mc")
    assert defaults("praha", "ps-kpss") == set(MAJORITY_OF_PRESENT) | {
        "equal_votes",
        "permanent_guests",
    }


def test_pra_13_22_two_levels_of_coordinators():
    assert function("praha", "koordinator-hmp")["kind"] == "city_coordinator"
    assert function("praha", "koordinator-mc")["kind"] == "district_coordinator"


def test_pra_16_representative_of_the_group_is_a_member_of_the_commission():
    representative = function("praha", "zastupce-v-komisi")
    assert (representative["body"], representative["represents_in"]) == (
        "ps-kpss",
        "komise",
    )
    assert rules("praha", "komise")["ex_officio"] == [
        {"kind": "representatives", "function": "zastupce-v-komisi"}
    ]


def test_pra_20_group_approves_its_own_rules_of_procedure():
    assert rows("praha", "chains")["jednaci-rad"]["document_kinds"] == [
        "rules_of_procedure"
    ]
    assert chain("praha", "jednaci-rad") == [("ps-kpss", "decides")]


def test_pra_25_commission_approves_the_organisation_structure():
    assert chain("praha", "organizacni-struktura") == [("komise", "decides")]
    assert default_steps("praha", "organizacni-struktura") == []


def test_pra_10_recommendations_begin_in_the_group_and_the_commission_decides():
    assert chain("praha", "podnety-a-doporuceni") == [
        ("ps-kpss", "initiates"),
        ("komise", "decides"),
    ]
    assert default_steps("praha", "podnety-a-doporuceni") == [1]


def test_districts_are_units_of_territory_and_not_organisations():
    kinds = [row["kind"] for row in DATA["praha"]["organisations"]]
    assert kinds == ["municipality", "office"]


# --- the template to begin with --------------------------------------------


def test_blank_template_names_no_town_and_every_rule_is_law_or_default():
    assert "ico" not in TEXT["blank"]
    assert not re.search("Beroun|Žat|Náměš|Prah", " ".join(strings(DATA["blank"])))
    assert len(DATA["blank"]["parties"]) == 3
    assert [row["kind"] for row in DATA["blank"]["bodies"]] == [
        "assembly",
        "council",
        "commission",
        "department",
        "steering",
        "working_group",
    ]
    for name in rows("blank", "bodies"):
        for row in _rules("blank", name).values():
            assert row["source"] == "default" or "128/2000" in row["source"]
    for row in rows("blank", "chains").values():
        assert {step["source"] for step in row["steps"]} == {"default"}
