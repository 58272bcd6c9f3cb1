"""A person of the process as plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from kpss.addon.bodies.rules.publicity import Consent


@dataclass(frozen=True)
class PersonFact:
    """``sort`` is the key of Czech order by family name; contacts are of the office."""

    uid: str
    id: str
    process: str
    name: str
    sort: bytes = b""
    user_id: str | None = None
    office: str | None = None
    office_email: str | None = None
    office_phone: str | None = None
    has_photo: bool = False
    archived: bool = False
    consents: tuple[Consent, ...] = ()


def full_name(
    given: str, family: str, before: str | None = None, after: str | None = None
) -> str:
    """As Czechs write it: "Ing. Jana Nováková, Ph.D."."""
    name = " ".join(part for part in (before, given, family) if part)
    return f"{name}, {after}" if after else name


def consent_on(consents: Iterable[Consent], what: str, day: date) -> Consent | None:
    """The consent of a kind that holds on a day; the latest one of several."""
    found = [one for one in consents if one.what == what and one.holds(day)]
    return max(found, key=lambda one: one.given_on, default=None)
