"""A small right template, and ways to spoil it."""

from plone import api
import pytest


SMALL = """\
format: 1
id: mestys
municipality:
  title: Městys Zkouška
  ico: "00233129"
process:
  title: Plánování služeb
parties:
  - id: zadavatel
    title: zadavatel
  - id: verejnost
    title: veřejnost
    counts_as: zadavatel
functions:
  - id: koordinator
    title: Koordinátorka
    kind: coordinator
    body: odbor
    tasks:
      - svolává
      - zapisuje
bodies:
  - id: rada
    title: Rada
    kind: council
    acts: [decides]
    rules:
      document: Jednací řád rady
      values:
        quorum: {value: ">1/2", source: default}
        min_meetings_per_year: {value: 2}
  - id: odbor
    title: Odbor
    kind: department
    parent: rada
  - id: seniori
    title: Senioři
    kind: working_group
    parent: odbor
    target_groups: [seniori]
chains:
  - id: plan
    title: Plán
    document_kinds: [community_plan]
    purpose: adoption
    steps:
      - body: seniori
        act: prepares
      - body: rada
        act: decides
pages:
  - id: zasady
    title: Zásady
    text: <p>Každý může přijít.</p>
"""


@pytest.fixture(scope="session")
def small() -> str:
    """A template with a little of everything."""
    return SMALL


@pytest.fixture
def spoiled(small):
    """``spoiled(old, new)``: the small template with a text replaced once."""

    def spoil(old: str, new: str) -> str:
        assert old in small, "the small template has changed"
        return small.replace(old, new, 1)

    return spoil


@pytest.fixture
def as_manager(portal):
    """The test acts as a manager."""
    with api.env.adopt_roles(["Manager"]):
        yield
