"""Žatec with documents decided; resolutions follow from them."""

from tests.plone.approval.conftest import anonymous_rest
from tests.plone.approval.conftest import rest
from tests.plone.approval.conftest import zatec


__all__ = ("anonymous_rest", "rest", "zatec")
