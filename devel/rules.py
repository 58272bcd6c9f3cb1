"""``make rules``: the tests of plain functions, without what only Plone needs.

Each plugin takes its share of the two seconds. The collector of garbage takes a seventh
of them and finds nothing: what the tests make is gone with the process.
"""

import gc
import pytest
import sys


FOLDERS = ("tests/rules", "tests/profiles", "tests/architecture")
#: Plugins that plain functions do without.
WITHOUT = (
    *("plone", "zopelayer", "hypothesispytest", "logging", "unraisableexception"),
    *("threadexception", "warnings", "cacheprovider", "subtests", "doctest"),
    *("faulthandler", "stepwise", "setuponly", "setupplan", "pastebin", "junitxml"),
)


def main(arguments: list[str]) -> int:
    gc.disable()
    plugins = [f"-pno:{name}" for name in WITHOUT]
    return pytest.main(["--quiet", *plugins, *FOLDERS, *arguments])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
