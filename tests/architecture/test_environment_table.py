"""Every environment variable that the product reads has a line in one table, and no other has."""

import ast
import re
from pathlib import Path

PROJECT = Path(__file__).parents[2]
TABLE = PROJECT / "docs" / "operations.md"
READERS = {"text", "required", "flag", "integer", "words", "database"}
# Read by every Django and Python program; their own manuals tell of them.
NOT_OURS = {"PATH", "HOME", "PYTHONPATH", "PYTHONUNBUFFERED", "TMPDIR", "VIRTUAL_ENV"}
_NAME = re.compile(r"[A-Z][A-Z0-9_]{2,}\Z")
_ROW = re.compile(r"^\| `([A-Z][A-Z0-9_]+)` \|", re.MULTILINE)
_SHELL = re.compile(r"\$[({]([A-Z][A-Z0-9_]{2,})(?::-[^}]*)?[)}]")


def names_in_python() -> set[str]:
    """Find env.text("NAME"), os.environ["NAME"], environ.get("NAME"), given.get("NAME")."""
    found = set()
    for room in ("cms", "exhibit", "media"):
        for path in (PROJECT / room).rglob("*.py"):
            if "demo" in path.parts:
                continue
            for node in ast.walk(ast.parse(path.read_text())):
                found |= set(_names_read_by(node))
    return found


def _names_read_by(node: ast.AST):
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
        owner = ast.unparse(node.func.value)
        reads = owner == "env" and node.func.attr in READERS
        reads |= node.func.attr in {"get", "setdefault"} and owner in {
            "os.environ", "environment", "environ", "given",
        }  # fmt: skip
        if reads:
            yield from _text(node.args[0])
    if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
        yield from _text(node.slice)


def _text(node: ast.AST):
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and _NAME.match(node.value):
        yield node.value


def names_in_make() -> set[str]:
    made_there = set(re.findall(r"^([A-Z_]+) *[:?]?=", (PROJECT / "Makefile").read_text(), re.M))
    return set(_SHELL.findall((PROJECT / "Makefile").read_text())) - made_there


def documented() -> set[str]:
    return set(_ROW.findall(TABLE.read_text(encoding="utf-8")))


def test_every_variable_that_is_read_is_in_the_table():
    assert (names_in_python() | names_in_make()) - NOT_OURS - documented() == set()


def test_every_variable_in_the_table_is_read_somewhere():
    texts = [
        path.read_text(encoding="utf-8")
        for room in ("cms", "exhibit", "media", ".ci")
        for path in (PROJECT / room).rglob("*")
        if path.suffix in {".py", ".sh"} or (path.is_file() and room == ".ci")
    ]
    texts.append((PROJECT / "Makefile").read_text(encoding="utf-8"))
    everything = "\n".join(texts)
    assert {name for name in documented() if not re.search(rf"\b{name}\b", everything)} == set()


def test_the_search_for_variables_finds_some():
    assert {"SECRET_KEY", "BASE_URL", "ENFILADE_DATA", "DATABASE_URL"} <= names_in_python()
