"""Values come back as they were, in the same kinds."""

from DateTime import DateTime
from datetime import date
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from kpss.addon.transfer.attributes import is_carried
from kpss.addon.transfer.plain import NotPlain
from kpss.addon.transfer.plain import read
from kpss.addon.transfer.plain import written
from persistent.list import PersistentList
from persistent.mapping import PersistentMapping
import json
import pytest


@pytest.mark.parametrize(
    "value",
    [
        None,
        "řídící",
        [1, 2.5, True],
        {"a": [date(2020, 7, 13)], "b": {"c": ()}},
        {"@": "date", "is": "not a date"},
        {1: "one", None: "none"},
        datetime(2020, 7, 13, 12, 30, tzinfo=UTC),
        DateTime("2020/07/13 12:30:00 GMT+2"),
        Decimal("12.50"),
        ("a", ("b",)),
        {"x", "y"},
        frozenset(("x",)),
        PersistentList([{"on": date(2020, 7, 13)}]),
        PersistentMapping(a=1),
    ],
)
def test_value_comes_back(value):
    back = read(json.loads(json.dumps(written(value))))
    assert (back, type(back)) == (value, type(value))


def test_what_is_not_known_is_refused():
    with pytest.raises(NotPlain):
        written(object())
    with pytest.raises(NotPlain):
        read({"@": "object", "is": None})


def test_names_of_the_machinery_are_not_carried():
    for name in ("__class__", "_tree", "_plone.uuid", "_View_Permission", "_v_x", "id"):
        assert not is_carried(name), name
    assert is_carried("corrections")
