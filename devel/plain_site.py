"""A Plone site without content, for benchmarks and their data."""

ANSWERS = {
    "site_id": "Plone",
    "title": "Web",
    "description": "",
    "default_language": "cs",
    "portal_timezone": "Europe/Prague",
    "setup_content": False,
}


def plain_site(app):
    """The classic distribution as the site ``Plone``, which is the present one then."""
    from plone.distribution.api import site
    from zope.component.hooks import setSite

    portal = site.create(app, "classic", {**ANSWERS})
    setSite(portal)
    return portal
