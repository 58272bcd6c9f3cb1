"""``make dist``: build sdist and wheel, and try each in an environment of its own."""

from devel import instance
from devel.say import step
from devel.say import stop
from pathlib import Path
import shutil
import subprocess
import sys
import tempfile


ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
PACKAGE = "src/kpss/addon"
UV = Path(sys.executable).with_name("uv")
PINNED = ("--build-constraint", ROOT / "constraints.txt")
ZOPE_CONF = """\
instancehome {home}
<zodb_db main>
    <mappingstorage>
    </mappingstorage>
    mount-point /
</zodb_db>
"""


def run(*command, **options):
    subprocess.run(command, check=True, **options)


def build():
    """The sdist, and the wheel made from that sdist (so the sdist is complete)."""
    shutil.rmtree(DIST, ignore_errors=True)
    run(UV, "build", "--quiet", *PINNED, "--python", sys.executable, ROOT)
    return sorted(path for path in DIST.iterdir() if path.suffix in (".whl", ".gz"))


def data_files():
    """What the package has beside Python, relative to the package."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.check_output([*command, PACKAGE], cwd=ROOT, text=True)
    names = [name.removeprefix(f"{PACKAGE}/") for name in listed.splitlines()]
    there = [name for name in names if (ROOT / PACKAGE / name).exists()]
    return [name for name in there if not name.endswith(".py")]


def try_out(artefact):
    """Install it alone, look for every data file, start Zope with it."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        python = home / "env" / "bin" / "python"
        run(UV, "venv", "--quiet", "--python", sys.executable, home / "env")
        pins = ("--constraint", ROOT / "constraints.txt", *PINNED)
        run(UV, "pip", "install", "--quiet", "--python", python, *pins, artefact)
        (home / "etc").mkdir()
        (home / "etc" / "site.zcml").write_text(instance.SITE_ZCML)
        (home / "etc" / "zope.conf").write_text(ZOPE_CONF.format(home=home))
        (home / "files").write_text("\n".join(data_files()))
        probe = ROOT / "devel" / "installed.py"
        run(python, "-I", probe, home / "etc" / "zope.conf", home / "files", cwd=home)


def main():
    try:
        with step("Sestavuji balíčky"):
            artefacts = build()
        for artefact in artefacts:
            with step(f"Zkouším {artefact.name} v prázdném prostředí"):
                try_out(artefact)
    except subprocess.CalledProcessError as error:
        stop(f"Nepodařilo se: {error}")


if __name__ == "__main__":
    main()
