"""``make bench-data SIZE=``: a process with so many resolutions, kept for benchmarks.

Everything goes through the content layer, some 70 objects a second, so it is written in
batches and goes on where it stopped. The result stays in ``var/bench`` or in the folder
that the variable ``KPSS_BENCH_VAR`` names; ``benchmarks/register.py`` reads it.

A small town has two bodies that resolve and eight years in its register, a large one
ten bodies and thirty years.
"""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from devel import instance
from devel.plain_site import plain_site
from devel.say import show
from pathlib import Path
from time import monotonic
import os
import sys
import transaction


VAR = Path(os.environ.get("KPSS_BENCH_VAR") or instance.ROOT / "var" / "bench")
LAST_DAY = date(2026, 12, 31)
BATCH = 250
LARGE = 10_000
ZOPE_CONF = """\
instancehome {home}
clienthome {home}
default-zpublisher-encoding utf-8
<zodb_db main>
    cache-size {objects}
    <blobstorage>
        blob-dir {home}/blobs
        <filestorage>
            path {home}/Data.fs
        </filestorage>
    </blobstorage>
    mount-point /
</zodb_db>
"""


@dataclass(frozen=True)
class Town:
    """How many resolutions, in how many bodies and years, and where it is kept."""

    size: int
    folder: str = "resolutions"

    @property
    def bodies(self) -> int:
        return 10 if self.size >= LARGE else 2

    @property
    def years(self) -> int:
        return 30 if self.size >= LARGE else 8

    @property
    def home(self) -> Path:
        return VAR / f"{self.folder}-{self.size}"

    @property
    def is_complete(self) -> bool:
        return (self.home / "complete").exists()

    def complete(self) -> None:
        (self.home / "complete").touch()

    def resolution(self, index: int) -> tuple[str, dict]:
        """The body of a resolution and its values."""
        turn, body = divmod(index, self.bodies)
        of_body = -(-self.size // self.bodies)
        day = LAST_DAY - timedelta(days=turn * self.years * 365 // of_body)
        values = {
            "title": f"Usnesení {index} o sociálních službách",
            "decided_on": day,
            "number": f"{turn + 1}/{day.year}",
            "public_text": "Text usnesení o sociálních službách.",
        }
        return f"organ-{body}", values


def start(home: Path, objects: int = 20_000):
    from devel.run import start_zope

    (home / "etc").mkdir(parents=True, exist_ok=True)
    (home / "blobs").mkdir(mode=0o700, exist_ok=True)
    (home / "etc" / "site.zcml").write_text(instance.SITE_ZCML, "utf-8")
    conf = home / "etc" / "zope.conf"
    conf.write_text(ZOPE_CONF.format(home=home, objects=objects), "utf-8")
    return start_zope(conf)


@contextmanager
def as_manager():
    from AccessControl.SecurityManagement import newSecurityManager
    from AccessControl.SecurityManagement import noSecurityManager
    from Testing.makerequest import makerequest
    from zope.component.hooks import setSite
    from zope.globalrequest import clearRequest
    from zope.globalrequest import setRequest
    import Zope2

    app = makerequest(Zope2.app())
    setRequest(app.REQUEST)
    if app.acl_users.getUserById("admin") is None:
        app.acl_users.userFolderAddUser("admin", "admin", ["Manager"], [])
    newSecurityManager(None, app.acl_users.getUserById("admin").__of__(app.acl_users))
    yield app
    setSite(None)
    noSecurityManager()
    clearRequest()
    app._p_jar.close()


def process_in(app, town: Town):
    """The process of the town, made now where it is not there yet."""
    from plone.dexterity.utils import createContentInContainer as create
    from zope.component.hooks import setSite

    if "Plone" in app.objectIds():
        setSite(app.Plone)
        return app.Plone["process"]
    portal = plain_site(app)
    portal.portal_workflow.setDefaultChain("simple_publication_workflow")
    portal.portal_setup.runAllImportStepsFromProfile("profile-kpss.addon:default")
    process = create(
        portal, "kpss.Process", id="process", title="Plánování", municipality="Město"
    )
    portal.portal_workflow.doActionFor(process, "publish")
    for index in range(town.bodies):
        create(
            process["bodies"],
            "kpss.Body",
            id=f"organ-{index}",
            title=f"Orgán {index}",
            kind="council" if index == 0 else "commission",
        )
    transaction.commit()
    return process


def fill(process, town: Town, last: int) -> None:
    """Resolutions up to the last one, beginning with the first that is missing."""
    from plone import api
    from plone.dexterity.utils import createContentInContainer as create

    bodies = process["bodies"]
    done = sum(len(bodies[f"organ-{index}"]) for index in range(town.bodies))
    begun, first = monotonic(), done
    for index in range(done, last):
        body, values = town.resolution(index)
        made = create(bodies[body], "kpss.Resolution", id=f"usneseni-{index}", **values)
        for transition in ("adopt", "publish"):
            api.content.transition(made, transition)
        if (index + 1) % BATCH == 0:
            commit(process)
            rate = (index + 1 - first) / (monotonic() - begun)
            show(f"\r{index + 1:,} usnesení, {rate:.0f} za sekundu ")
    commit(process)
    show(f"\n{last:,} usnesení je hotovo\n")


def commit(process) -> None:
    """What a request keeps would grow with everything that is created in it."""
    from zope.annotation.interfaces import IAnnotations
    from zope.globalrequest import getRequest

    transaction.commit()
    process._p_jar.cacheGC()
    IAnnotations(getRequest()).clear()


def main(size: int) -> None:
    town = Town(size)
    start(town.home)
    with as_manager() as app:
        fill(process_in(app, town), town, town.size)
    town.complete()
    show(f"Data jsou v {town.home}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
