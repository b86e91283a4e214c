"""Whatever visitors get asks ``public_pages``; no code decides again what is live."""

import ast
import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
DECIDES = PROJECT / "exhibit" / "reading" / "public.py"
# Wagtail's own shortcuts that know nothing of expiry, nor of a hidden page above.
SHORTCUTS = {"live", "not_live", "public", "not_public", "private"}
ROOMS = ("exhibit", "media")


def modules():
    for room in ROOMS:
        for path in sorted((PROJECT / room).rglob("*.py")):
            if path != DECIDES and "migrations" not in path.parts:
                yield path


@pytest.mark.parametrize("path", list(modules()), ids=lambda path: str(path.relative_to(PROJECT)))
def test_a_module_does_not_decide_what_is_live(path):
    found = [
        f"line {node.lineno}: .{node.func.attr}()"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in SHORTCUTS
        and not node.args
    ]
    found += [
        f"line {node.value.lineno}: live="
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.keyword) and node.arg in {"live", "page__live", "expired"}
    ]
    assert found == [], "use exhibit.reading.public_pages"


def test_no_template_decides_what_is_live():
    found = [
        f"{path.relative_to(PROJECT)}: {match[0]}"
        for path in sorted((PROJECT / "templates").rglob("*.html"))
        if not {"cms", "wagtailadmin"} & set(path.relative_to(PROJECT).parts)
        for match in re.finditer(r"\.(get_children|get_siblings|live|in_menu)\b", path.read_text())
    ]
    assert found == []
