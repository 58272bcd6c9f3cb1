"""Files are short enough to read at once."""

from pathlib import Path
import ast


ROOT = Path(__file__).parents[2] / "src" / "kpss" / "addon"
TEXTS = {path: path.read_text("utf-8") for path in sorted(ROOT.rglob("*.py"))}


def test_files_and_their_functions_are_short():
    long = [str(path) for path, text in TEXTS.items() if text.count("\n") > 350]
    for path, text in TEXTS.items():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno > 50:
                long.append(f"{path}: {node.name}")
    assert long == []


def test_nothing_is_unfinished_or_a_grab_bag():
    marks = (
        "TODO",
        "FIXME",
        "XXX:",
        "NotImplementedError",
        "except Exception",
        "except:",
    )
    wrong = [
        f"{path}: {mark}"
        for path, text in TEXTS.items()
        for mark in marks
        if mark in text
    ]
    wrong += [
        str(p) for p in TEXTS if p.stem in {"utils", "helpers", "common", "content"}
    ]
    assert wrong == []
