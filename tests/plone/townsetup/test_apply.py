"""Dry run and applying: adds what is missing, overwrites only what is ticked."""

from kpss.addon.bodies.registry import body_facts
from kpss.addon.process.template_row import CHANGE
from kpss.addon.process.template_row import CREATE
from kpss.addon.process.template_row import REFUSE
from kpss.addon.process.template_row import SAME
from kpss.addon.townsetup.apply import apply_template
from kpss.addon.townsetup.apply import create_process
from kpss.addon.townsetup.apply import RowsRefused
from kpss.addon.townsetup.draft import draft_again
from kpss.addon.townsetup.draft import draft_new
from kpss.addon.townsetup.export import export_data
from kpss.addon.townsetup.plan import plan
from kpss.addon.townsetup.reading import read
from kpss.addon.townsetup.shipped import shipped_templates
from plone import api
from time import perf_counter
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


@pytest.fixture
def data(small):
    return read(small).data


@pytest.fixture
def process(portal, as_manager, data):
    return create_process(portal, data, "mesto", public=False).process


def verdicts(process, data, ticked=frozenset()):
    return {row.key: row.verdict for row in plan(process, data, ticked)}


def keys(process, data, verdict, ticked=frozenset()):
    return {key for key, v in verdicts(process, data, ticked).items() if v == verdict}


def body(data, body_id):
    return next(item for item in data["bodies"] if item["id"] == body_id)


def test_dry_run_of_a_new_process_changes_nothing(portal, as_manager, small):
    before = portal.objectIds(), len(portal.portal_catalog)
    draft = draft_new(portal, read(small))
    assert draft.ready and {row.verdict for row in draft.rows} == {CREATE}
    assert (portal.objectIds(), len(portal.portal_catalog)) == before


def test_objects_get_the_ids_and_the_order_of_the_template(process):
    facts = body_facts(process)
    assert [(f["id"], f["chart_order"]) for f in facts] == [
        ("rada", 10),
        ("odbor", 20),
        ("seniori", 30),
    ]
    assert [f["parent"] for f in facts] == [None, "rada", "odbor"]
    assert process["bodies"]["seniori"].portal_type == "kpss.WorkingGroup"


def test_rules_stand_in_the_body_with_their_sources(process):
    rules = process["bodies"]["rada"]["rules"]
    assert (rules.quorum, rules.min_meetings_per_year) == (">1/2", 2)
    assert rules.sources == {"quorum": "default"}
    assert rules.document == "Jednací řád rady"


def test_new_process_is_internal_and_its_bodies_follow_it(process):
    state = api.content.get_state
    assert state(process) == "internal"
    assert state(process["bodies"]["rada"]) == "public"
    with api.env.adopt_roles(["Anonymous"]):
        assert not api.user.has_permission("View", obj=process["bodies"]["rada"])


def test_published_process_is_public_with_its_pages(portal, as_manager, data):
    process = create_process(portal, data, "mesto", public=True).process
    with api.env.adopt_roles(["Anonymous"]):
        for obj in (process, process["bodies"]["rada"], process["zasady"]):
            assert api.user.has_permission("View", obj=obj)


def test_author_who_may_not_publish_gets_an_internal_process(portal, data):
    portal.manage_permission("kpss.addon: Add Process", ["Contributor"], acquire=1)
    with api.env.adopt_roles(["Contributor", "Member"]):
        process = create_process(portal, data, "mesto", public=True).process
    assert api.content.get_state(process) == "internal"
    assert api.content.get_state(process["zasady"]) == "private"


def test_second_time_everything_is_the_same(process, data):
    assert set(verdicts(process, data).values()) == {SAME}


def test_what_was_edited_stays_unless_ticked(process, data):
    """Decision 29."""
    process["bodies"]["rada"].title = "Rada městyse"
    process["bodies"]["rada"]["rules"].quorum = ">=2/3"
    process["zasady"].title = "Naše zásady"
    process.parties = [
        {**row, "title": row["title"].upper()} for row in process.parties
    ]
    changed = {
        "bodies[0].title",
        "bodies[0].rules.values.quorum",
        "pages[0].title",
        "parties[0].title",
        "parties[1].title",
    }
    assert keys(process, data, CHANGE) == changed
    before = export_data(process)
    done = apply_template(process, data, frozenset())
    assert (done.created, done.changed) == (0, 0)
    assert export_data(process) == before


def test_ticked_row_is_overwritten_and_no_other(process, data):
    process["bodies"]["rada"].title = "Rada městyse"
    process["bodies"]["odbor"].title = "Odbor sociální"
    done = apply_template(process, data, frozenset({"bodies[0].title"}))
    assert (done.created, done.changed) == (0, 1)
    titles = {body.getId(): body.title for body in process["bodies"].objectValues()}
    assert titles == {"rada": "Rada", "odbor": "Odbor sociální", "seniori": "Senioři"}


def test_missing_things_are_added_and_own_ones_stay(process, data):
    data["chains"] = []
    api.content.delete(process["chains"]["plan"])
    api.content.delete(process["bodies"]["seniori"], check_linkintegrity=False)
    api.content.delete(process["zasady"])
    api.content.create(
        process["bodies"], "kpss.Body", "vybor", title="Výbor", kind="other"
    )
    process.parties = process.parties[:1]
    process.stages = [{"id": "nase", "title": "Naše etapa"}]
    process.functions = []
    assert keys(process, data, CREATE) == {
        "bodies[2]",
        "agendas[0].templates[0]",
        "pages[0]",
        "parties[1]",
        "functions[0]",
    }
    apply_template(process, data, frozenset())
    assert set(verdicts(process, data).values()) == {SAME}
    assert "vybor" in process["bodies"] and process.stages[0]["id"] == "nase"


def test_templates_of_agendas_come_with_the_body(process, data):
    group = process["bodies"]["seniori"]
    [one] = group.agenda_templates
    assert one["title"] == "Obvyklé setkání"
    assert [item["title"] for item in one["items"]] == ["Kontrola úkolů", "Různé"]
    assert export_data(process)["agendas"] == data["agendas"]


def test_a_template_of_an_agenda_is_overwritten_only_when_it_is_ticked(process, data):
    group, key = process["bodies"]["seniori"], "agendas[0].templates[0]"
    own = {"title": "Naše", "items": [{"title": "Bod"}]}
    other = {"title": "Obvyklé setkání", "items": [{"title": "Jinak"}]}
    group.agenda_templates = [own, other]
    assert keys(process, data, CHANGE) == {key}
    apply_template(process, data, frozenset())
    assert group.agenda_templates == [own, other]
    apply_template(process, data, frozenset({key}))
    kept = {one["title"]: one["items"] for one in group.agenda_templates}
    assert [one["title"] for one in kept["Obvyklé setkání"]] == [
        "Kontrola úkolů",
        "Různé",
    ]
    assert kept["Naše"] == own["items"]


def test_existing_body_keeps_its_place_in_the_chart(process, data):
    process["bodies"]["rada"].chart_order = 500
    apply_template(process, data, frozenset())
    assert process["bodies"]["rada"].chart_order == 500


def test_empty_field_is_filled(process, data):
    process["bodies"]["odbor"].parent = None
    assert keys(process, data, CREATE) == {"bodies[1].parent"}


def test_source_comes_and_goes_with_its_value(process, data):
    rules = process["bodies"]["rada"]["rules"]
    body(data, "rada")["rules"]["values"]["quorum"] = {"value": ">=3/5"}
    apply_template(process, data, frozenset({"bodies[0].rules.values.quorum"}))
    assert rules.quorum == ">=3/5"
    assert not rules.sources


def test_source_is_the_templates_again_with_its_value(process, data):
    """After an edit in the form, which says nothing of the source."""
    rules = process["bodies"]["rada"]["rules"]
    rules.quorum = ">=2/3"
    notify(ObjectModifiedEvent(rules))
    assert not rules.sources
    apply_template(process, data, frozenset({"bodies[0].rules.values.quorum"}))
    assert (rules.quorum, rules.sources) == (">1/2", {"quorum": "default"})


@pytest.mark.parametrize(
    ("wanted", "verdict"),
    [
        ({"value": ">1/2", "source": "default"}, SAME),
        ({"value": ">1/2"}, SAME),
        ({"value": ">1/2", "source": "čl. 5"}, CHANGE),
        ({"value": ">=3/5", "source": "default"}, CHANGE),
    ],
)
def test_rule_is_compared_with_its_source(process, data, wanted, verdict):
    body(data, "rada")["rules"]["values"]["quorum"] = wanted
    assert verdicts(process, data)["bodies[0].rules.values.quorum"] == verdict


def test_missing_source_is_added(process, data):
    process["bodies"]["rada"]["rules"].sources = {}
    assert keys(process, data, CREATE) == {"bodies[0].rules.values.quorum"}


def test_coordinator_applies_a_template_without_being_a_manager(portal, process, data):
    api.user.create("kor@example.cz", "kor", "Tajne-heslo-123")
    process.manage_setLocalRoles("kor", ["KPSS Coordinator"])
    process.reindexObjectSecurity()
    data["bodies"].append({"id": "deti", "title": "Děti", "kind": "working_group"})
    data["pages"].append({"id": "slovnik", "title": "Slovník"})
    with api.env.adopt_user("kor"):
        assert api.user.has_permission("kpss.addon: Manage Process", obj=process)
        apply_template(process, data, frozenset())
        done = create_process(process, data, "ctvrt", public=True).process
    assert api.content.get_state(process["bodies"]["deti"]) == "public"
    assert api.content.get_state(done) == "public"


def test_change_shows_both_values(process, data):
    process["bodies"]["rada"].act_text = "x" * 300 + " tam " + "y" * 300
    body(data, "rada")["act_text"] = "x" * 300 + " sem " + "y" * 300
    [row] = [r for r in plan(process, data) if r.verdict == CHANGE]
    assert "tam" in row.current and "sem" in row.new
    assert len(row.new) < 130


def test_body_moved_in_the_browser_is_not_caught_in_a_circle(process, data):
    """The template hangs "odbor" under "rada"; here "rada" was hung under "odbor"."""
    process["bodies"]["odbor"].parent = None
    process["bodies"]["rada"].parent = "odbor"
    assert keys(process, data, REFUSE) == {"bodies[1].parent"}
    with pytest.raises(RowsRefused):
        apply_template(process, data, frozenset())
    assert process["bodies"]["odbor"].parent is None


def test_second_supreme_body_is_refused_only_when_it_would_come_to_be(process, data):
    """BER-42."""
    process["bodies"]["odbor"].supreme = True
    process["bodies"]["rada"].supreme = False
    body(data, "rada")["supreme"] = True
    assert keys(process, data, CHANGE) == {"bodies[0].supreme"}
    ticked = frozenset({"bodies[0].supreme"})
    assert keys(process, data, REFUSE, ticked) == {"bodies[0].supreme"}
    body(data, "odbor")["supreme"] = False
    both = ticked | {"bodies[1].supreme"}
    assert keys(process, data, REFUSE, both) == set()


def test_new_supreme_body_beside_an_old_one_is_refused(process, data):
    process["bodies"]["odbor"].supreme = True
    new = {"id": "skupina", "title": "Skupina", "kind": "steering", "supreme": True}
    data["bodies"].append(new)
    assert keys(process, data, REFUSE) == {"bodies[3]"}


def test_working_group_does_not_turn_into_a_council(process, data):
    body(data, "seniori")["kind"] = "council"
    assert keys(process, data, REFUSE) == {"bodies[2].kind"}


def test_template_for_a_process_may_refer_to_what_is_there(process):
    text = (
        "format: 1\nmunicipality: {title: Městys Zkouška}\n"
        "process: {title: Plánování služeb}\n"
        "bodies:\n  - {id: deti, title: Děti, kind: working_group, parent: odbor}\n"
    )
    draft = draft_again(process, read(text), frozenset())
    assert draft.problems == []
    assert [row.key for row in draft.rows if row.verdict == CREATE] == ["bodies[0]"]


@pytest.mark.parametrize(
    "address", ["bodies", "edit", "title", "portal_catalog", "a b"]
)
def test_reserved_and_used_addresses_are_refused(process, small, address):
    problems = draft_new(process, read(small), address=address).problems
    assert [problem.path for problem in problems] == [("id",)]


def test_body_with_a_reserved_id_is_refused(portal, as_manager, small):
    text = small.replace("id: rada", "id: sharing").replace(": rada", ": sharing")
    draft = draft_new(portal, read(text))
    assert [r.key for r in draft.rows if r.verdict == REFUSE] == ["bodies[0]"]
    assert not draft.ready


def test_page_of_another_type_in_the_way_is_refused(process, data):
    api.content.delete(process["zasady"])
    api.content.create(process, "Folder", "zasady", title="Zásady")
    assert keys(process, data, REFUSE) == {"pages[0]"}


def test_district_goes_under_its_city(process, data):
    district = create_process(process, data, "ctvrt", public=False).process
    assert district.getPhysicalPath()[-2:] == ("mesto", "ctvrt")
    assert set(verdicts(district, data).values()) == {SAME}


@pytest.mark.parametrize("template", shipped_templates(), ids=lambda one: one.id)
def test_dry_run_takes_less_than_a_second(portal, as_manager, template):
    start = perf_counter()
    draft = draft_new(portal, template.reading, address="rychle")
    assert draft.ready
    assert perf_counter() - start < 1
