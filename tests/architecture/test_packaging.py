"""What the checkout must hold so that the package can be built and read."""

from pathlib import Path
import pytest
import subprocess


ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "kpss" / "addon"


def tracked(*patterns):
    command = ["git", "-C", ROOT, "ls-files", "-z", "--", *patterns]
    listed = subprocess.run(command, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [name for name in listed.stdout.split("\0") if name]


def test_namespace_is_native():
    assert not (SOURCE.parent / "__init__.py").exists()


def test_every_folder_with_python_is_a_package():
    folders = {path.parent for path in SOURCE.rglob("*.py")}
    missing = [
        str(folder) for folder in folders if not (folder / "__init__.py").exists()
    ]
    assert missing == []


def test_compiled_catalogues_are_not_committed():
    assert tracked("*.mo") == []


@pytest.mark.parametrize("name", ["README.md", "CHANGES.md", "LICENSE"])
def test_reader_finds(name):
    assert (ROOT / name).read_text("utf-8").strip()


def test_licence_is_gpl_2():
    text = (ROOT / "LICENSE").read_text("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE\n                       Version 2" in text
