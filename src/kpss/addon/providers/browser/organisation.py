"""The page of an organisation."""

from kpss.addon.codelists.codelist import title_of
from kpss.addon.codelists.organisations import FOUNDERS
from kpss.addon.codelists.organisations import ORGANISATION_KINDS
from kpss.addon.codelists.organisations import SCOPES
from kpss.addon.providers.organisation import IOrganisation
from Products.Five.browser import BrowserView


class OrganisationView(BrowserView):
    """Facts of an organisation in words."""

    @property
    def ico_title(self):
        """The field's own title; the tool that formats templates spoils the letter Č."""
        return IOrganisation["ico"].title

    @property
    def kind(self):
        return title_of(ORGANISATION_KINDS, self.context.kind)

    @property
    def scope(self):
        return self.context.scope and title_of(SCOPES, self.context.scope)

    @property
    def founder(self):
        return self.context.founder and title_of(FOUNDERS, self.context.founder)
