"""Numbers taken over ZEO by several processes with several threads each.

    .venv/bin/python benchmarks/numbering.py [numbers, 10,000 by default]

A ZEO server over a FileStorage, four Zopes that are its clients, four threads in each:
all take numbers of one and the same body, the worst there is, and try again after a
conflict as the publisher does. One time in fifty they give up what they took. In turn
with that the same threads raise a number in a PersistentMapping, the plainest counter
that a stock site could have. It is an error when a number is given twice or left out.
"""

from collections.abc import Callable
from datetime import date
from measuring.ratios import finish
from measuring.ratios import Result
from measuring.zope import root
from measuring.zope import start
from pathlib import Path
from random import uniform
from threading import Thread
from time import monotonic
from time import sleep
import json
import socket
import subprocess
import sys
import tempfile
import transaction


PROCESSES, THREADS, ROUNDS = 4, 4, 5
GIVEN_UP = 50
#: As many has the publisher with ``max-conflict-retries 10``.
ATTEMPTS = 11
#: Two objects are written and read again after a conflict, a stock counter is one.
ALLOWED = 2
BODY, PATTERN, KEY = "body", "{number}/{year}", "plain-counter"
DATABASE = """\
%import ZEO
<zodb_db main>
    cache-size 5000
    <clientstorage>
        server 127.0.0.1:PORT
    </clientstorage>
    mount-point /
</zodb_db>
"""
KINDS = ("ours", "stock")


def ours(index: str) -> int:
    from kpss.addon.numbering.book import give_next
    from kpss.addon.numbering.rules.numbers import Place

    place = Place(date(2026, 5, 4), period="2026")
    return int(give_next(BODY, PATTERN, place, index).split("/")[0])


def stock(_index: str) -> int:
    from plone import api
    from zope.annotation.interfaces import IAnnotations

    counter = IAnnotations(api.portal.get())[KEY]
    counter["last"] += 1
    return counter["last"]


def take(work: Callable[[str], int], number: int, name: str, found: list) -> None:
    """In a thread: so many numbers, each with how many attempts it took."""
    from ZODB.POSException import ConflictError
    from zope.component.hooks import setSite
    import Zope2

    app = Zope2.app()
    setSite(app.Plone)
    for index in range(number):
        if index % GIVEN_UP == GIVEN_UP - 1:
            transaction.begin()
            work(name)
            transaction.abort()
        attempts = 0
        while True:
            attempts += 1
            transaction.begin()
            try:
                taken = work(f"{name}-{index}")
                transaction.commit()
            except ConflictError:
                transaction.abort()
                # Whoever was faster is let finish, as ZPublisher's delay does
                sleep(uniform(0, 0.002 * min(attempts, 10)))
            else:
                break
        found.append((taken, attempts))
    setSite(None)
    app._p_jar.close()


def work_in(home: Path, port: int, name: str, number: int) -> None:
    """A process: waits for each round, runs its threads and writes down what they took."""
    start(home / name, DATABASE.replace("PORT", str(port)))
    (home / f"ready-{name}").touch()
    for turn in range(ROUNDS):
        for kind in KINDS:
            wait_for(home / f"go-{turn}-{kind}")
            found: list[tuple[int, int]] = []
            threads = [
                Thread(
                    target=take,
                    args=(globals()[kind], number, f"{name}-{thread}-{turn}", found),
                )
                for thread in range(THREADS)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            part = home / f"part-{turn}-{kind}-{name}"
            part.write_text(json.dumps(found))
            part.rename(home / f"done-{turn}-{kind}-{name}")


def wait_for(path: Path) -> None:
    while not path.exists():
        sleep(0.005)


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def build() -> None:
    from devel.plain_site import plain_site
    from persistent.mapping import PersistentMapping
    from zope.annotation.interfaces import IAnnotations

    with root() as app:
        IAnnotations(plain_site(app))[KEY] = PersistentMapping(last=0)


def served(home: Path, port: int) -> subprocess.Popen:
    command = [sys.executable, "-m", "ZEO.runzeo", "-a", f"127.0.0.1:{port}"]
    command += ["-f", str(home / "Data.fs")]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=home, stdout=quiet, stderr=quiet)


def measured(home: Path, port: int, number: int) -> dict[str, list]:
    """Of each kind the seconds of every round, and all that was taken."""
    names = [f"client-{index}" for index in range(PROCESSES)]
    each = number // (PROCESSES * THREADS * ROUNDS)
    workers = [
        subprocess.Popen(
            [sys.executable, __file__, "--work", home, str(port), name, str(each)]
        )
        for name in names
    ]
    try:
        for name in names:
            wait_for(home / f"ready-{name}")
        times: dict[str, list] = {kind: [] for kind in KINDS}
        taken: dict[str, list] = {kind: [] for kind in KINDS}
        for turn in range(ROUNDS):
            for kind in KINDS:
                begin = monotonic()
                (home / f"go-{turn}-{kind}").touch()
                for name in names:
                    wait_for(home / f"done-{turn}-{kind}-{name}")
                times[kind].append(monotonic() - begin)
                for name in names:
                    done = home / f"done-{turn}-{kind}-{name}"
                    taken[kind] += json.loads(done.read_text())
    finally:
        for worker in workers:
            worker.terminate()
            worker.wait()
    return {"times": times, "taken": taken}


def run(number: int) -> tuple[Result, list[str]]:
    with tempfile.TemporaryDirectory() as folder:
        home, port = Path(folder), free_port()
        server = served(home, port)
        try:
            start(home / "parent", DATABASE.replace("PORT", str(port)))
            build()
            found = measured(home, port, number)
        finally:
            server.terminate()
            server.wait()
    lines, wrong = [], []
    for kind in KINDS:
        taken = [one for one, _attempts in found["taken"][kind]]
        attempts = sorted(attempts for _one, attempts in found["taken"][kind])
        if sorted(taken) != list(range(1, len(taken) + 1)):
            wrong.append(f"{kind}: a number is given twice or left out")
        lines.append(
            f"{kind}: {len(taken):,} numbers from {PROCESSES} processes with {THREADS} "
            f"threads each, {len(taken) / sum(found['times'][kind]):.0f} in a second; "
            f"{sum(attempts) / len(attempts):.1f} attempts each, at most {attempts[-1]}, "
            f"{sum(one > ATTEMPTS for one in attempts)} with more than {ATTEMPTS}"
        )
    each = [sum(found["times"][kind]) * 1000 / number for kind in KINDS]
    title = "a number over ZEO / a stock counter"
    print("\n".join(lines))
    return Result(title, each[0], each[1], ALLOWED), wrong


if __name__ == "__main__":
    if sys.argv[1:2] == ["--work"]:
        place, port, name, number = sys.argv[2:]
        work_in(Path(place), int(port), name, int(number))
        sys.exit()
    result, wrong = run(int(sys.argv[1]) if sys.argv[1:] else 10_000)
    print("\n".join(wrong) or "none given twice, none left out")
    if wrong:
        sys.exit(1)
    finish([result])
