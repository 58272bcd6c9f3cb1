"""Site Setup: what follows from memberships is made anew and compared."""

from AccessControl import Unauthorized
from kpss.addon.bodies.ledger.site import ledger
from kpss.addon.bodies.rights import run_rebuilding
from plone import api
from unittest.mock import patch
import pytest
import runpy
import sys
import transaction


VIEW = "@@kpss-rebuild-memberships"


@pytest.fixture
def page(town_on_server, manager):
    """The page in the browser of the site's owner; nothing was pressed."""
    town_on_server.sit("ks", "jana")
    transaction.commit()
    manager.open(f"{town_on_server.portal.absolute_url()}/{VIEW}")
    return manager


def test_everything_agrees(page):
    assert "Everything agrees" not in page.contents
    page.getControl("Make anew and compare").click()
    assert "Everything agrees: nothing had to be changed." in page.contents


def test_what_differed_is_told_and_mended(page, town_on_server):
    del ledger()._grants["jana"]
    transaction.commit()
    page.getControl("Make anew and compare").click()
    assert "One entry differed and is right now." in page.contents
    assert "_grants" in page.contents and "jana" in page.contents
    page.getControl("Make anew and compare").click()
    assert "Everything agrees" in page.contents
    transaction.begin()
    assert ledger().grants_of("jana")


def test_nothing_is_changed_without_the_token(page, town_on_server):
    del ledger()._grants["jana"]
    transaction.commit()
    with pytest.raises(Exception, match="Form authenticator is invalid"):
        page.post(f"{town_on_server.portal.absolute_url()}/{VIEW}", "x=1")
    transaction.begin()
    assert not ledger().grants_of("jana")


def test_only_managers_open_it(town):
    town.sit("odbor", "iva", "koordinator")
    with api.env.adopt_user(username="iva"), pytest.raises(Unauthorized):
        town.portal.restrictedTraverse(VIEW)
    town.person("spravce")
    api.user.grant_roles(username="spravce", roles=["Manager"])
    with api.env.adopt_user(username="spravce"):
        town.portal.restrictedTraverse(VIEW)


def test_script_does_the_same(town_on_server, capsys):
    """As ``bin/instance run`` starts it: with ``app`` and the id of the site."""
    town_on_server.sit("ks", "jana")
    del ledger()._grants["jana"]
    app = town_on_server.portal.aq_parent
    for said in ("jana", "all agrees"):
        with patch.object(sys, "argv", ["run_rebuilding.py", "plone"]):
            runpy.run_path(run_rebuilding.__file__, {"app": app}, "__main__")
        assert said in capsys.readouterr().out
