"""Ours beside stock: measured in turn, so that other work on the machine falls on both.

It is the processor's time that is measured, so waiting for the machine is not.
"""

from collections.abc import Callable
from collections.abc import Sequence
from dataclasses import dataclass
from measuring.asking import Reader
from statistics import median
from time import process_time
import sys


WARM_UP = 3


@dataclass(frozen=True)
class Pair:
    """Our page, the stock page that does the same work, and the ratio we allow."""

    title: str
    ours: str
    stock: str
    allowed: float


@dataclass(frozen=True)
class Result:
    """Medians in milliseconds."""

    title: str
    ours: float
    stock: float
    allowed: float

    @property
    def ratio(self) -> float:
        return self.ours / self.stock


def took(work: Callable[[], object]) -> float:
    """Milliseconds of the processor."""
    begin = process_time()
    work()
    return (process_time() - begin) * 1000


def in_turn(
    works: Sequence[Callable[[int], float]], runs: int, warm_up: int = WARM_UP
) -> list[float]:
    """The median of each; a work is told which run it is and answers its milliseconds."""
    times: list[list[float]] = [[] for _work in works]
    each = list(zip(works, times, strict=True))
    for index in range(warm_up + runs):
        for work, kept in each if index % 2 else reversed(each):
            kept.append(work(index))
    return [median(one[warm_up:]) for one in times]


def pages(reader: Reader, pair: Pair, runs: int) -> Result:
    """Both pages of a pair for a reader."""

    def ask(url: str) -> Callable[[int], float]:
        status = reader.get(url).status
        if status != 200:
            raise SystemExit(f"{url} answers {status}; nothing to compare")
        return lambda _index: reader.get(url).took

    ours, stock = in_turn([ask(pair.ours), ask(pair.stock)], runs)
    return Result(pair.title, ours, stock, pair.allowed)


def table(results: list[Result]) -> str:
    lines = ["| Pages | ours | stock | ratio | aim |", "|---|---|---|---|---|"]
    lines += [
        f"| {one.title} | {one.ours:.0f} ms | {one.stock:.0f} ms | {one.ratio:.2f} "
        f"| ≤ {one.allowed} |"
        for one in results
    ]
    return "\n".join(lines)


def finish(results: list[Result]) -> None:
    """Print the table; an error where a ratio is above its aim."""
    print(table(results))
    sys.exit(any(one.ratio > one.allowed for one in results))
