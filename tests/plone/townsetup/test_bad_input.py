"""Bad templates: a clear message with line and key, nothing changed, never a 500."""

from kpss.addon.townsetup.checking import check
from kpss.addon.townsetup.messages import sentence
from kpss.addon.townsetup.reading import read
from time import perf_counter
from zope.i18n import interpolate
import pytest


#: What is replaced in the small template by what; line, key and a part of the sentence.
SPOILED = {
    "wrong IČO": (
        '"00233129"',
        '"00233128"',
        5,
        "municipality.ico",
        "00233128 is not a valid identification number (IČO)",
    ),
    "IČO without quotes": (
        '"00233129"',
        "44992785",
        5,
        "municipality.ico",
        "put 44992785 in quotes",
    ),
    "unknown body kind": (
        "kind: council",
        "kind: councl",
        25,
        "bodies[0].kind",
        "“councl” cannot be used here. Did you mean “council”?",
    ),
    "parent loop": (
        "kind: council",
        "kind: council\n    parent: odbor",
        26,
        "bodies[0].parent",
        "run in a circle: rada → odbor → rada",
    ),
    "two supreme bodies": (
        "    parent: rada\n  - id: seniori\n",
        "    supreme: true\n  - id: seniori\n    supreme: true\n",
        37,
        "bodies[2].supreme",
        "only one supreme managing body; the first stands at bodies[1]",
    ),
    "unknown key": (
        "counts_as: zadavatel",
        "count_as: zadavatel",
        13,
        "parties[1].count_as",
        "The key “count_as” is not known. Did you mean “counts_as”?",
    ),
    "missing key": (
        "    kind: council\n",
        "",
        23,
        "bodies[0].kind",
        "The key “kind” is missing here.",
    ),
    "30 February": (
        "    acts: [decides]\n",
        "    valid_from: 2026-02-30\n",
        26,
        "bodies[0].valid_from",
        "“2026-02-30” is no date",
    ),
    "Czech date": (
        "    acts: [decides]\n",
        "    valid_from: 30. 2. 2026\n",
        26,
        "bodies[0].valid_from",
        "“30. 2. 2026” is no date",
    ),
    "emoji": (
        "title: Rada",
        "title: Rada 🎉",
        24,
        "bodies[0].title",
        "“🎉” cannot be used here",
    ),
    "5,000 characters": (
        "title: Rada",
        "title: " + 5000 * "R",
        24,
        "bodies[0].title",
        "The text has 5000 characters; at most 250 are allowed.",
    ),
    "two lines": (
        "title: Rada",
        'title: "Rada\\nměsta"',
        24,
        "bodies[0].title",
        "on one line",
    ),
    "only spaces": (
        "title: Rada",
        'title: "  "',
        24,
        "bodies[0].title",
        "must not be empty",
    ),
    "nothing": ("title: Rada", "title:", 24, "bodies[0].title", "The value is missing"),
    "duplicate key": (
        "title: Rada",
        "title: Rada\n    title: Rada",
        25,
        "bodies[0].title",
        "already stands on line 24",
    ),
    "id twice": (
        "- id: odbor",
        "- id: rada",
        32,
        "bodies[1].id",
        "The id “rada” is used twice; it already stands at bodies[0].",
    ),
    "id with diacritics": (
        "- id: zasady",
        "- id: zásady",
        52,
        "pages[0].id",
        "“zásady” is not an id",
    ),
    "page in the place of a folder": (
        "- id: zasady",
        "- id: bodies",
        52,
        "pages[0].id",
        "a folder of that name",
    ),
    "reference to nothing": (
        "parent: rada",
        "parent: radda",
        35,
        "bodies[1].parent",
        "There is no body “radda” in the template. Did you mean “rada”?",
    ),
    "group in the code list": (
        "[seniori]",
        "[seniors]",
        40,
        "bodies[2].target_groups[0]",
        "The target group “seniors” is not in the code list. Did you mean “seniori”?",
    ),
    "unknown rule": (
        "quorum:",
        "quorums:",
        30,
        "bodies[0].rules.values.quorums",
        "Did you mean “quorum”?",
    ),
    "a share that is none": (
        '">1/2"',
        '">3/2"',
        30,
        "bodies[0].rules.values.quorum.value",
        "is not a share",
    ),
    "a number that is none": (
        "{value: 2}",
        "{value: two}",
        31,
        "bodies[0].rules.values.min_meetings_per_year.value",
        "is not a whole number",
    ),
    "function of a rule that does not exist": (
        "min_meetings_per_year: {value: 2}",
        "presiding: {value: koordinatorka}",
        31,
        "bodies[0].rules.values.presiding.value",
        "Did you mean “koordinator”?",
    ),
    "list instead of one value": (
        "{value: 2}",
        "{value: [2]}",
        31,
        "bodies[0].rules.values.min_meetings_per_year.value",
        "A single value is expected",
    ),
    "row of a rule without its function": (
        "min_meetings_per_year: {value: 2}",
        "ex_officio: {value: [{kind: function}]}",
        31,
        "bodies[0].rules.values.ex_officio.value",
        "needs a function",
    ),
    "chain that nobody decides": (
        "        act: decides\n",
        "        act: advises\n",
        50,
        "chains[0].steps[1].act",
        "The last step of a chain must be one that decides.",
    ),
    "dangerous address": (
        "  title: Plánování služeb",
        "  title: x\n  portal_url: javascript:alert(1)",
        8,
        "process.portal_url",
        "begins with http:// or https://",
    ),
    "newer format": ("format: 1", "format: 2", 1, "format", "must be 1, not 2"),
    "text instead of a list": (
        "[decides]",
        "decides",
        26,
        "bodies[0].acts",
        "A list is expected here",
    ),
    "list instead of keys": (
        "{value: 2}",
        "[2]",
        31,
        "bodies[0].rules.values.min_meetings_per_year",
        "Keys with values are expected here",
    ),
    "share without quotes": (
        '{value: ">1/2", source: default}',
        "{value: >1/2}",
        30,
        "",
        "must stand in quotes",
    ),
    "broken YAML": ("title: Rada", "title: [Rada", 25, "", "not valid YAML"),
    "alias": (
        "title: Rada",
        "title: &r Rada",
        24,
        "bodies[0].title",
        "Anchors and aliases",
    ),
    "code": (
        "title: Rada",
        "title: !!python/name:os.system",
        24,
        "bodies[0].title",
        "Tags such as",
    ),
}
TEXTS = {
    "empty file": ("", "The template is empty."),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text in UTF-8"),
    "nulls": (b"\0" * 1000, "U+0000 does not belong into a text"),
    "nested lists": (b"a: " + b"[" * 10_000, "nested too deep"),
    "10 MB": (b"x" * 10_000_000, "at most 1 MB of text is read"),
    "something else": (b"- a\n- b\n", "consists of keys and values"),
    "windows encoding": ("title: Šťáva".encode("cp1250"), "UTF-8"),
}


def told(source):
    """Line, key and sentence of every problem."""
    messages = [(p, sentence(p)) for p in check(read(source))]
    return [(p.line, p.key, interpolate(m, m.mapping)) for p, m in messages]


def test_small_template_is_right(small):
    assert told(small) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "message"), SPOILED.values(), ids=SPOILED.keys()
)
def test_problem_names_line_and_key(spoiled, old, new, line, key, message):
    problems = told(spoiled(old, new))
    assert any(p[:2] == (line, key) and message in p[2] for p in problems), problems


@pytest.mark.parametrize(("source", "message"), TEXTS.values(), ids=TEXTS.keys())
def test_what_is_no_template_is_told(source, message):
    [(_line, _key, text)] = told(source)
    assert message in text


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\n" * 90_000,
        "format: 1\nbodies:\n" + "- {a: 1}\n" * 30_000,
        "format: 1\nbodies:\n"
        + "".join(f"- {{id: b{i}, parent: b{i + 1}}}\n" for i in range(15_000)),
        "format: 1\nbodies:\n"
        + "".join(f"- {{id: b{i}, parent: c{i}}}\n" for i in range(1_000)),
        "".join(f"key{i}: 1\n" for i in range(40_000)),
        "format: 1\nbodies:\n  - acts: [" + "{a: 1}, x, " * 15_000 + "x]\n",
    ],
    ids=["same key", "no bodies", "long line", "no parents", "other keys", "long list"],
)
def test_nonsense_of_a_megabyte_is_told_in_seconds(text):
    start = perf_counter()
    problems = told(text)
    assert 0 < len(problems) <= 200
    assert perf_counter() - start < 10


def test_all_problems_come_at_once(spoiled):
    text = spoiled("kind: council", "kind: councl").replace(
        "parent: odbor", "parent: nic"
    )
    text = text.replace("act: decides", "act: advises").replace("00233129", "2")
    assert [(line, key) for line, key, _message in told(text)] == [
        (5, "municipality.ico"),
        (25, "bodies[0].kind"),
        (39, "bodies[2].parent"),
        (50, "chains[0].steps[1].act"),
    ]


@pytest.mark.parametrize(("old", "new"), [v[:2] for v in SPOILED.values()], ids=SPOILED)
def test_rest_refuses_with_400_and_changes_nothing(
    rest, functional_portal, spoiled, old, new
):
    before = sorted(functional_portal.objectIds())
    answer = rest.post("/@town-templates", json={"yaml": spoiled(old, new)})
    assert answer.status_code == 400
    body = answer.json()
    assert body["code"] == "template_refused"
    assert all(set(error) == {"field", "message", "line"} for error in body["errors"])
    assert sorted(functional_portal.objectIds()) == before


@pytest.mark.parametrize("source", [v[0] for v in TEXTS.values()], ids=TEXTS)
def test_form_refuses_an_upload_with_a_sentence(manager, functional_portal, source):
    before = sorted(functional_portal.objectIds())
    data = source.encode() if isinstance(source, str) else source
    manager.open(f"{functional_portal.absolute_url()}/add-process-from-template")
    manager.getControl(name="template").value = ["own"]
    manager.getControl(name="file").add_file(data, "text/yaml", "mesto.yaml")
    manager.getControl(name="check").click()
    assert 'role="alert"' in manager.contents
    assert 'name="apply"' not in manager.contents
    assert sorted(functional_portal.objectIds()) == before
