"""The town of people, built once per class."""

from tests.plone.roster.town import built
from tests.plone.roster.town import session
import pytest


@pytest.fixture(scope="class")
def town(functional_portal_class):
    """The process, committed."""
    return built(functional_portal_class)


@pytest.fixture(scope="class")
def site(town, functional_portal_class):
    return functional_portal_class


def _session(name, **kw):
    @pytest.fixture(scope="class", name=name)
    def made(site):
        found = session(site, **kw)
        yield found
        found.close()

    return made


nobody = _session("nobody")
insider = _session("insider", user="clen")
jana = _session("jana", user="jana")
owner = _session("owner", user="owner")
nobody_rest = _session("nobody_rest", accept="application/json")
owner_rest = _session("owner_rest", user="owner", accept="application/json")
