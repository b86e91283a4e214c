"""Open a manuscript or bundle and hand the importer what it needs of it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from cms.importer.facts import BundleProblem
from cms.importer.manuscript.bundle.opening import Bundle, open_bundle
from cms.importer.manuscript.errors import ManuscriptError
from cms.importer.manuscript.outline import Outline, rejected


class Rejected(BundleProblem):
    """The manuscript cannot be read; ``outline`` says the same as data."""

    def __init__(self, outline: Outline) -> None:
        super().__init__(outline.message)
        self.outline = outline


@dataclass(frozen=True)
class Manuscript:
    """An opened bundle and its outlines by language tag of the site, the original first."""

    opened: Bundle
    outlines: Mapping[str, Outline]

    @property
    def settings(self) -> Mapping[str, Any]:
        return self.opened.settings

    @property
    def data(self) -> Mapping[str, Mapping[str, Any]]:
        return self.opened.data

    def read(self, path: str) -> bytes:
        """Return a file of the bundle; KeyError if it is not there."""
        found = self.opened.find(path)
        if found is None:
            raise KeyError(path)
        return found.read_bytes()


@contextmanager
def opened_manuscript(path: str, *, language: str | None = None) -> Iterator[Manuscript]:
    """Open a manuscript, a bundle's folder or its zip.

    Args:
        language: of a manuscript that stands alone; otherwise it is read from its name or words.

    Raises:
        Rejected: if it cannot be read at all.
        BundleProblem: if it is in a language the site does not have.
    """
    try:
        with open_bundle(path) as bundle:
            outlines = bundle.outlines()
            for outline in outlines:
                if outline.status != "ok":
                    raise Rejected(outline)
                _refuse_hollow(outline, bundle.settings)
            by_tag = {
                _site_language(
                    language if len(outlines) == 1 and language else outline.language
                ): outline
                for outline in outlines
            }
            yield Manuscript(bundle, by_tag)
    except ManuscriptError as error:
        raise Rejected(rejected(error.code, error.message)) from error


def refuse_missing_media(manuscript: Manuscript) -> None:
    """Name every file that the manuscripts want and the bundle lacks.

    Raises:
        BundleProblem: one line for each file, with the chapter that wants it.
    """
    missing = [
        warning.message
        for outline in manuscript.outlines.values()
        for warning in outline.warnings
        if warning.code == "media_missing"
    ]
    if missing:
        raise BundleProblem("\n".join(dict.fromkeys(missing)))


def _refuse_hollow(outline: Outline, told: Mapping[str, Any]) -> None:
    if not outline.has_content:
        empty = (each.message for each in outline.warnings if each.code == "empty_document")
        raise BundleProblem(next(empty, "The manuscript holds no chapter and no question."))
    if not outline.title and not told.get("title"):
        raise BundleProblem(
            "The manuscript has no title. Begin it with a line such as “# The Road Out”, "
            "or set title in exhibit.toml."
        )


def _site_language(tag: str) -> str:
    known = dict(settings.LANGUAGES)
    if tag.lower() in known:
        return tag.lower()
    names = ", ".join(f"{code} ({name})" for code, name in known.items())
    raise BundleProblem(
        f"The manuscript is in the language “{tag}”, which this site does not have. "
        f"It has {names}. Say --language, or add the language to the site's settings."
    )
