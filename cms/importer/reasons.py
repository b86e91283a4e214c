"""What will be written of an import, and why it cannot be yet, in sentences."""

from collections.abc import Iterator, Mapping

from django.conf import settings
from django.utils.translation import gettext as _

from cms.importer.destination import exhibit_in_the_way, slug_of_exhibit
from cms.importer.handed_in import HandedIn, arranged_plan
from cms.importer.manuscript.outline import Outline
from cms.importer.models import PendingImport
from cms.importer.plan import LONGEST_TITLE, arranged
from cms.importer.reading import is_site_language, said_title
from cms.importer.review import MissingFile
from exhibit.blocks.question import QuestionBlock

_LONGEST_QUESTION = QuestionBlock().child_blocks["question"].field.max_length


def arranged_outlines(pending: PendingImport, read: HandedIn) -> dict[str, Outline]:
    """Return what will be written, by language tag, the original first."""
    return {
        tag: arranged(arranged_plan(pending, tag, material), material)
        for tag, material in read.materials.items()
    }


def reasons_against(
    pending: PendingImport, read: HandedIn, outlines: Mapping[str, Outline]
) -> Iterator[str]:
    """Say, in sentences, why an import cannot be accepted yet."""
    for tag, outline in outlines.items():
        if not is_site_language(tag):
            yield _("Say which of the site’s languages the manuscript is in.")
        if not outline.title and not said_title(
            read.settings, tag, is_original=tag == read.original
        ):
            yield _untitled(tag, read)
        if not outline.has_content:
            yield _("Everything is left out. Take at least one part back.")
        yield from _long_titles(outline)
        yield from _homeless_questions(outline)
    if pending.exhibit_id is None:
        yield from _in_the_way(read, outlines[read.original])
    if not pending.leave_out_missing:
        yield from _files_wanted(read, outlines)


def missing_files(read: HandedIn, outline: Outline) -> list[MissingFile]:
    """Return the files that an outline wants and nobody handed in."""
    return [
        MissingFile(path, title)
        for path, title in dict.fromkeys(outline.media_files)
        if path in read.missing
    ]


def _long_titles(outline: Outline) -> Iterator[str]:
    around = (outline.introduction, *outline.chapters, outline.conclusion)
    titles = [(outline.title, LONGEST_TITLE)]
    titles += [(section.title, LONGEST_TITLE) for section in around if section]
    titles += [(faq.question, _LONGEST_QUESTION) for faq in outline.faqs]
    for title, most in titles:
        if len(title) > most:
            sentence = _(
                "The title “%(title)s…” has %(count)s letters, and %(most)s fit. Shorten it."
            )
            yield sentence % {"title": title[:60], "count": len(title), "most": most}


def _homeless_questions(outline: Outline) -> Iterator[str]:
    """Say of an exported exhibit, which has the pages it had and no other, that one is wanting."""
    kinds = {page.card.kind for page in outline.pages}
    if outline.faqs and kinds and "questions" not in kinds:
        yield _(
            "“%(question)s” is a question now, but this exhibit was exported without a page of "
            "questions. Make it a chapter again."
        ) % {"question": outline.faqs[0].question}


def _untitled(tag: str, read: HandedIn) -> str:
    if read.is_single:
        return _("Give the exhibit a title.")
    name = dict(settings.LANGUAGES).get(tag, tag)
    return _("Give the exhibit a title in this language too: %(name)s.") % {"name": name}


def _in_the_way(read: HandedIn, original: Outline) -> Iterator[str]:
    slug = slug_of_exhibit(original, read.settings)
    known = exhibit_in_the_way(read.original, slug) if slug else None
    if known is not None:
        yield _(
            "There is an exhibit at the address “%(slug)s” already: “%(title)s”. Import into that "
            "one, or give this one another title."
        ) % {"slug": slug, "title": known.title}


def _files_wanted(read: HandedIn, outlines: Mapping[str, Outline]) -> Iterator[str]:
    files = {each.path: 0 for outline in outlines.values() for each in missing_files(read, outline)}
    if files:
        yield _(
            "These files are wanted and not there: %(files)s. Add them, or choose to leave them "
            "out."
        ) % {"files": ", ".join(files)}
