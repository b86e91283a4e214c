"""The documents speak of the product as it is."""

import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands

from exhibit.blocks import BodyBlock
from exhibit.models import (
    ChapterPage,
    ExhibitPage,
    FaqPage,
    FurtherReadingPage,
    MuseumHomePage,
    PlainPage,
    SourcesPage,
)

PROJECT = Path(__file__).resolve().parents[2]
DOCS = sorted([PROJECT / "README.md", PROJECT / "CHANGELOG.md", *(PROJECT / "docs").rglob("*.md")])
TOP_LEVEL = {
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "cms",
    "docs",
    "exhibit",
    "manage.py",
    "media",
    "pyproject.toml",
    "templates",
    "tests",
}
# How the parser says one: log.add("numbering_gap", …), ManuscriptError("corrupt", …).
_CODE = re.compile(
    r"(?:\badd|ManuscriptError|OutlineWarning|PictureFault|rejected|_refuse)\(\s*\"([a-z_]{4,})\""
)
_LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")


def words_of(*names: str) -> str:
    return "\n".join((PROJECT / name).read_text(encoding="utf-8") for name in names)


@pytest.mark.parametrize("document", DOCS, ids=lambda path: str(path.relative_to(PROJECT)))
def test_every_link_of_a_document_leads_somewhere(document):
    text = document.read_text(encoding="utf-8")
    local = [target for target, _fragment in _LINK.findall(text) if "://" not in target]

    missing = [target for target in local if not (document.parent / target).exists()]

    assert missing == []


def test_every_warning_and_refusal_of_an_import_is_explained_to_curators():
    guide = words_of("docs/curators.md")
    parser = PROJECT / "cms" / "importer" / "manuscript"
    code = "\n".join(path.read_text(encoding="utf-8") for path in parser.rglob("*.py"))

    said = set(_CODE.findall(code))

    assert len(said) > 30
    assert sorted(name for name in said if f"`{name}`" not in guide) == []


def test_every_command_of_ours_is_described():
    ours = [name for name, app in get_commands().items() if app in {"cms", "exhibit", "media"}]
    described = words_of("docs/operations.md", "docs/curators.md", "docs/architecture.md")

    assert [name for name in ours if name not in described] == []


def test_every_page_type_is_named_for_curators():
    described = words_of("docs/curators.md").lower()
    types = (
        ChapterPage,
        ExhibitPage,
        FaqPage,
        FurtherReadingPage,
        MuseumHomePage,
        PlainPage,
        SourcesPage,
    )

    assert [
        model.__name__ for model in types if str(model._meta.verbose_name).lower() not in described
    ] == []


def test_every_block_is_named_for_curators():
    described = words_of("docs/curators.md").lower()

    labels = [str(block.label).lower() for block in BodyBlock().child_blocks.values()]

    assert [label for label in labels if label not in described] == []


def test_every_target_of_the_makefile_explains_itself():
    targets = re.findall(r"^([a-z-]+):(.*)$", words_of("Makefile"), re.MULTILINE)
    silent = [name for name, rest in targets if name != "help" and "##" not in rest]

    assert silent == []


def test_the_top_level_holds_what_the_design_names_and_nothing_else():
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    top = {name.split("/")[0] for name in tracked}

    assert {name for name in top if not name.startswith(".")} == TOP_LEVEL
