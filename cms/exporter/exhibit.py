"""An exhibit in all its languages as the files of a bundle."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from django.conf import settings
from django.db.models.fields.files import FieldFile
from wagtail.models import Page

from cms.exporter.blocks import Shelf
from cms.exporter.facts import Facts
from cms.exporter.links import Targets
from cms.exporter.manuscript.document import write_manuscript
from cms.exporter.manuscript.toml import write_tables, write_values
from cms.exporter.media import Media
from cms.exporter.pages import PageToExport, Reader, numbered, originals_of
from cms.exporter.remarks import Remarks
from cms.exporter.settings import settings_of
from cms.importer.manuscript.exported.recognising import DIALECT
from exhibit.languages import html_tag
from exhibit.models import ExhibitPage
from exhibit.reading.public import public_filter

Which = Literal["drafts", "published"]


# Where a bundle says itself what it could not take along.
LEFT_OUT = "left-out.txt"


class NothingToExport(Exception):
    """Why an exhibit cannot be exported, in a sentence for a curator."""


@dataclass(frozen=True)
class ExportedBundle:
    """The files of a bundle by path: ``texts`` to be written, ``media`` to be copied.

    ``remarks`` name everything that could not be taken along.
    """

    name: str
    texts: Mapping[str, str]
    media: Mapping[str, FieldFile]
    pages: int
    languages: Sequence[str]
    remarks: Sequence[str] = field(default_factory=tuple)

    @property
    def media_bytes(self) -> int:
        return sum(stored.size for stored in self.media.values())


def export_exhibit(
    exhibit: ExhibitPage,
    which: Which = "drafts",
    *,
    may_read: Callable[[ExhibitPage], bool] = lambda exhibit: True,
) -> ExportedBundle:
    """Read an exhibit with all its translations; writes nothing.

    Args:
        which: the latest drafts of all pages, or only what visitors see.
        may_read: says of the exhibit in a language whether it may be taken along.

    Raises:
        NothingToExport: for an exhibit that visitors cannot see, if only that is wanted.
    """
    remarks = Remarks()
    found = _pages_of(exhibit, which, may_read, remarks)
    languages = {tag: numbered(pages) for tag, pages in found.items()}
    if not languages:
        raise NothingToExport(
            f"Visitors cannot see “{exhibit.title}” yet, so nothing of it is published. Publish "
            "it first, or export the drafts."
        )
    shelf = Shelf(Facts(tuple(languages)), Media(remarks), remarks)
    texts = dict(_manuscripts(languages, shelf))
    first = next(iter(languages.values()))[0].page
    texts["exhibit.toml"] = _exhibit_toml(languages, shelf)
    for kind, tables in (shelf.facts.tables() | shelf.media.tables()).items():
        texts[f"data/{kind}.toml"] = write_tables(tables)
    _name_what_stays(languages, remarks)
    if len(remarks):
        texts[LEFT_OUT] = "".join(f"{remark}\n" for remark in remarks)
    return ExportedBundle(
        name=first.slug,
        texts=dict(sorted((texts | shelf.media.texts).items())),
        media=dict(sorted(shelf.media.files.items())),
        pages=sum(map(len, languages.values())),
        languages=tuple(languages),
        remarks=tuple(remarks),
    )


def _pages_of(
    exhibit: ExhibitPage,
    which: Which,
    may_read: Callable[[ExhibitPage], bool],
    remarks: Remarks,
) -> dict[str, list[Any]]:
    """Return the pages by language tag, the site's first language first; the exhibit leads."""
    found = {}
    for translation in exhibit.get_translations(inclusive=True).select_related("locale"):
        if not may_read(translation):
            name = translation.locale.get_display_name()
            remarks.add(f"The exhibit in {name} is left out: you may not edit it.")
            continue
        pages = list(_pages_in(translation, which))
        if pages:
            found[translation.locale.language_code] = pages
    order = [tag for tag, _ in settings.LANGUAGES]
    return {tag: found[tag] for tag in sorted(found, key=order.index)}


def _pages_in(exhibit: ExhibitPage, which: Which) -> Iterator[Any]:
    pages = Page.objects.child_of(exhibit).order_by("path")
    if which == "drafts":
        yield exhibit.get_latest_revision_as_object()
        for page in pages.specific():
            yield page.get_latest_revision_as_object()
        return
    narrow = public_filter()
    for each in narrow(ExhibitPage.objects.filter(pk=exhibit.pk)):
        yield each
        yield from narrow(pages).specific()


def _manuscripts(
    languages: Mapping[str, Sequence[PageToExport]], shelf: Shelf
) -> Iterator[tuple[str, str]]:
    originals: dict[object, str] = {}
    elsewhere: dict[int, str] = {}
    for place, (tag, pages) in enumerate(languages.items()):
        targets = Targets(
            here={each.page.pk: each.target for each in pages},
            groups={each.page.translation_key: each.target for each in pages},
            elsewhere=dict(elsewhere),
            remarks=shelf.remarks,
        )
        read = list(Reader(shelf, targets, tag, originals).pages(pages))
        written = write_manuscript(read, language=html_tag(tag))
        for title, lost in written.lost:
            shelf.remarks.add(f"In “{title}” the mark-up <{lost}> is left out; its words are kept.")
        yield manuscript_name(tag, is_first=not place), written.text
        originals = originals_of(pages, tag, is_first=not place) | originals
        elsewhere |= {each.page.pk: f"page:{html_tag(tag)}/{each.page.slug}" for each in pages}


def manuscript_name(tag: str, *, is_first: bool) -> str:
    return "manuscript.md" if is_first else f"manuscript.{html_tag(tag)}.md"


def _exhibit_toml(languages: Mapping[str, Sequence[PageToExport]], shelf: Shelf) -> str:
    tags = list(languages)
    exhibits = {html_tag(tag): pages[0].page for tag, pages in languages.items()}
    first = exhibits[html_tag(tags[0])]
    head = write_values(
        {
            "format": f"enfilade {DIALECT}",
            "title": first.title,
            "slug": first.slug,
            "source_language": html_tag(tags[0]),
        }
    )
    named = {html_tag(tag): manuscript_name(tag, is_first=tag == tags[0]) for tag in tags}
    about, kiosk, attract = settings_of(exhibits, shelf)
    parts = [head + write_values(about), write_tables({"manuscripts": named, "kiosk": kiosk})]
    parts += [f"[[attract]]\n{write_values(item)}" for item in attract]
    return "\n".join(parts)


def _name_what_stays(languages: Mapping[str, Sequence[PageToExport]], remarks: Remarks) -> None:
    """Name what is no part of an exhibit's content, and so stays with this museum."""
    for pages in languages.values():
        for each in pages:
            page = each.page
            if page.go_live_at or page.expire_at:
                remarks.add(f"The times set for publishing “{page.title}” are not taken along.")
            if page.get_view_restrictions().exists():
                remarks.add(
                    f"“{page.title}” is shown here to some people only. A bundle cannot say to "
                    "whom: set it again after the import, before anything is published."
                )
