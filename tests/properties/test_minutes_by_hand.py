"""No line that the rules keep inside is ever read in an edited part."""

from hypothesis import given
from hypothesis import strategies as st
from kpss.addon.minutes.rules import building
from kpss.addon.minutes.rules import by_hand
from kpss.addon.minutes.rules.building import Fresh
from kpss.addon.minutes.rules.inside import inside_lines
from kpss.addon.minutes.rules.inside import runs_of
from kpss.addon.minutes.rules.inside import words_of


WORDS = st.sampled_from(
    [
        "pro",
        "proti",
        "Eva",
        "Jan",
        "Malá",
        "Novák",
        "–",
        "schvaluje",
        "plán",
        "3",
        "Ing.",
    ]
)
LINES = st.lists(WORDS, max_size=6).map(" ".join)
TEXTS = st.lists(LINES, max_size=5)
PUBLICITY = st.sampled_from(["public", "public", "internal"])


@st.composite
def generated(draw, key="a"):
    """A part of the records: the public reads some of its lines, others, or all."""
    lines = draw(TEXTS)
    read = [line for line in lines if draw(st.booleans())] + draw(TEXTS)
    public = "\n".join(read) if draw(st.booleans()) else None
    publicity = draw(PUBLICITY) if key != "a" else "public"
    return Fresh(key, "item", "", "\n".join(lines), public, publicity)


@st.composite
def typed(draw, known):
    """Lines of the records, some changed, glued or broken, among others."""
    lines = draw(st.permutations([*known, *draw(TEXTS)]))
    return draw(st.sampled_from(["\n", "\n", "\n\n"])).join(
        draw(st.sampled_from([line, line.upper(), f"– {line}.", f"⟦{line}⟧"]))
        for line in lines
    )


@given(data=st.data())
def test_no_line_kept_inside_is_a_line_of_the_public_version(data):
    first, second = data.draw(generated()), data.draw(generated())
    other = data.draw(generated("b"))
    known = [*first.text.splitlines(), *second.text.splitlines()]
    known += other.text.splitlines()
    parts = building.rebuilt([], [first, other])
    parts[0] = building.edited(parts[0], data.draw(typed(known)))
    parts = building.rebuilt(parts, [second, other])
    if data.draw(st.booleans()):
        parts[0] = building.edited(parts[0], data.draw(typed(known)))
    part = parts[0]
    if part.edited is None:
        return
    read = by_hand.reading(part, parts, lambda line: data.draw(st.booleans()))
    inside = inside_lines(second.text, second.public)
    inside += (part.inside or "").splitlines()
    whole_other = other.public if other.publicity == "public" else ""
    inside += inside_lines(other.text, whole_other)
    public = second.text if second.public is None else second.public
    may = {words_of(line) for line in public.splitlines()}
    forbidden = {words_of(line) for line in inside} - may
    assert forbidden.isdisjoint(words_of(line) for line in read.text.splitlines())


@given(data=st.data())
def test_no_four_words_of_a_line_kept_inside_are_read_in_what_was_written(data):
    fresh = data.draw(generated())
    [part] = building.rebuilt([], [fresh])
    part = building.edited(part, data.draw(typed(fresh.text.splitlines())))
    if part.edited is None:
        return
    read = by_hand.reading(part, [part], lambda line: False)
    public = fresh.text if fresh.public is None else fresh.public
    may = {words_of(line) for line in public.splitlines()}
    said = [run for line in public.splitlines() for run in _every(words_of(line))]
    inside = inside_lines(fresh.text, fresh.public)
    runs = {run for line in inside for run in runs_of(words_of(line))} - set(said)
    for line in map(words_of, read.text.splitlines()):
        if line not in may:
            assert runs.isdisjoint(_every(line))


def _every(words):
    return [
        words[at : at + size]
        for size in range(1, 5)
        for at in range(len(words) - size + 1)
    ]
