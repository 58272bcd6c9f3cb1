"""Make the table of rights anew from the command line.

bin/instance run src/kpss/addon/bodies/rights/run_rebuilding.py [id of the site]

Run by Zope, which gives ``app``; the page @@kpss-rebuild-memberships does the same.
"""

from kpss.addon.bodies.ledger.rebuilding import rebuild
from zope.component.hooks import setSite
import sys
import transaction


def run(app, site_id: str) -> list[str]:
    """What differed, one line per entry; written."""
    setSite(app[site_id])
    found = rebuild()
    transaction.commit()
    return found


if "app" in globals():
    site_ids = [name for name in sys.argv[1:] if not name.endswith(".py")]
    differences = run(globals()["app"], site_ids[-1] if site_ids else "Plone")
    print("\n".join(differences) or "all agrees")
