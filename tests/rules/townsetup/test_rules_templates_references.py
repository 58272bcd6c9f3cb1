"""What refers to what in the town templates: ids, bodies above, chains."""

from tests.rules.townsetup.towns import body
from tests.rules.townsetup.towns import every_town
from tests.rules.townsetup.towns import rows


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
