"""Beroun with its functions held by accounts, as for letters."""

from tests.plone.notices.conftest import beroun  # noqa: F401
from tests.plone.notices.conftest import browse  # noqa: F401
from tests.plone.notices.conftest import post  # noqa: F401
