"""The demo's Zope: its folders under var/, its configuration, and who uses it now.

``bin/instance`` of the buildout serves the same database; never both at once. Tests
name another folder in the variable ``KPSS_VAR``.
"""

from devel.say import stop
from pathlib import Path
from zc.lockfile import LockError
from zc.lockfile import LockFile
import os
import socket


ROOT = Path(__file__).resolve().parent.parent
VAR = Path(os.environ.get("KPSS_VAR") or ROOT / "var").resolve()
HOME = VAR / "demo"
DATABASE = VAR / "filestorage" / "Data.fs"
BLOBS = VAR / "blobstorage"
LOG = VAR / "log" / "demo.log"
MAIL = VAR / "mail"

ZOPE_CONF = f"""\
instancehome {HOME}
clienthome {HOME}
default-zpublisher-encoding utf-8
max-conflict-retries 10

# Catalogues are compiled at the start; letters stay in {MAIL}, none is sent.
<environment>
    zope_i18n_compile_mo_files true
    MAILHOST_QUEUE_ONLY true
    CHAMELEON_CACHE {VAR / "cache"}
</environment>

<zodb_db main>
    cache-size 30000
    <blobstorage>
        blob-dir {BLOBS}
        <filestorage>
            path {DATABASE}
        </filestorage>
    </blobstorage>
    mount-point /
</zodb_db>
"""

# Loading Products.CMFPlone includes every add-on that names itself a Plone plugin.
SITE_ZCML = """\
<configure
    xmlns="http://namespaces.zope.org/zope"
    xmlns:five="http://namespaces.zope.org/five">
  <include package="Zope2.App" />
  <five:loadProducts file="meta.zcml" />
  <five:loadProducts />
  <five:loadProductsOverrides />
</configure>
"""


def write_configuration():
    """Write zope.conf and site.zcml anew and return the path of the former."""
    for folder in (HOME / "etc", VAR / "cache", DATABASE.parent, LOG.parent):
        folder.mkdir(parents=True, exist_ok=True)
    BLOBS.mkdir(mode=0o700, exist_ok=True)
    (HOME / "etc" / "site.zcml").write_text(SITE_ZCML, "utf-8")
    conf = HOME / "etc" / "zope.conf"
    conf.write_text(ZOPE_CONF, "utf-8")
    return conf


def refuse_if_running():
    """The lock of the database tells, whoever has it open and on whatever port."""
    lock = DATABASE.with_name("Data.fs.lock")
    if lock.exists():
        try:
            LockFile(str(lock)).close()
        except LockError:
            stop("Ukázka už běží. Nejdřív ji ukončete (Ctrl-C v jejím okně).")


def refuse_if_taken(port):
    """Somebody else's server on the port is found before the long start."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            stop(
                f"Port {port} už používá jiný program. "
                f"Zvolte jiný: make run PORT={port + 1}"
            )
