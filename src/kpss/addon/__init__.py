"""Community planning of social services (KPSS) for Plone."""

PACKAGE_NAME = "kpss.addon"
