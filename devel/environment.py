"""Make .venv: the add-on with everything that constraints.txt pins, from wheels.

Runs under any Python 3 without packages; ``make`` calls it with the folder of the
environment. uv is installed first, into the environment itself.
"""

from devel.say import step
from devel.say import stop
import os
import re
import subprocess
import sys


ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CONSTRAINTS = os.path.join(ROOT, "constraints.txt")
OLDEST, NEWEST = (3, 11), (3, 13)
VERSION = ".".join(map(str, sys.version_info[:2]))
NO_VENV = f"""Python {sys.executable} neumí vytvořit virtuální prostředí.
Na Debianu pomůže: apt-get install python3-venv"""
NO_PACKAGES = """Balíčky se nepodařilo stáhnout nebo nainstalovat.
Zkontrolujte připojení k síti (případně nastavení proxy) a spusťte příkaz znovu."""


def check_python():
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        stop(
            f"Je potřeba Python 3.11, 3.12 nebo 3.13; {sys.executable} je {VERSION}.\n"
            "Jiný zvolíte takto: make PYTHON=python3.12 run"
        )


def pin_of(package):
    with open(CONSTRAINTS, encoding="utf-8") as lines:
        return re.search(f"(?m)^{package}==.*$", lines.read()).group()


def is_ready(folder):
    """Whether the folder is an environment of this very Python, with uv in it."""
    here = os.path.isdir(os.path.join(folder, "lib", "python" + VERSION))
    return here and os.path.exists(os.path.join(folder, "bin", "uv"))


def create(folder):
    """An empty environment with uv; what stood there before goes."""
    python = os.path.join(folder, "bin", "python")
    try:
        run([sys.executable, "-m", "venv", "--clear", folder])
    except subprocess.CalledProcessError:
        stop(NO_VENV)
    run([python, "-m", "pip", "install", "-qq", pin_of("uv")])


def install(folder):
    """Exactly what is pinned and needed; quick when nothing has changed."""
    command = [os.path.join(folder, "bin", "uv"), "pip", "install", "--quiet"]
    command += ["--python", os.path.join(folder, "bin", "python"), "--exact"]
    command += ["--only-binary", ":all:", "--no-binary", "kpss.addon"]
    command += ["--constraint", CONSTRAINTS, "--build-constraint", CONSTRAINTS]
    run([*command, pin_of("uv"), "--editable", ROOT + "[test,lint]"])


def run(command):
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


def main(folder):
    check_python()
    try:
        if not is_ready(folder):
            with step("Připravuji prostředí Pythonu"):
                create(folder)
        with step("Stahuji a instaluji Plone s doplňkem"):
            install(folder)
    except subprocess.CalledProcessError:
        stop(NO_PACKAGES)
    except KeyboardInterrupt:
        stop("Přerušeno.")


if __name__ == "__main__":
    main(*sys.argv[1:])
