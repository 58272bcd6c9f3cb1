"""Memberships as objects: ids, titles, what the catalogue and the choices know."""

from plone.dexterity.utils import createContentInContainer
from tests.plone.membership.conftest import add_member
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory
import datetime
import re


RANDOM = re.compile(r"m-[0-9a-f]{12}\Z")


def terms(name, context):
    return {
        term.value: term.title for term in getUtility(IVocabularyFactory, name)(context)
    }


def test_id_is_random_and_title_made_from_person_and_function(process):
    leader = add_member(process["bodies"]["ps"], "jana", function="vedouci")
    plain = createContentInContainer(
        process["bodies"]["ps"],
        "kpss.Membership",
        person="petr",
        valid_from=datetime.date(2024, 1, 1),
    )
    assert RANDOM.match(leader.getId()) and RANDOM.match(plain.getId())
    assert (leader.title, plain.title) == ("Jana Nováková – vedoucí", "Petr Čáp")
    assert leader.Title() == leader.title
