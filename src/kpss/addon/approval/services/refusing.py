"""Refusals of an act as flat errors."""

from collections.abc import Callable
from collections.abc import Iterator
from contextlib import contextmanager
from kpss.addon.approval.refusals import Outdated
from kpss.addon.approval.refusals import Refusal
from kpss.addon.approval.refusals import Refusals
from kpss.addon.restapi_errors import FlatBadRequest
from kpss.addon.restapi_errors import FlatConflict


@contextmanager
def refusals_told(conflict: Callable[[Outdated], FlatConflict]) -> Iterator[None]:
    """``conflict``: what is said where something was recorded meanwhile."""
    try:
        yield
    except Outdated as error:
        raise conflict(error) from error
    except Refusals as error:
        raise refused(error.refusals) from error
    except Refusal as error:
        raise refused([error]) from error


def refused(refusals) -> FlatBadRequest:
    """All reasons; the first one gives the code and the message."""
    first = refusals[0]
    return FlatBadRequest(
        first.message,
        code=first.code,
        params=first.params,
        fields={one.field: one.message for one in reversed(refusals)},
    )
