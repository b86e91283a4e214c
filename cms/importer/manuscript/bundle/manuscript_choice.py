"""Which files of a bundle are its manuscripts, and in which languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from cms.importer.manuscript.errors import ManuscriptError
from cms.importer.manuscript.formats.kinds import READABLE_SUFFIXES, suffix_of
from cms.importer.manuscript.formats.refusals import UNREADABLE_DOCUMENTS, what_to_do
from cms.importer.manuscript.language import is_language_tag, language_of_name

# Word leaves one of these beside a document that is open.
_LOCK_FILE = "~$"
NOT_MANUSCRIPTS = frozenset({"readme", "license", "licence", "credits", "changelog", "notes"})


@dataclass(frozen=True)
class ManuscriptFile:
    """``language`` is None where nothing says it; the parser then guesses."""

    name: str
    language: str | None


def choose_manuscripts(
    files: Sequence[str], settings: Mapping[str, Any]
) -> tuple[ManuscriptFile, ...]:
    """Return the manuscripts, the original first.

    ``exhibit.toml`` decides where it has ``[manuscripts]`` (language = file), of which
    translations may be missing; otherwise the files called ``manuscript.*`` do, or the only
    text document there is.

    Raises:
        ManuscriptError: ``unsupported_type`` when there is none, or no telling which.
    """
    original = settings.get("source_language") or settings.get("language")
    named = settings.get("manuscripts")
    if isinstance(named, Mapping) and named:
        return _named_in_settings(files, named, original)
    documents = [file for file in files if _may_be_manuscript(file)]
    chosen = [file for file in documents if file.lower().startswith("manuscript.")]
    if not chosen:
        chosen = [
            file for file in documents if PurePosixPath(file).stem.lower() not in NOT_MANUSCRIPTS
        ]
        stems = {PurePosixPath(file).name.split(".")[0] for file in chosen}
        if len(stems) > 1:
            raise ManuscriptError(
                "unsupported_type",
                f"The bundle holds several documents ({', '.join(sorted(chosen)[:5])}) and nothing "
                "says which is the manuscript. Call it manuscript.docx (or .md, .txt, .html), or "
                "name it in exhibit.toml.",
            )
    if not chosen:
        raise _no_manuscript(files)
    chosen.sort(key=lambda file: (language_of_name(file) is not None, file))
    _refuse_twice(chosen)
    first, *others = chosen
    language = language_of_name(first) or (str(original) if original else None)
    return (
        ManuscriptFile(first, language),
        *(ManuscriptFile(file, language_of_name(file)) for file in others),
    )


def _named_in_settings(
    files: Sequence[str], named: Mapping[str, Any], original: Any
) -> tuple[ManuscriptFile, ...]:
    chosen = []
    for language, file in named.items():
        if not is_language_tag(str(language)):
            raise ManuscriptError(
                "unsupported_type",
                f"exhibit.toml names a manuscript in “{language}”, which is no language tag. "
                "Write a tag such as en, ru or fa-AF.",
            )
        if file not in files and language != original:
            continue  # the bundle warns of a translation that is still to come
        if file not in files:
            raise ManuscriptError(
                "unsupported_type",
                f"exhibit.toml names the manuscript “{file}”, but the bundle has no such file. "
                "Add it, or take the line out of exhibit.toml.",
            )
        chosen.append(ManuscriptFile(str(file), str(language)))
    if not chosen:
        raise _no_manuscript(files)
    chosen.sort(key=lambda manuscript: manuscript.language != original)
    return tuple(chosen)


def _may_be_manuscript(file: str) -> bool:
    return (
        "/" not in file and suffix_of(file) in READABLE_SUFFIXES and not file.startswith(_LOCK_FILE)
    )


def _refuse_twice(chosen: Sequence[str]) -> None:
    """Of a document saved in two formats, nothing says which is the newer."""
    first_in: dict[str | None, str] = {}
    for file in chosen:
        language = language_of_name(file)
        if language in first_in:
            raise ManuscriptError(
                "unsupported_type",
                f"The bundle holds one manuscript twice, as “{first_in[language]}” and “{file}”. "
                "Leave the one that is meant; a translation is called manuscript.ru.docx.",
            )
        first_in[language] = file


def _no_manuscript(files: Sequence[str]) -> ManuscriptError:
    if "word/document.xml" in files:
        return ManuscriptError(
            "unsupported_type",
            "This is no bundle but a Word document whose name ends in .zip. Let its name end in "
            ".docx and import it again.",
        )
    other = next((file for file in files if suffix_of(file) in UNREADABLE_DOCUMENTS), "")
    if other:
        return ManuscriptError(
            "legacy_doc" if suffix_of(other) in {".doc", ".dot"} else "unsupported_type",
            f"The bundle has no manuscript that can be read, only “{other}”. {what_to_do(other)}",
        )
    return ManuscriptError(
        "unsupported_type",
        "The bundle has no manuscript. Put one in it as Word, Markdown, plain text or HTML, called "
        "manuscript.docx, .md, .txt or .html.",
    )
