"""What an import remembers of the pages it wrote, see ``ImportedPage``."""

from collections.abc import Mapping

from cms.importer.manuscript.wording import folded
from cms.importer.models import ImportedPage, PendingImport
from cms.importer.page_text import PageText
from cms.importer.wanted import WantedPage
from cms.importer.weighing import digests

_LONGEST_HEADING = ImportedPage._meta.get_field("heading").max_length


def remember(
    known: ImportedPage | None,
    page_id: int,
    exhibit_id: int,
    wanted: WantedPage,
    text: PageText,
    written: Mapping[str, str],
    *,
    pending_import: PendingImport | None,
) -> None:
    """Keep what the manuscript told of a page, and digests of what the page holds now.

    ``known`` is what was remembered of it, None if nothing was.
    ``written`` are the fields that now hold what was written; of others the last digest stays.
    """
    record = known or ImportedPage(page_id=page_id)
    news = {
        "exhibit_id": exhibit_id,
        "heading": wanted.title[:_LONGEST_HEADING],
        "kind": wanted.section.kind if wanted.section else wanted.kind,
        "told": digests(text.told),
        "written": {**record.written, **written},
    }
    if all(getattr(record, name) == value for name, value in news.items()):
        return
    for name, value in news.items():
        setattr(record, name, value)
    record.pending_import = pending_import
    record.save()


def forget_deleted(exhibit_id: int, titles: list[str]) -> None:
    """Let go of pages that somebody deleted, and that are there again under their headings."""
    again = {folded(title) for title in titles}
    deleted = ImportedPage.objects.filter(exhibit_id=exhibit_id, page=None)
    ImportedPage.objects.filter(
        pk__in=[record.pk for record in deleted if folded(record.heading) in again]
    ).delete()
