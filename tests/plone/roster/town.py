"""A town whose people may be named, may not, or are users of services.

What nobody may learn carries the marker; ``Jana Veřejná`` consented to everything.
"""

from datetime import date
from lxml import html
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_PASSWORD
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobImage
from plone.restapi.testing import RelativeSession
from tests.plone.kept import keep
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import base64
import re


MARK = "skryt"
SINCE = date(2024, 3, 1)
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
    "awAAAABJRU5ErkJggg=="
)
PARTIES = [
    {"id": "zadavatel", "title": "Zadavatel", "plural": "Zadavatelé"},
    {"id": "poskytovatel", "title": "Poskytovatel", "plural": "Poskytovatelé"},
    {
        "id": "uzivatel",
        "title": "Uživatel služeb",
        "plural": "Uživatelé služeb",
        "private": True,
    },
]
FUNCTIONS = [
    {"id": "vedouci", "title": "Vedoucí skupiny", "kind": "leader"},
    {"id": "predseda", "title": "Předsedkyně", "kind": "chair", "body": "rs"},
    {
        "id": "garant",
        "title": "Garantka",
        "kind": "guarantor",
        "body": "rs",
        "office": "vedoucí odboru",
    },
    {
        "id": "koordinator",
        "title": "Koordinátorka",
        "kind": "coordinator",
        "body": "rs",
        "public": True,
    },
]
#: id, family name, consents, and more
PEOPLE = (
    ("jana", "Veřejná", ("name", "contact", "photo"), {}),
    ("nina", "Skrytá", (), {"office_phone": "222 skryto"}),
    ("ulrich", "Skrytýuživatel", ("name", "contact", "photo"), {}),
    ("klara", "Koordinátorská", ("contact",), {}),
    ("rut", "Radní", (), {}),
)


def build(portal):
    """The town, published; called as a Manager."""
    process = api.content.create(
        portal,
        "kpss.Process",
        id="mesto",
        title="Plánování",
        municipality="Město",
        parties=[dict(row) for row in PARTIES],
        functions=[dict(row) for row in FUNCTIONS],
    )
    add_bodies(process)
    add_people(process)
    add_memberships(process)
    api.content.transition(process, "publish")
    return process


def add_bodies(process):
    bodies = process["bodies"]
    create = createContentInContainer
    rs = create(bodies, "kpss.Body", id="rs", title="Řídicí skupina", kind="steering")
    leaders = {"kind": "leaders_of_working_groups"}
    create(
        rs,
        "kpss.Rules",
        id="pravidla",
        title="Pravidla",
        composition_check="on",
        ex_officio=[
            {**leaders, **dict.fromkeys(("function", "body", "seats", "note"))}
        ],
    )
    ps = create(bodies, "kpss.WorkingGroup", id="ps", title="Senioři", open_to_all=True)
    create(
        ps,
        "kpss.Rules",
        id="pravidla",
        title="Pravidla",
        admission="application",
        leader_term_months=12,
    )
    create(bodies, "kpss.Body", id="rada", title="Rada", kind="council")
    for org, title in (("dum", "Dům seniorů"), ("tajna", "Skrytá organizace")):
        create(process["providers"], "kpss.Organisation", id=org, title=title)


def add_people(process):
    for person_id, family, consents, more in PEOPLE:
        contact = {
            "office_email": f"{person_id}@example.org",
            "private_email": f"skryto-{person_id}@example.org",
            "photo": NamedBlobImage(PIXEL, "image/png", "skryto.png"),
            **more,
        }
        person = createContentInContainer(
            process["people"],
            "kpss.Person",
            id=person_id,
            given_name=person_id.capitalize(),
            family_name=family,
            consents=[consent(what) for what in consents],
            note="Skrytá poznámka",
            **contact,
        )
        assert person.getId() == person_id


def consent(what, given=SINCE, withdrawn=None):
    return {
        "what": what,
        "given_on": given,
        "text_version": "1",
        "withdrawn_on": withdrawn,
    }


def add_memberships(process):
    rs, ps, rada = (process["bodies"][body] for body in ("rs", "ps", "rada"))
    add(rs, "jana", function="predseda", party="zadavatel", voting=True)
    add(rs, "nina", function="garant", party="zadavatel")
    add(rs, "klara", function="koordinator", party="zadavatel")
    add(rs, "ulrich", party="uzivatel", organisation="tajna")
    add(ps, "nina", function="vedouci", party="poskytovatel", organisation="dum")
    add(ps, "jana", party="poskytovatel", organisation="dum")
    add(ps, "ulrich", party="uzivatel", organisation="tajna")
    add(ps, "rut", party="zadavatel", valid_to=date(2024, 12, 31))
    add(rada, "rut")


def add(body, person, **values):
    values = {"valid_from": SINCE, "basis": "appointment", **values}
    return createContentInContainer(body, "kpss.Membership", person=person, **values)


def session(portal, *, user=None, accept="text/html"):
    """A browser-like session of nobody, of a user, or of the owner."""
    found = RelativeSession(portal.absolute_url())
    found.headers["Accept"] = accept
    if user == "owner":
        found.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    elif user:
        found.auth = (user, TEST_USER_PASSWORD)
    return found


def add_user(name, person=None, roles=(), on=None):
    """A user, linked with a person, with roles on an object."""
    api.user.create(
        username=name, email=f"{name}@example.org", password=TEST_USER_PASSWORD
    )
    if roles:
        api.user.grant_roles(username=name, roles=list(roles), obj=on)
        on.reindexObjectSecurity()
    if person is not None:
        person.user_id = name
        notify(ObjectModifiedEvent(person))


def built(portal):
    """The town committed, for sessions; answers the process."""

    def make():
        process = build(portal)
        add_user("clen", None, ["KPSS Body Member", "Reader"], process["bodies"]["ps"])
        add_user("jana", process["people"]["jana"])

    with api.env.adopt_roles(["Manager"]):
        keep(portal, "town of people", make)
    return portal["mesto"]


def page_text(session, path):
    """What stands in the content of a page, with single spaces."""
    answer = session.get(path)
    assert answer.status_code == 200, answer.text[:500]
    found = html.fromstring(answer.text).get_element_by_id("content")
    return re.sub(r"\s+", " ", found.text_content())
