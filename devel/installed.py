"""Run inside an environment that has only the built package: is all of it there?

Arguments: a zope.conf, and a file that lists the data files of the package.
"""

from gettext import GNUTranslations
from importlib.resources import files
from lxml import etree
from pathlib import Path
import json
import sys
import yaml


PACKAGE = files("kpss.addon")
READERS = {
    ".json": json.loads,
    ".xml": etree.fromstring,
    ".yaml": yaml.safe_load,
    ".yml": yaml.safe_load,
    ".zcml": etree.fromstring,
}


def check_data(names):
    """Every file is there and reads as what it is."""
    for name in names:
        content = PACKAGE.joinpath(name).read_bytes()
        READERS.get(Path(name).suffix, bytes)(content)
        if name.endswith(".po"):
            with PACKAGE.joinpath(name).with_suffix(".mo").open("rb") as compiled:
                GNUTranslations(compiled)


def check_zope(conf):
    """Plone starts, finds the add-on by itself and knows its profiles."""
    from Products.GenericSetup import profile_registry
    from Zope2.Startup.run import make_wsgi_app

    make_wsgi_app({}, conf)
    for name in ("default", "uninstall"):
        profile_registry.getProfileInfo(f"kpss.addon:{name}")


if __name__ == "__main__":
    conf, listing = sys.argv[1:]
    check_data(Path(listing).read_text().splitlines())
    check_zope(conf)
