"""Whatever happens to a right template, problems are told and nothing is raised."""

from hypothesis import example
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from kpss.addon.process.fields import template_schema
from kpss.addon.townsetup.checking import check
from kpss.addon.townsetup.messages import sentence
from kpss.addon.townsetup.plan import plan_new
from kpss.addon.townsetup.reading import read
from kpss.addon.townsetup.reading import Reading
from kpss.addon.townsetup.shipped import shipped_templates
from kpss.addon.townsetup.writing import write
from plone import api
import copy


FAST = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
KEYS = sorted(
    {
        "title",
        "id",
        "kind",
        "value",
        "source",
        "act",
        "steps",
        "body",
        "parent",
        "rules",
    }
    | set(template_schema()["properties"])
)
scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.text(max_size=20)
    | st.sampled_from(["rada", "2026-02-30", ">1/2", "working_group", "decides", "🎉"])
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=3
        )
    ),
    max_leaves=6,
)


def places(data, path=()):
    """Paths of everything in the data."""
    items = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in items:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


def mutated(draw, data):
    """The data with a few things replaced, deleted or copied somewhere else."""
    data = copy.deepcopy(data)
    for _step in range(draw(st.integers(1, 5))):
        path = draw(st.sampled_from(list(places(data)) or [()]))
        if not path:
            break
        parent = data
        for part in path[:-1]:
            parent = parent[part]
        what = draw(st.sampled_from(["replace", "delete", "add", "move"]))
        if what == "replace":
            parent[path[-1]] = draw(values)
        elif what == "delete":
            del parent[path[-1]]
        elif isinstance(parent, list):
            parent.append(copy.deepcopy(parent[path[-1]]))
        elif what == "add":
            parent[draw(st.sampled_from(KEYS))] = draw(values)
        else:
            parent[draw(st.sampled_from(KEYS))] = copy.deepcopy(parent[path[-1]])
    return data


@given(data=st.data())
@FAST
def test_mutated_template_is_told_or_planned(portal, data):
    template = data.draw(st.sampled_from([t.id for t in shipped_templates()]))
    original = next(t for t in shipped_templates() if t.id == template).data
    changed = mutated(data.draw, original)
    problems = check(Reading(data=changed))
    for problem in problems:
        assert str(sentence(problem))
    if not problems:
        with api.env.adopt_roles(["Manager"]):
            assert plan_new(portal, changed, "mutace")


@given(data=st.data())
@FAST
def test_mutated_text_is_told_or_read(small, data):
    text = data.draw(
        st.sampled_from([small, *(t.reading.text for t in shipped_templates())])
    )
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 20))
    insert = data.draw(
        st.text(max_size=10)
        | st.sampled_from(["\t", ": ", "- ", "&a ", "*a", "[", "}", "\0"])
    )
    reading = read(text[:start] + insert + text[start + length :])
    for problem in check(reading):
        assert str(sentence(problem))
        assert problem.line is None or problem.line >= 1


@given(raw=st.binary(max_size=200))
@FAST
def test_any_bytes_are_told(raw):
    assert check(read(raw))


@given(value=values)
@example(value="\x85")
@FAST
def test_what_is_written_is_read_the_same(value):
    """Control characters are the only texts that a template cannot hold."""
    reading = read(write({"format": value}))
    codes = {problem.code for problem in reading.problems}
    assert reading.data == {"format": value} or codes == {"control_character"}
