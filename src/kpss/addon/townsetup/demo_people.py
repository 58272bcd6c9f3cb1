"""The people of the demo's towns: all invented, several years of them."""

from kpss.addon.bodies.importing.applying import Recorded
from kpss.addon.bodies.importing.record import record_rows
from kpss.addon.townsetup.demo_accounts import give_local_roles
from kpss.addon.townsetup.demo_files import rows_of


ACCOUNT = "Uživatelský účet"


def add_people(process, *, accounts: bool) -> Recorded:
    """Record the people of the town; ``accounts``: link them with theirs, which exist."""
    rows = rows_of(f"people/{process.getId()}.csv")
    if not accounts:
        rows = [{**row, ACCOUNT: ""} for row in rows]
    recorded = record_rows(process, rows)
    if accounts:
        give_local_roles(process)
    return recorded
