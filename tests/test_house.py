"""The house keeps its order: imports run in one direction, and the rooms that must be pure are."""

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src" / "rashomon"
# A room imports only from rooms that stand before it in this list.
FLOORS = (
    "records errors tables models times store documents sentences mentions actors attributions events stories comparisons "
    "timelines pipeline sources ledger exports cli __main__"
).split()
PURE = "times documents sentences mentions actors attributions events stories comparisons timelines pipeline".split()
IMPURE = {"os", "pathlib", "shutil", "socket", "sqlite3", "pysqlite3", "subprocess", "sqlalchemy", "tempfile", "random", "requests",
          "urllib.request", "http.client", "glob", "time", "spacy", "onnxruntime"}  # fmt: skip
IMPURE_CALLS = {"open", "print", "input", "breakpoint"}
CLOCKS = {"now", "today", "utcnow"}
MODULES = sorted(SOURCE.rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> list[str]:
    """Absolute names of all that a module imports, wherever it stands in the module."""
    package = ["rashomon", *path.relative_to(SOURCE).parts[:-1]]
    names = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            stem = ".".join([*base, node.module or ""]).strip(".")
            names += [f"{stem}.{alias.name}" for alias in node.names] if node.level else [stem]
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_run_in_one_direction(path: Path) -> None:
    own = room(path)
    if own == "__init__":
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "rashomon" and len(parts) > 1 and parts[1] not in {own, "__version__"}:
            assert parts[1] in FLOORS, f"{name}: not on the list of floors"
            assert FLOORS.index(parts[1]) < FLOORS.index(own), f"{own} imports {name}, which stands on a later floor"


@pytest.mark.parametrize("path", [p for p in MODULES if room(p) in PURE], ids=lambda p: str(p.relative_to(SOURCE)))
def test_steps_are_pure(path: Path) -> None:
    assert not [n for n in imports(path) if n in IMPURE or n.split(".")[0] in IMPURE - {"urllib.request", "http.client"}]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            assert not (isinstance(called, ast.Name) and called.id in IMPURE_CALLS), f"line {node.lineno}: {ast.unparse(called)}"
            assert not (isinstance(called, ast.Attribute) and called.attr in CLOCKS), f"line {node.lineno}: reads the clock"
        assert not isinstance(node, ast.Global), f"line {node.lineno}: global"


def test_only_the_command_line_prints() -> None:
    for path in MODULES:
        if room(path) not in {"cli", "__main__"}:
            calls = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
            assert not [n for n in calls if isinstance(n.func, ast.Name) and n.func.id == "print"], path
