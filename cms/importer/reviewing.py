"""Make the review of an import: each part as it will be, with what to look at beside it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from django.conf import settings
from django.utils.translation import gettext as _

from cms.importer.destination import exhibit_in_the_way, slug_of_exhibit
from cms.importer.handed_in import HandedIn, arranged_plan, handed_in
from cms.importer.manuscript.blocks import FigureBlock
from cms.importer.manuscript.outline import Outline, OutlineWarning
from cms.importer.models import PendingImport
from cms.importer.plan import LONGEST_TITLE, Material, Part, Plan, arranged
from cms.importer.plan.parts import piece_of
from cms.importer.plan.pieces import Piece
from cms.importer.reading import is_site_language, said_title
from cms.importer.review import LanguageView, MissingFile, PartView, PieceView, Review
from exhibit.languages import direction_of

_FIRST_WORDS = 30
_LINE = re.compile(r"line ([0-9]+)")
# Said of the bundle, and said again by the review in its own way.
_SAID_OTHERWISE = {"media_missing"}


def review_of(pending: PendingImport, language: str = "") -> Review:
    """Return the import as it stands, in one of its languages (the original's by default).

    Runs a fixed number of queries; parses only what this process has not read yet.

    Raises:
        BundleProblem: if its files are gone, or it has no such language.
    """
    read = handed_in(pending)
    language = language or read.original
    material = read.material(language)
    plan = arranged_plan(pending, language, material)
    outline = material.outline
    warnings = _Warnings(material, plan)
    title = plan.title or said_title(read.settings, language, is_original=language == read.original)
    return Review(
        version=pending.version,
        title=title,
        language=language,
        direction=outline.direction,
        languages=tuple(map(_language, read.materials)),
        parts=tuple(_parts(plan, material, read, warnings)),
        offered_languages=tuple(_language(tag) for tag, _name in settings.LANGUAGES),
        may_change_language=read.is_single,
        asks_for_title=not title,
        asks_for_language=not is_site_language(language),
        subtitle=outline.subtitle,
        sources_html=outline.sources_html,
        external_links=outline.external_links,
        internal_links=outline.internal_links,
        footnote_count=len(outline.footnotes),
        warnings=tuple(warnings.elsewhere),
        missing=tuple(_missing(read, arranged(plan, material))),
        leave_out_missing=pending.leave_out_missing,
        reasons=tuple(reasons_against(pending, read)),
        choices=pending.choices,
    )


def arranged_outlines(pending: PendingImport, read: HandedIn) -> dict[str, Outline]:
    """Return what will be written, by language tag, the original first."""
    return {
        tag: arranged(arranged_plan(pending, tag, material), material)
        for tag, material in read.materials.items()
    }


def reasons_against(pending: PendingImport, read: HandedIn) -> Iterator[str]:
    """Say, in sentences, why an import cannot be accepted yet."""
    outlines = arranged_outlines(pending, read)
    for tag, outline in outlines.items():
        if not is_site_language(tag):
            yield _("Say which of the site’s languages the manuscript is in.")
        is_original = tag == read.original
        if not outline.title and not said_title(read.settings, tag, is_original=is_original):
            yield _("Give the exhibit a title.")
        if not outline.has_content:
            yield _("Everything is left out. Take at least one part back.")
        yield from _long_titles(outline)
    original = outlines[read.original]
    if pending.exhibit_id is None and original.title:
        slug = slug_of_exhibit(original, read.settings)
        if (known := exhibit_in_the_way(read.original, slug)) is not None:
            yield _(
                "There is an exhibit at the address “%(slug)s” already: “%(title)s”. Import into "
                "that one, or give this one another title."
            ) % {"slug": slug, "title": known.title}
    if not pending.leave_out_missing:
        missing = {
            each.path: None for outline in outlines.values() for each in _missing(read, outline)
        }
        if missing:
            yield _(
                "These files are wanted and not there: %(files)s. Add them, or choose to leave "
                "them out."
            ) % {"files": ", ".join(missing)}


def _missing(read: HandedIn, outline: Outline) -> list[MissingFile]:
    return [
        MissingFile(path, title)
        for path, title in dict.fromkeys(outline.media_files)
        if path in read.missing
    ]


def _long_titles(outline: Outline) -> Iterator[str]:
    around = (outline.introduction, *outline.chapters, outline.conclusion)
    titles = [section.title for section in around if section]
    for title in (outline.title, *titles, *(faq.question for faq in outline.faqs)):
        if len(title) > LONGEST_TITLE:
            yield _(
                "The title “%(title)s…” has %(count)s letters, and %(most)s fit. Shorten it."
            ) % {
                "title": title[:60],
                "count": len(title),
                "most": LONGEST_TITLE,
            }


def _parts(
    plan: Plan, material: Material, read: HandedIn, warnings: "_Warnings"
) -> Iterator[PartView]:
    number = 0
    is_first = True
    for part in plan.parts:
        if part.kind == "chapter":
            number += 1
        pieces = [piece_of(name, plan, material) for name in part.pieces]
        shown = tuple(_pieces([piece for piece in pieces if piece.is_shown], read))
        words = " ".join(piece.words for piece in shown if piece.words).split()
        yield PartView(
            id=part.id,
            kind=part.kind,
            title=part.title,
            number=number if part.kind == "chapter" else None,
            pieces=shown,
            first_words=" ".join(words[:_FIRST_WORDS]) + ("…" if len(words) > _FIRST_WORDS else ""),
            word_count=len(words),
            pictures=tuple(piece for piece in shown if piece.kind == "picture"),
            warnings=(*warnings.of(part), *_what_a_question_loses(part, shown)),
            can_merge=not is_first and part.kind != "dropped",
        )
        is_first = is_first and part.kind == "dropped"


def _pieces(pieces: Sequence[Piece], read: HandedIn) -> Iterator[PieceView]:
    for place, piece in enumerate(pieces):
        figure = piece.block if isinstance(piece.block, FigureBlock) else FigureBlock("")
        yield PieceView(
            id=piece.id,
            kind="text" if piece.kind == "pointer" else piece.kind,
            html=piece.html,
            words=piece.words,
            src=figure.src,
            alt=figure.alt,
            caption=figure.caption,
            is_missing=any(path in read.missing for path in piece.media),
            can_split=place > 0,
        )


def _what_a_question_loses(part: Part, pieces: Iterable[PieceView]) -> Iterator[str]:
    if part.kind == "question" and any(piece.kind in {"picture", "block"} for piece in pieces):
        yield _(
            "An answer holds words alone: of its pictures, recordings and the like only the words "
            "are kept. Make it a chapter to keep all."
        )


class _Warnings:
    """Each warning at the part it speaks of; ``elsewhere`` are the rest."""

    def __init__(self, material: Material, plan: Plan) -> None:
        openings = {part_of: part.id for part in plan.parts for part_of in part.pieces}
        self._by_part: dict[str, list[str]] = {}
        self.elsewhere: list[OutlineWarning] = []
        self._part_by_title: dict[str, str] = {}
        lines: list[tuple[int, str]] = []
        for section in material.sections:
            part_id = openings[section.pieces[0]]
            self._part_by_title.setdefault(section.title, part_id)
            lines.append((section.outlined.line, part_id))
        self._lines = sorted(lines)
        for warning in material.outline.warnings:
            if warning.code in _SAID_OTHERWISE:
                continue
            place = self._place(warning)
            if place:
                self._by_part.setdefault(place, []).append(warning.message)
            else:
                self.elsewhere.append(warning)

    def of(self, part: Part) -> list[str]:
        return self._by_part.get(part.id, [])

    def _place(self, warning: OutlineWarning) -> str:
        if warning.where in self._part_by_title:
            return self._part_by_title[warning.where]
        if match := _LINE.fullmatch(warning.where):
            before = [part for line, part in self._lines if 0 < line <= int(match.group(1))]
            return before[-1] if before else ""
        return ""


def _language(tag: str) -> LanguageView:
    return LanguageView(tag, dict(settings.LANGUAGES).get(tag, tag), direction_of(tag))
