"""What minutes are built of, and what a rebuild keeps (BER-30)."""

from dataclasses import replace
from kpss.addon.minutes.rules import building
from kpss.addon.minutes.rules import drafting
from kpss.addon.minutes.rules.building import Fresh
from kpss.addon.minutes.rules.gathered import Attendee
from kpss.addon.minutes.rules.gathered import Gathered
from kpss.addon.minutes.rules.gathered import Imposed
from kpss.addon.minutes.rules.gathered import Item
from kpss.addon.minutes.rules.gathered import Resolved
from kpss.addon.minutes.rules.gathered import Sat
from kpss.addon.minutes.rules.gathered import Vote
import pytest


QUORUM = {"members": 5, "present": 3, "required": 3}
VOTE = Vote(
    *("Schválit?", "open", 2, 0, 1),
    quorum=QUORUM,
    explained=["Shoda hlasů: předsedající rozhodl pro."],
    public=["Shoda hlasů."],
)
MEETING = Gathered(
    title="Jednání 3. května 2024",
    body="Koordinační skupina",
    sittings=[Sat("3. 5. 2024", "14.00", "16.00")],
    place="Radnice",
    presiding="Eva Malá",
    attendees=[
        Attendee("Eva Malá", "present", "zadavatelé"),
        Attendee("Jan Novák", "present", "uživatelé"),
        Attendee("Olga Tichá", "online", "uživatelé"),
        Attendee("Petr Dlouhý", "excused", "poskytovatelé", instead="Iva Krátká"),
        Attendee("Ota Nový", None, "poskytovatelé"),
    ],
    guests=["Host Hostovský"],
    quorum=QUORUM,
    items=[
        Item("a", "Úvod", "1"),
        Item(
            *("b", "Plán", "2"),
            notes="Diskuse.",
            votes=[VOTE],
            resolutions=[Resolved("3/24", "approves", "plán pana X", "plán")],
            tasks=[Imposed("Zveřejnit", "Eva Malá", "1. 6. 2024")],
            outcome="approved",
        ),
        Item("h", "Různé", None, kind="heading"),
        Item("c", "Stížnost", "3", publicity="internal", postponed_to="7. 6. 2024"),
    ],
)


def codes(lines) -> list[str]:
    return [one.code for one in lines]


def test_parts_follow_the_meeting_in_its_order():
    parts = drafting.drafts(MEETING)
    assert [one.key for one in parts] == [
        *("heading", "attendance", "a", "b", "h", "c", "end")
    ]
    by_key = {one.key: one for one in parts}
    assert codes(by_key["heading"].lines) == ["body", "when", "place", "presiding"]
    assert codes(by_key["b"].lines) == [
        *("text", "quorum", "vote", "resolution", "task", "outcome")
    ]
    assert codes(by_key["c"].lines) == ["postponed"]
    assert by_key["b"].title == "2 Plán"
    assert by_key["c"].publicity == "internal"


@pytest.mark.parametrize(
    ("votes", "outcome", "said"),
    [
        ([VOTE], "passed", False),
        ([VOTE], "postponed", True),
        ([VOTE, VOTE], "passed", True),
        ([], "passed", True),
    ],
)
def test_an_outcome_that_the_only_vote_says_is_not_said_again(votes, outcome, said):
    item = Item("b", "Plán", "2", votes=votes, outcome=outcome)
    [part] = [
        one for one in drafting.drafts(replace(MEETING, items=[item])) if one.key == "b"
    ]
    assert ("outcome" in codes(part.lines)) is said


def test_an_old_meeting_of_which_little_is_known_has_what_is_known():
    parts = drafting.drafts(Gathered("Jednání", "Skupina", [Sat("3. 5. 2014")]))
    assert [(one.key, codes(one.lines)) for one in parts] == [
        ("heading", ["body", "day"])
    ]


def test_the_public_reads_numbers_and_no_name_of_who_came():
    lines = drafting.drafts(MEETING)[1].public
    assert [(one.code, one.params.get("count")) for one in lines] == [
        ("number", 2),
        ("number", 1),
        ("number", 1),
        ("number", 1),
        ("quorum_at_start", None),
    ]
    assert "Malá" not in str(lines)
    assert "Novák" not in str(lines) and "Hostovský" not in str(lines)
    assert "Krátká" not in str(lines) and "uživatelé" not in str(lines)


def test_what_was_asked_in_a_vote_is_for_those_inside():
    asked = replace(VOTE, question="Smlouva s paní Dvořákovou")
    item = Item("b", "Plán", "2", votes=[asked])
    [part] = [
        one for one in drafting.drafts(replace(MEETING, items=[item])) if one.key == "b"
    ]
    assert "Dvořákovou" in str(part.lines)
    assert "Dvořákovou" not in str(part.public)


def test_a_decision_outside_a_meeting_was_held_nowhere():
    vote = replace(VOTE, quorum=QUORUM, answered=True)
    item = Item("b", "Plán", "2", votes=[vote])
    outside = replace(MEETING, items=[item], deadline="1. 6. 2024 v 16.00", quorum=None)
    by_key = {one.key: codes(one.lines) for one in drafting.drafts(outside)}
    assert by_key["heading"] == ["body", "deadline"]
    assert by_key["b"][0] == "answered"
    assert "end" not in by_key


@pytest.mark.parametrize("public", [True, False])
def test_tasks_are_told_to_the_public_where_the_process_tells_of_them(public):
    task = Imposed("Zveřejnit", "Eva Malá", "1. 6. 2024", public)
    item = Item("b", "Plán", "2", tasks=[task])
    [part] = [
        one for one in drafting.drafts(replace(MEETING, items=[item])) if one.key == "b"
    ]
    shown = part.lines if part.public is None else part.public
    assert ("task" in codes(shown)) is public
    assert "Malá" not in str(shown)


@pytest.mark.parametrize(("whole", "told"), [(3, False), (4, True)])
def test_who_came_later_is_counted_beside_who_was_there_at_first(whole, told):
    judged = {**QUORUM, "whole": whole}
    part = drafting.drafts(replace(MEETING, quorum=judged))[1]
    for lines in (part.lines, part.public):
        assert codes(lines)[-2 if told else -1] == "quorum_at_start"
        assert ("came" in codes(lines)) is told


def test_who_decided_a_tie_and_how_stays_inside():
    part = next(one for one in drafting.drafts(MEETING) if one.key == "b")
    assert "rozhodl pro" in str(part.lines)
    assert "Shoda hlasů" in str(part.public) and "rozhodl pro" not in str(
        [line.params["vote"].explained for line in part.public if line.code == "vote"]
    )


def test_the_quorum_is_told_with_the_first_vote_and_when_it_changes():
    fewer = replace(VOTE, quorum={**QUORUM, "present": 2})
    item = Item("b", "Plán", "2", votes=[VOTE, VOTE, fewer, replace(VOTE, quorum=None)])
    part = next(
        one for one in drafting.drafts(replace(MEETING, items=[item])) if one.key == "b"
    )
    assert codes(part.lines) == [
        *("quorum", "vote", "vote", "quorum", "vote", "vote"),
    ]


def test_an_adjourned_meeting_tells_each_day_on_which_it_sat():
    sittings = [Sat("3. 5. 2024", "14.00", "16.00"), Sat("9. 5. 2024", "9.00", "9.30")]
    parts = drafting.drafts(replace(MEETING, sittings=sittings))
    assert [(one.code, one.params.get("day")) for one in parts[0].lines[1:3]] == [
        ("sat", "3. 5. 2024"),
        ("when", "9. 5. 2024"),
    ]
    assert parts[-1].lines[0].params == {"end": "9.30"}


def test_the_public_heading_does_not_say_who_presided():
    assert codes(drafting.drafts(MEETING)[0].public) == ["body", "when", "place"]


def test_the_public_reads_the_public_text_of_a_resolution():
    part = next(one for one in drafting.drafts(MEETING) if one.key == "b")
    assert "plán pana X" in str(part.lines)
    assert "plán pana X" not in str(part.public)


def test_the_public_never_reads_the_text_for_those_inside():
    resolved = Resolved("3/24", "approves", "o panu X")
    [*_, part] = drafting.drafts(
        Gathered(
            "Jednání",
            "Skupina",
            [Sat("")],
            items=[Item("b", "A", resolutions=[resolved])],
        )
    )
    assert "o panu X" in str(part.lines)
    assert "resolution" in codes(part.public) and "o panu X" not in str(part.public)


def fresh(key, text, **more) -> Fresh:
    return Fresh(key, "item", f"Bod {key}", text, **more)


def built(*pairs):
    return building.rebuilt([], [fresh(*pair) for pair in pairs])


def test_edited_parts_survive_a_rebuild_and_say_that_their_source_changed():
    old = built(("a", "Text."), ("b", "Jiný."))
    old[0] = building.edited(old[0], "Ručně.")
    new = building.rebuilt(old, [fresh("a", "Text nový."), fresh("b", "Jiný nový.")])
    assert [one.text for one in new] == ["Ručně.", "Jiný nový."]
    assert [one.changed_since for one in new] == [True, False]
    again = building.edited(new[0], "Ručně znovu.")
    assert not again.changed_since
    assert building.restored(again).text == "Text nový."


def test_changed_records_make_minutes_outdated_hand_edits_do_not():
    now = [fresh("a", "Text."), fresh("b", "Jiný.")]
    old = building.rebuilt([], now)
    old[0] = building.edited(old[0], "Ručně.")
    assert not building.is_outdated(old, now)
    for changed in (
        [now[0]],
        [now[0], fresh("b", "Nový.")],
        [now[0], fresh("b", "Jiný.", public="Pro veřejnost.")],
        [now[0], fresh("b", "Jiný.", publicity="internal")],
        [*now, fresh("c", "Další.")],
        now[::-1],
    ):
        assert building.is_outdated(old, changed)


def test_the_public_reads_what_holds_today_and_nothing_that_was_to_be_hidden():
    [part] = building.rebuilt([], [fresh("a", "Text.", public="Dřív.")])
    later = building.as_of_now(part, fresh("a", "Text.", public="Teď."))
    assert (later.public, later.publicity) == ("Teď.", "public")
    other = building.as_of_now(part, fresh("a", "Jinak.", public="Teď."))
    assert other.public == "Dřív."
    hidden = building.as_of_now(part, fresh("a", "Jinak.", publicity="internal"))
    assert hidden.publicity == "internal"
    [inner] = building.rebuilt([], [fresh("a", "Text.", publicity="internal")])
    assert building.as_of_now(inner, fresh("a", "Text.")).publicity == "internal"
    assert building.as_of_now(part, None) is part


def test_an_unchanged_source_is_no_change():
    old = built(("a", "Text."))
    old[0] = building.edited(old[0], "Ručně.")
    assert not building.rebuilt(old, [fresh("a", "Text.")])[0].changed_since


def test_edited_parts_of_items_that_are_gone_are_kept_at_the_end():
    old = built(("a", "A."), ("b", "B."), ("c", "C."))
    old[0] = building.edited(old[0], "Ručně.")
    new = building.rebuilt(old, [fresh("c", "C.")])
    assert [(one.key, one.text, one.gone) for one in new] == [
        ("c", "C.", False),
        ("a", "Ručně.", True),
    ]
    back = building.rebuilt(new, [fresh("a", "A."), fresh("c", "C.")])
    assert [(one.key, one.gone) for one in back] == [("a", False), ("c", False)]


def test_overwriting_keeps_nothing():
    old = [building.edited(one, "Ručně.") for one in built(("a", "A."), ("b", "B."))]
    new = building.rebuilt(old, [fresh("a", "A.")], overwrite=True)
    assert [(one.key, one.text) for one in new] == [("a", "A.")]


def test_items_in_another_order_are_followed():
    old = built(("a", "A."), ("b", "B."))
    old[1] = building.edited(old[1], "Ručně.")
    new = building.rebuilt(old, [fresh("b", "B."), fresh("a", "A.")])
    assert [(one.key, one.text) for one in new] == [("b", "Ručně."), ("a", "A.")]


def test_the_generated_text_sent_back_by_a_form_is_no_edit():
    part = built(("a", "První.\nDruhá."))[0]
    assert building.edited(part, "První.\r\nDruhá.\r\n").edited is None


def test_the_checksum_is_of_what_people_read():
    parts = built(("a", "A."), ("b", "B."))
    assert building.whole(parts) == building.whole(built(("a", "A."), ("b", "B.")))
    assert building.whole(parts) != building.whole(parts[::-1])
    assert building.whole(parts) != building.whole(
        [building.edited(parts[0], "Á."), parts[1]]
    )
    assert building.whole(parts) == building.whole(
        [replace(parts[0], public="x"), parts[1]]
    )
