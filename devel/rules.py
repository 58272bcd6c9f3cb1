"""``make rules``: the tests of plain functions, without what only Plone needs.

Each plugin takes its share of the two seconds. The collector of garbage takes a seventh
of them and finds nothing: what the tests make is gone with the process. Half of the
files run in a second process, as every machine that develops has two cores.
"""

from pathlib import Path
import gc
import os
import pytest
import sys
import tempfile


FOLDERS = ("tests/rules", "tests/profiles", "tests/architecture")
#: Plugins that plain functions do without.
WITHOUT = (
    *("plone", "zopelayer", "hypothesispytest", "logging", "unraisableexception"),
    *("threadexception", "warnings", "cacheprovider", "subtests", "doctest"),
    *("faulthandler", "stepwise", "setuponly", "setupplan", "pastebin", "junitxml"),
)
#: What pytest answers when nothing was chosen: the other half may have it.
NOTHING = 5


def halves() -> tuple[list[str], list[str]]:
    """The files in two groups of about the same length."""
    files = sorted(
        (path for folder in FOLDERS for path in Path(folder).rglob("test_*.py")),
        key=lambda path: path.stat().st_size,
        reverse=True,
    )
    groups: tuple[list[Path], list[Path]] = ([], [])
    for path in files:
        min(groups, key=lambda one: sum(each.stat().st_size for each in one)).append(
            path
        )
    first, second = (sorted(map(str, group)) for group in groups)
    return first, second


def run(files: list[str], arguments: list[str]) -> int:
    plugins = [f"-pno:{name}" for name in WITHOUT]
    return int(pytest.main(["--quiet", *plugins, *files, *arguments]))


def main(arguments: list[str]) -> int:
    gc.disable()
    first, second = halves()
    with tempfile.TemporaryFile("w+") as said:
        child = os.fork()
        if child == 0:
            os.dup2(said.fileno(), 1)
            code = run(second, arguments)
            sys.stdout.flush()
            os._exit(code)
        codes = [run(first, arguments)]
        codes.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        said.seek(0)
        print(said.read(), end="")
    bad = [code for code in codes if code not in (0, NOTHING)]
    return bad[0] if bad else min(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
