"""A table judged against a town: who is known, what changes, what is refused."""

from datetime import date
from kpss.addon.bodies.importing.applying import apply_draft
from kpss.addon.bodies.importing.applying import NotReady
from kpss.addon.bodies.importing.record import record_rows
from kpss.addon.bodies.importing.record import RowsRefused
from kpss.addon.bodies.importing.rules.verdicts import ERROR
from kpss.addon.bodies.importing.rules.verdicts import WARNING
from kpss.addon.bodies.importing.sentences import place
from kpss.addon.bodies.importing.sentences import sentence
from kpss.addon.bodies.ledger.rebuilding import rebuild
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.i18n import translate
from kpss.addon.process.template_content import add_content
from plone import api
import pytest


HEAD = "Jméno;Příjmení;Orgán;Funkce;Od;Do"


def problems(draft, verdict=ERROR):
    """Pairs of place and sentence."""
    found = [*(draft.problems if verdict == ERROR else draft.notes)]
    found += [
        cell.problem
        for row in draft.rows
        for cell in row.cells.values()
        if cell.verdict == verdict and cell.problem
    ]
    return [
        (translate(place(one, draft) or ""), translate(sentence(one))) for one in found
    ]


def verdicts(draft):
    return [row.verdict for row in draft.rows]


def apply(process, draft):
    assert problems(draft) == []
    done = apply_draft(process, draft)
    assert rebuild() == [], "the ledger followed the events"
    return done


def person(process, given="Jana", family="Nováková", id="p-1", **values):
    return add_content(
        process["people"],
        "kpss.Person",
        id,
        given_name=given,
        family_name=family,
        **values,
    )


def test_new_then_same_then_changed(judged, process):
    table = f"{HEAD}\nJana;Nováková;rada;;1. 1. 2020;\n"
    first = judged(table)
    assert verdicts(first) == ["new"]
    done = apply(process, first)
    assert (done.people, done.memberships) == (1, 1)
    again = judged(table)
    assert verdicts(again) == ["same"] and not again.acts
    ended = judged(table.replace("2020;", "2020;31. 12. 2021"))
    assert ended.rows[0].cells["valid_to"].verdict == "new"
    assert apply(process, ended).changed_memberships == 1
    later = judged(table.replace("2020;", "2020;31. 12. 2022"))
    cell = later.rows[0].cells["valid_to"]
    assert (cell.verdict, cell.current) == ("changed", "31. 12. 2021")


def test_same_file_twice_writes_nothing(judged, process):
    table = f"{HEAD}\nJana;Nováková;rada;;1. 1. 2020;\n"
    apply(process, judged(table))
    [one] = process["bodies"]["rada"].objectValues()
    before = one.modified()
    done = apply_draft(process, judged(table))
    assert done.memberships == done.changed_memberships == done.people == 0
    assert one.modified() == before


def test_empty_cell_changes_nothing(judged, process):
    who = person(process, office_email="jana@mesto.cz")
    apply(process, judged("Jméno;Příjmení;Úřední e-mail\nJana;Nováková;\n"))
    assert who.office_email == "jana@mesto.cz"


def test_people_come_alone_too(judged, process):
    done = apply(process, judged("Jméno;Příjmení;Titul před\nJana;Nováková;Ing.\n"))
    assert (done.people, done.memberships) == (1, 0)
    assert process["people"].objectValues()[0].title == "Ing. Jana Nováková"


def test_one_person_on_several_rows_is_one(judged, process):
    table = (
        f"{HEAD}\nJana;Nováková;rada;;1.1.2020;\nJana;Nováková;ps-seniori;;1.1.2020;\n"
    )
    done = apply(process, judged(table))
    assert (done.people, done.memberships) == (1, 2)


def test_rows_that_contradict_each_other_on_a_person_are_refused(judged):
    table = "Jméno;Příjmení;Titul před\nJana;Nováková;Ing.\nJana;Nováková;Mgr.\n"
    assert problems(judged(table)) == [
        ("row 3, column Titul před", "Row 2 says of the same person “Ing.”.")
    ]


def test_account_decides_and_the_name_follows(judged, process):
    api.user.create(username="jana", email="j@x.cz")
    who = person(process, user_id="jana")
    draft = judged("Jméno;Příjmení;Účet\nJana;Malá;jana\n")
    assert draft.rows[0].cells["family_name"].verdict == "changed"
    apply(process, draft)
    assert who.title == "Jana Malá"


def test_account_of_somebody_else_is_refused(judged, process):
    api.user.create(username="jana", email="j@x.cz")
    person(process, user_id="jana")
    draft = judged("Jméno;Příjmení;Účet\nPetr;Malý;jana\n")
    assert problems(draft) == [
        ("row 2, column Účet", "The account jana is already linked to Jana Nováková.")
    ]


def test_account_that_does_not_exist_is_refused(judged):
    draft = judged("Jméno;Příjmení;Uživatelský účet\nPetr;Malý;nikdo\n")
    assert problems(draft) == [
        ("row 2, column Uživatelský účet", "There is no user account nikdo.")
    ]


def test_one_account_for_two_people_of_the_file_is_refused(judged):
    api.user.create(username="jana", email="j@x.cz")
    draft = judged("Jméno;Příjmení;Účet\nJana;Malá;jana\nPetr;Nový;jana\n")
    assert problems(draft)[0][0] == "row 3, column Účet"


def test_namesakes_are_named_to_the_coordinator(judged, process):
    person(process, office_email="a@x.cz")
    person(process, id="p-2", office_email="b@x.cz")
    draft = judged("Jméno;Příjmení\nJana;Nováková\n")
    [(where, said)] = problems(draft)
    assert where == "row 2, column Příjmení"
    assert "Jana Nováková (a@x.cz); Jana Nováková (b@x.cz)" in said
    assert not problems(judged("Jméno;Příjmení;Úřední e-mail\nJana;Nováková;b@x.cz\n"))


def test_shared_address_is_only_a_warning(judged, process):
    person(process, office_email="urad@x.cz")
    draft = judged("Jméno;Příjmení;Úřední e-mail\nPetr;Malý;urad@x.cz\n")
    assert draft.ready and problems(draft, WARNING)[0][1].startswith(
        "Jana Nováková has"
    )
    assert apply(process, draft).people == 1


def test_person_from_the_archive_stays_there(judged, process):
    api.content.transition(person(process), "archive")
    draft = judged("Jméno;Příjmení\nJana;Nováková\n")
    assert "in the archive" in problems(draft, WARNING)[0][1]
    assert not draft.acts


def test_unknown_organisation_is_created_once(judged, process):
    table = (
        "Jméno;Příjmení;Orgán;Od;Organizace\n"
        "Jana;Nováková;rada;1.1.2020;Dům Seniorů\n"
        "Petr;Malý;rada;1.1.2020;dům seniorů\n"
        "Eva;Nová;rada;1.1.2020;charita\n"
    )
    draft = judged(table)
    assert draft.rows[0].cells["organisation"].verdict == "new"
    assert apply(process, draft).organisations == 1
    assert process["providers"]["dum-senioru"].title == "Dům Seniorů"


def test_substitute_may_stand_before_the_principal(judged, process):
    table = (
        "Jméno;Příjmení;Orgán;Od;Náhradník za\n"
        "Petr;Malý;rada;1.1.2020;Nováková Jana\n"
        "Jana;Nováková;rada;1.1.2019;\n"
    )
    apply(process, judged(table))
    by_person = {one.title: one for one in process["bodies"]["rada"].objectValues()}
    assert by_person["Petr Malý"].substitute_of == by_person["Jana Nováková"].id
    assert not judged(table).acts


def test_substitute_of_nobody_is_refused(judged):
    table = "Jméno;Příjmení;Orgán;Od;Náhradník za\nPetr;Malý;rada;1.1.2020;Jan Novák\n"
    [(where, said)] = problems(judged(table))
    assert where == "row 2, column Náhradník za" and "“Jan Novák”" in said


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("J;N;Sbor;;1.1.2020;", "Orgán", "no body called “Sbor”"),
        ("J;N;rada;Starosta;1.1.2020;", "Funkce", "no function called “Starosta”"),
        ("J;N;rada;;7/13/2020;", "Od", "may be read in two ways"),
        ("J;N;rada;;44025;", "Od", "is a number, not a day"),
        ("J;N;rada;;30. 2. 2020;", "Od", "no day"),
        ("J;N;rada;;1.1.2020;1.1.2019", "Do", "before the first"),
        ("J;N;rada;;;", "Od", "a membership needs it"),
        ("J;N;;vedouci;1.1.2020;", "Orgán", "a membership needs it"),
        ("J;;rada;;1.1.2020;", "Příjmení", "a person needs it"),
        ("J😀;N;rada;;1.1.2020;", "Jméno", "cannot be used here"),
        ("J;N;komise;;1.1.2021;", "Od", "The body ended on"),
        ("J;N;komise;;1.1.2019;", "Od", None),
        ("J;N;rada;predseda-komise;1.1.2020;", "Funkce", "belongs to another body"),
        ("J;N;rada;Předseda;1.1.2020;", "Funkce", None),
        ("J;N;rada;člen;1.1.2020;", "Funkce", None),
    ],
)
def test_cell_is_refused_by_row_and_column(judged, row, column, said):
    found = problems(judged(f"{HEAD}\n;;;;;\n{row}\n"))
    if said is None:
        assert found == []
    else:
        assert [where for where, _text in found] == [f"row 3, column {column}"]
        assert said in found[0][1]


def test_party_that_the_town_does_not_have_is_refused(judged):
    table = "Jméno;Příjmení;Orgán;Od;Strana\nJ;N;rada;1.1.2020;sponzoři\n"
    [(where, said)] = problems(judged(table))
    assert where.endswith("column Strana") and "no party called “sponzoři”" in said


def test_second_chair_inside_the_file_is_refused_on_both_rows(judged):
    table = f"{HEAD}\nJ;N;rada;Předseda;1.1.2020;\nP;M;rada;Předseda;1.1.2021;\n"
    found = problems(judged(table))
    assert [where for where, _said in found] == [
        "row 2, column Funkce",
        "row 3, column Funkce",
    ]
    assert found[0][1] == (
        "Row 3 of the file gives the function at the same time to P M."
    )


def test_chair_beside_a_recorded_one_is_refused_and_the_holder_named(judged, process):
    apply(process, judged(f"{HEAD}\nJana;Nováková;rada;Předseda;1.1.2020;\n"))
    [(where, said)] = problems(judged(f"{HEAD}\nP;M;rada;Předseda;1.1.2021;\n"))
    assert where == "row 2, column Funkce" and "Jana Nováková" in said


def test_chair_may_end_and_begin_in_one_file(judged, process):
    apply(process, judged(f"{HEAD}\nJana;Nováková;rada;Předseda;1.1.2020;\n"))
    table = (
        f"{HEAD}\nP;M;rada;Předseda;1.1.2021;\n"
        "Jana;Nováková;rada;Předseda;1.1.2020;31.12.2020\n"
    )
    done = apply(process, judged(table))
    assert (done.memberships, done.changed_memberships) == (1, 1)


def test_reserved_seat_finds_its_mandate_in_the_same_file(judged, process):
    table = (
        "Jméno;Příjmení;Orgán;Od;Rezervované místo\n"
        "J;N;ps-seniori;1.1.2020;zastupitelstvo\n"
        "J;N;zastupitelstvo;1.1.2019;\n"
    )
    apply(process, judged(table))
    [(where, _said)] = problems(
        judged(table.replace("J;N;zas", "P;M;zas").replace("J;N;ps", "K;L;ps"))
    )
    assert where == "row 2, column Rezervované místo"


def test_overlap_inside_the_file_is_refused(judged):
    table = f"{HEAD}\nJ;N;rada;;1.1.2020;\nJ;N;rada;;1.1.2021;\n"
    found = problems(judged(table))
    assert {where for where, _said in found} == {"row 2, column Od", "row 3, column Od"}


def test_the_same_row_twice_is_recorded_once(judged, process):
    row = "J;N;rada;;1.1.2020;\n"
    draft = judged(f"{HEAD}\n{row}{row}")
    assert "stands in row 2" in problems(draft, WARNING)[0][1]
    assert apply(process, draft).memberships == 1


def test_the_same_membership_said_otherwise_is_refused(judged):
    table = f"{HEAD}\nJ;N;rada;;1.1.2020;\nJ;N;rada;;1.1.2020;1.1.2021\n"
    [(where, said)] = problems(judged(table))
    assert where == "row 3, column Orgán" and "Row 2 speaks of the same" in said


def test_units_tell_memberships_apart(judged, process):
    table = (
        "Jméno;Příjmení;Orgán;Od;Městská část\n"
        "J;N;rada;1.1.2020;Horní\nJ;N;rada;1.1.2020;dolni\n"
    )
    assert apply(process, judged(table)).memberships == 2
    assert not judged(table).acts


def test_consent_is_given_once_and_never_against_a_withdrawal(judged, process):
    table = "Jméno;Příjmení;Souhlas se zveřejněním jména\nJ;N;1.1.2024\n"
    apply(process, judged(table))
    [who] = process["people"].objectValues()
    assert [(row["what"], row["given_on"]) for row in who.consents] == [
        ("name", date(2024, 1, 1))
    ]
    assert not judged(table).acts
    who.consents = [{**who.consents[0], "withdrawn_on": date(2025, 1, 1)}]
    assert not judged(table).acts, "the withdrawn one does not come back"
    [(_where, said)] = problems(judged(table.replace("2024", "2023")))
    assert "was withdrawn on" in said
    assert judged(table.replace("2024", "2026")).acts


@pytest.mark.parametrize("cell", ["1.1.2027", "ano"])
def test_consent_needs_its_day(judged, cell):
    draft = judged(f"Jméno;Příjmení;Souhlas se zveřejněním jména\nJ;N;{cell}\n")
    assert len(problems(draft)) == 1


def test_missing_column_is_named(judged):
    assert problems(judged("Jméno;Funkce\nJ;vedouci\n")) == [
        ("", "The column “Family name” is missing."),
        ("", "The column “Body” is missing."),
        ("", "The column “From” is missing."),
    ]


def test_two_same_headings_are_refused(judged):
    [(_where, said)] = problems(judged("Jméno;Příjmení;First name\nJ;N;P\n"))
    assert "“Jméno” and “First name” mean the same column" in said


def test_unknown_column_is_passed_over_with_a_warning(judged):
    draft = judged("Jméno;Příjmení;Oblíbená barva\nJ;N;modrá\n")
    assert draft.ready
    assert "“Oblíbená barva” is not known" in problems(draft, WARNING)[0][1]


def test_headings_alone_are_told(judged):
    assert problems(judged("Jméno;Příjmení\n"))[0][1].startswith(
        "The table has headings"
    )


def test_draft_with_an_error_is_never_applied(judged, process):
    draft = judged(f"{HEAD}\nJ;N;rada;;1.1.2020;\nP;M;nic;;1.1.2020;\n")
    with pytest.raises(NotReady):
        apply_draft(process, draft)
    assert len(process["people"]) == 0


def test_rows_are_recorded_from_code(process):
    row = {"Jméno": "Jana", "family_name": "Malá", "Orgán": "rada"}
    done = record_rows(process, [{**row, "Od": date(2020, 1, 1), "Hlas": False}])
    assert (done.people, done.memberships) == (1, 1)
    [fact] = ledger().recorded_in(process["bodies"]["rada"].UID())
    assert fact.voting is False


def test_wrong_rows_from_code_are_refused_with_all_sentences(process):
    with pytest.raises(RowsRefused) as refusal:
        record_rows(
            process, [{"Jméno": "J", "Příjmení": "N", "Barva": "x", "Orgán": "?"}]
        )
    assert any("“Barva”" in one for one in refusal.value.sentences)
    assert len(process["people"]) == 0


def test_drafting_writes_nothing(judged, process):
    process._p_jar.savepoint()
    judged(f"{HEAD}\nJ;N;rada;;1.1.2020;\n")
    assert not process["people"]._p_changed and not process._p_changed
