"""How long the page of a meeting takes compared with a stock page, in one process.

    .venv/bin/python benchmarks/meeting.py [pairs of runs, 15 by default]

A public meeting of 60 items with a paper on each, in a body of 57 members (PRA-11): while
it is planned, when it was convened, and when it was held with attendance and votes. For a
visitor, for one of the members and for who records it, each against the page of a
document for the same reader. Then an agenda of 500 items: its page, and the page on which
it is edited.
"""

from itertools import product
from measuring.asking import Reader
from measuring.meetings import add_meeting
from measuring.meetings import add_town
from measuring.meetings import convene
from measuring.meetings import COORDINATOR
from measuring.meetings import hold
from measuring.meetings import ITEMS
from measuring.meetings import MEMBER
from measuring.meetings import MEMBERS
from measuring.meetings import PASSWORD
from measuring.ratios import finish
from measuring.ratios import pages
from measuring.ratios import Pair
from measuring.ratios import Result
from measuring.zope import IN_FILES
from measuring.zope import leave_letters
from measuring.zope import root
from measuring.zope import site_with_addon
from measuring.zope import start
from pathlib import Path
import sys
import tempfile


BODY, DOCUMENT = "/Plone/process/bodies/ps", "/Plone/document"
ALLOWED = 2.0
WORDS = """\
<p>1. Bod číslo 1, přijato, 5 minut, Podklad (1 kB)</p>
<p>veřejné hlasování: pro 46, proti 3, zdržel se 2; přijato, potřeba 26 z 51 přítomných</p>
"""
LONG, LONG_ALLOWED, FEW_RUNS = 500, 20.0, 3


def build(app) -> None:
    """A site with the meetings and a document of the words of a meeting that was held.

    Who records may edit the document too: both pages have the menus of an editor.
    """
    from plone import api
    from plone.app.textfield import RichTextValue
    from plone.dexterity.utils import createContentInContainer as create

    portal = site_with_addon(app)
    text = RichTextValue(WORDS * ITEMS, "text/html", "text/x-html-safe")
    create(portal, "Document", id="document", title="Program", text=text)
    body = add_town(portal)
    portal["document"].manage_setLocalRoles(COORDINATOR, ["Editor", "Reviewer"])
    for name in ("document", "process"):
        api.content.transition(portal[name], "publish")
    held = add_meeting(body, "held", days=0)
    for meeting in (held, add_meeting(body, "convened", days=14)):
        convene(meeting)
    hold(held)
    add_meeting(body, "planned", days=28)
    add_meeting(body, "long", days=42, items=LONG)


def pairs() -> list[tuple[str, Pair]]:
    """Who asks, and for what."""
    seen = [
        *product(("convened", "held"), ("a visitor", "a member", "who records")),
        ("planned", "who records"),
    ]
    what = f"meeting of {ITEMS} items and {MEMBERS} members"
    return [
        (who, Pair(f"{state} {what}, {who}", f"{BODY}/{state}", DOCUMENT, ALLOWED))
        for state, who in seen
    ]


def run(runs: int) -> list[Result]:
    with tempfile.TemporaryDirectory() as home:
        application = start(Path(home), IN_FILES)
        leave_letters()
        with root() as app:
            build(app)
        recorder = Reader(application, COORDINATOR, PASSWORD)
        readers = {
            "a visitor": Reader(application),
            "a member": Reader(application, MEMBER, PASSWORD),
            "who records": recorder,
        }
        found = [pages(readers[who], pair, runs) for who, pair in pairs()]
        for title, page in (("page", ""), ("page to edit", "/@@kpss-agenda")):
            url = f"{BODY}/long{page}"
            pair = Pair(f"{title} of {LONG} items", url, DOCUMENT, LONG_ALLOWED)
            found.append(pages(recorder, pair, FEW_RUNS))
        return found


if __name__ == "__main__":
    finish(run(int(sys.argv[1]) if sys.argv[1:] else 15))
