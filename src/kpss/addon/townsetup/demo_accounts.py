"""The accounts of the demo; made only where they are asked for, never on installing.

Their passwords are known to everybody (the same as the user names), so a site that others
can reach must not have them.
"""

from dataclasses import dataclass
from kpss.addon.townsetup.demo_files import rows_of
from plone import api


@dataclass(frozen=True)
class Account:
    """``who``: what people read beside it. ``role`` is held in the whole site, or at a
    ``place`` (a path) of the ``town`` (the id of a template); without a role everything
    follows from memberships.
    """

    name: str
    full_name: str
    who: str
    town: str
    role: str
    place: str

    @property
    def password(self) -> str:
        return self.name


def accounts() -> list[Account]:
    """The demo's accounts in the order in which people are told of them."""
    return [Account(*row.values()) for row in rows_of("accounts.csv")]


def create_accounts() -> None:
    """All of them, before the people that they belong to."""
    for one in accounts():
        everywhere = [one.role] if one.role and not one.place else []
        api.user.create(
            username=one.name,
            email=f"{one.name}@ukazka.example",
            password=one.password,
            roles=["Member", *everywhere],
            properties={"fullname": one.full_name, "description": one.who},
        )


def give_local_roles(process) -> None:
    """Roles in one place of the town, once it is there."""
    for one in accounts():
        if one.place and one.town == process.getId():
            place = process.unrestrictedTraverse(one.place)
            api.user.grant_roles(username=one.name, roles=[one.role], obj=place)
