"""Žatec with a document on its way to the council, with an annex and all texts."""

from datetime import date
from kpss.addon.approval import actions
from kpss.addon.approval.deciding import decide
from kpss.addon.approval.interfaces import ResolutionView
from kpss.addon.approval.said import Said
from kpss.addon.approval.talking import comment
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobFile
from tests.plone.approval.conftest import add_document
from tests.plone.approval.conftest import zatec
from tests.plone.approval.test_way import approve
from tests.plone.roster.town import session
import pytest
import transaction


__all__ = ("zatec",)

#: What people said inside, who they are; nobody outside reads it.
SECRET = "Vnitřní poznámka xq7"
TABLE = """<p>Rozpočet na rok 2027: <b>řídicí skupina</b> žádá o příspěvek.</p>
<table><caption>Náklady</caption><thead><tr><th>Položka</th><th>Kč</th></tr></thead>
<tr><td>Terénní služby</td><td>1&nbsp;200&nbsp;000</td></tr></table>
<p><img src="graf.png" alt="Vývoj potřeb"></p>"""


def rich(text: str) -> RichTextValue:
    return RichTextValue(text, "text/html", "text/x-html-safe")


@pytest.fixture(scope="class")
def rules(zatec, functional_portal_class):
    """Organisational rules that steering group and commission have considered."""
    portal = functional_portal_class
    login(portal.aq_parent, SITE_OWNER_NAME)
    api.portal.set_registry_record("plone.available_languages", ["cs", "en"])
    api.portal.set_registry_record("plone.default_language", "cs")
    document = add_document(
        zatec,
        "Organizační řád 2020",
        "organisational_rules",
        author_body="rs",
        reference_number="MUZA 1234/2020",
        text=rich("<h2>Čl. 1</h2><p>Úvodní ustanovení</p>"),
        file=NamedBlobFile(b"%PDF-1.4 podepsano", filename="novak_final.PDF"),
        explanatory_report=rich(TABLE),
        draft_resolution=rich("<p>Rada města schvaluje organizační řád.</p>"),
        submitted_by="Odbor sociálních věcí",
        meeting_on=date(2020, 7, 13),
    )
    add_document(
        zatec,
        "Jednací řád / příloha",
        "rules_of_procedure",
        annex_of=document.getId(),
        annex_number=1,
        text=rich("<p>Text přílohy</p>"),
        file=NamedBlobFile(b"tabulka", filename="Rozpis.xlsx"),
    )
    actions.start(document, on=date(2020, 5, 20))
    number = ResolutionView(uid=None, body="rs", number="3/20", on=date(2020, 5, 20))
    decide(
        document,
        Said(0, "submitted", date(2020, 5, 20), resolution=number, comment=SECRET),
    )
    comment(document, SECRET)
    decide(
        document,
        Said(1, "discussed_and_approved", date(2020, 6, 17), comment=SECRET),
    )
    day = date(2019, 3, 4)
    public = add_document(
        zatec,
        "Veřejný řád",
        "organisational_rules",
        explanatory_report=rich(f"<p>{SECRET}</p>"),
        submitted_by=SECRET,
    )
    approve(public, (day, day, day), "21/19")
    transaction.commit()
    yield document
    login(portal, TEST_USER_NAME)


@pytest.fixture(scope="class")
def sessions(rules, functional_portal_class):
    """Sessions by a role in the process; None is nobody, Member has none."""
    portal = functional_portal_class
    made = {None: session(portal, accept="*/*")}
    for role in ("Member", "Editor", "KPSS Department Clerk", "KPSS Methodologist"):
        name = role.replace(" ", "-").lower()
        with api.env.adopt_roles(["Manager"]):
            api.user.create(
                username=name,
                email=f"{name}@mesto.example",
                password="correct horse battery",
                properties={"fullname": "Karel Zapisovatel"},
            )
            api.user.grant_roles(username=name, roles=[role], obj=portal)
        made[role] = session(portal, accept="*/*")
        made[role].auth = (name, "correct horse battery")
    made["owner"] = session(portal, user="owner", accept="*/*")
    transaction.commit()
    yield made
    for one in made.values():
        one.close()
