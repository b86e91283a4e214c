"""Make the review of an import: each part as it will be, with what to look at beside it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.utils.translation import gettext as _

from cms.importer.again import Again, look_again
from cms.importer.facts import BundleProblem
from cms.importer.handed_in import HandedIn, arranged_plan, handed_in, opened_bundle
from cms.importer.manuscript.blocks import FigureBlock
from cms.importer.manuscript.outline import Outline
from cms.importer.models import PendingImport
from cms.importer.plan import Material, Part, Plan, slugs_of, without_media
from cms.importer.plan.parts import piece_of
from cms.importer.plan.pieces import Piece
from cms.importer.reading import Manuscript, is_site_language, said_title
from cms.importer.reasons import arranged_outlines, missing_files, reasons_against
from cms.importer.review import LanguageView, PartView, PieceView, Review
from cms.importer.warning_places import PlacedWarnings
from exhibit.languages import direction_of

_FIRST_WORDS = 30
_SHOWN_AS = {"pointer": "text", "lead": "picture"}


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
    outlines = arranged_outlines(pending, read)
    made = outlines[language]
    again, problem = _look_again(pending, read, outlines, language)
    warnings = PlacedWarnings(material, plan)
    title = made.title or said_title(read.settings, language, is_original=language == read.original)
    return Review(
        version=pending.version,
        title=title,
        language=language,
        direction=made.direction,
        languages=tuple(map(_language, read.materials)),
        parts=tuple(_Parts(plan, material, read, warnings, again, slugs_of(plan, made)).views()),
        offered_languages=tuple(_language(tag) for tag, _name in settings.LANGUAGES),
        may_change_language=read.is_single,
        asks_for_title=not title,
        asks_for_language=not is_site_language(language),
        subtitle=made.subtitle,
        sources_html=made.sources_html,
        external_links=made.external_links,
        internal_links=made.internal_links,
        footnote_count=len(made.footnotes),
        warnings=tuple(warnings.elsewhere),
        missing=tuple(missing_files(read, made)),
        leave_out_missing=pending.leave_out_missing,
        reasons=tuple(filter(None, (*reasons_against(pending, read, outlines), problem))),
        again=again,
        choices=pending.choices,
    )


def _look_again(
    pending: PendingImport, read: HandedIn, outlines: Mapping[str, Outline], language: str
) -> tuple[Again | None, str]:
    """Compare with the exhibit that is there; return also what keeps it from being compared."""
    if pending.exhibit is None or not all(map(is_site_language, outlines)):
        return None, ""
    shown = {tag: without_media(outline, read.missing) for tag, outline in outlines.items()}
    try:
        with opened_bundle(pending) as bundle:
            looks = look_again(Manuscript(bundle, shown), shown, into=pending.exhibit)
    except BundleProblem as problem:
        return None, str(problem)
    return looks[language], ""


@dataclass(frozen=True)
class _Parts:
    """The parts of one plan, to be looked at."""

    plan: Plan
    material: Material
    read: HandedIn
    warnings: PlacedWarnings
    again: Again | None
    slugs: Mapping[str, str]

    def views(self) -> Iterator[PartView]:
        number = 0
        is_first = True
        for part in self.plan.parts:
            number += part.kind == "chapter"
            view = self._view(part, number if part.kind == "chapter" else None)
            yield replace(view, can_merge=not is_first and part.kind != "dropped")
            is_first = is_first and part.kind == "dropped"

    def _view(self, part: Part, number: int | None) -> PartView:
        pieces = [piece_of(name, self.plan, self.material) for name in part.pieces]
        shown = tuple(_pieces([piece for piece in pieces if piece.is_shown], self.read))
        words = " ".join(piece.words for piece in shown if piece.words).split()
        slug = self.slugs.get(part.id, "")
        return PartView(
            id=part.id,
            kind=part.kind,
            title=part.title,
            number=number,
            pieces=shown,
            first_words=" ".join(words[:_FIRST_WORDS]) + ("…" if len(words) > _FIRST_WORDS else ""),
            word_count=len(words),
            pictures=tuple(piece for piece in shown if piece.kind == "picture"),
            warnings=(*self.warnings.of(part), *_what_a_question_loses(part, shown)),
            comparison=self.again.of_section(slug) if self.again else None,
        )


def _pieces(pieces: Sequence[Piece], read: HandedIn) -> Iterator[PieceView]:
    for place, piece in enumerate(pieces):
        figure = piece.block if isinstance(piece.block, FigureBlock) else FigureBlock("")
        yield PieceView(
            id=piece.id,
            kind=_SHOWN_AS.get(piece.kind, piece.kind),
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


def _language(tag: str) -> LanguageView:
    return LanguageView(tag, dict(settings.LANGUAGES).get(tag, tag), direction_of(tag))
