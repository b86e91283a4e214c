"""Open a manuscript or bundle and hand the importer what it needs of it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
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
    """Open a manuscript, a bundle's folder or its zip, ready to be written.

    Args:
        language: of a manuscript that stands alone; otherwise it is read from its name or words.

    Raises:
        Rejected: if it cannot be read at all.
        BundleProblem: if it has no title, or is in a language the site does not have.
    """
    with opened(path) as bundle:
        outlines = read_outlines(bundle, language)
        for tag, outline in outlines.items():
            _refuse_untitled(outline, bundle.settings)
            if not is_site_language(tag):
                raise BundleProblem(strange_language(tag))
        yield Manuscript(bundle, outlines)


@contextmanager
def opened(path: str | Path) -> Iterator[Bundle]:
    """Open a bundle without reading its manuscripts.

    Raises:
        Rejected: if it cannot be opened.
    """
    try:
        with open_bundle(path) as bundle:
            yield bundle
    except ManuscriptError as error:
        raise Rejected(rejected(error.code, error.message)) from error


def read_outlines(bundle: Bundle, language: str | None = None) -> dict[str, Outline]:
    """Return what each manuscript says, by language tag, the original first.

    Tags are the site's; that of a language the site does not have is as the document says it.

    Raises:
        Rejected: if one cannot be read.
        BundleProblem: if one is empty, or two are in the same language.
    """
    if language and len(bundle.manuscripts) == 1:
        (manuscript,) = bundle.manuscripts
        bundle = replace(bundle, manuscripts=(replace(manuscript, language=language),))
    outlines: dict[str, Outline] = {}
    for outline in bundle.outlines():
        if outline.status != "ok":
            raise Rejected(outline)
        _refuse_hollow(outline)
        tag = site_language(outline.language)
        if tag in outlines:
            raise BundleProblem(
                f"Two manuscripts of the bundle are in the same language, “{tag}”. Name each "
                "after its language, such as manuscript.ru.docx, or leave one out."
            )
        outlines[tag] = outline
    return outlines


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


def site_language(tag: str) -> str:
    """Return the site's tag for a document's language; the document's own if it has none.

    ``en-GB`` is the site's ``en``, and ``fa``, which letters alone can tell, its only ``fa-af``.
    """
    known = [code for code, _name in settings.LANGUAGES]
    wanted = tag.lower()
    if wanted in known:
        return wanted
    base = wanted.split("-")[0]
    alike = [code for code in known if code == base or (base == wanted and _is_of(code, base))]
    return alike[0] if len(alike) == 1 else wanted


def is_site_language(tag: str) -> bool:
    return tag in dict(settings.LANGUAGES)


def strange_language(tag: str) -> str:
    """Say that the site does not have a language, and which it has."""
    names = ", ".join(f"{code} ({name})" for code, name in settings.LANGUAGES)
    return (
        f"The manuscript is in the language “{tag}”, which this site does not have. "
        f"It has {names}. Say which of these it is in (on the command line with --language), or "
        "add the language to the site's settings."
    )


def said_title(told: Mapping[str, Any], tag: str, *, is_original: bool) -> str:
    """Return the title that exhibit.toml gives in a language."""
    title = told.get("title")
    if not isinstance(title, Mapping):
        return str(title or "") if is_original else ""
    return {name.lower(): words for name, words in title.items()}.get(tag, "")


def _is_of(code: str, base: str) -> bool:
    return code.split("-")[0] == base


def _refuse_hollow(outline: Outline) -> None:
    if not outline.has_content:
        empty = (each.message for each in outline.warnings if each.code == "empty_document")
        raise BundleProblem(next(empty, "The manuscript holds no chapter and no question."))


def _refuse_untitled(outline: Outline, told: Mapping[str, Any]) -> None:
    if not outline.title and not told.get("title"):
        raise BundleProblem(
            "The manuscript has no title. Begin it with a line such as “# The Road Out”, "
            "or set title in exhibit.toml."
        )
