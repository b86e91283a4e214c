"""What a museum holds of an exhibit, without the numbers that a database happens to give."""

import json
import re

from wagtail.fields import StreamField
from wagtail.models import Page

from cms.exporter.exhibit import export_exhibit
from cms.exporter.manuscript.html_tree import canonical
from exhibit.models import ExhibitPage, Moment, Person, Place, Route, Source, Term, Theme
from media.models import ExhibitImage, Recording


def empty_museum() -> None:
    """Delete every exhibit with its facts and media; the museum's home stays."""
    for exhibit in ExhibitPage.objects.all():
        Page.objects.get(pk=exhibit.pk).delete()
    for model in (Source, Place, Route, Moment, Person, Term, ExhibitImage, Recording):
        model.objects.all().delete()
    Theme.objects.filter(slug="reeds").delete()


def files_of(exhibit, which="drafts") -> dict[str, bytes]:
    """Return an exhibit's bundle as bytes by path."""
    bundle = export_exhibit(exhibit, which)
    texts = {path: text.encode() for path, text in bundle.texts.items()}
    return texts | {
        path: stored.storage.open(stored.name).read() for path, stored in bundle.media.items()
    }


# What of a revision is the tree's, the clock's or the database's, and no content.
_NOT_CONTENT = frozenset({
    "pk", "path", "depth", "numchild", "url_path", "translation_key", "locale", "content_type",
    "latest_revision", "latest_revision_created_at", "live_revision", "draft_title", "live",
    "has_unpublished_changes", "first_published_at", "last_published_at", "go_live_at", "expire_at",
    "expired", "locked", "locked_at", "locked_by", "owner", "alias_of", "comments", "words",
    "wagtail_admin_comments", "index_entries",
})  # fmt: skip
_PAGE_LINK = re.compile(r'linktype="page" id="(\d+)"|id="(\d+)" linktype="page"')


def contents_of(exhibit) -> dict[str, list[tuple[str, dict]]]:
    """Return by language every page's kind and all that its latest draft holds, in tree order.

    Numbers of the database have become what they stand for: a picture its title, a page its slug.
    Read from the stored revisions, so that nothing depends on what an export looks at.
    """
    return {
        each.locale.language_code: [
            (type(page.specific).__name__, _content(page.specific))
            for page in Page.objects.descendant_of(each, inclusive=True).order_by("path")
        ]
        for each in exhibit.get_translations(inclusive=True)
    }


def _content(page) -> dict:
    said = page.get_latest_revision_as_object().serializable_data()
    origin = page.get_translations(inclusive=True).order_by("locale_id").first()
    return {"translates": origin.slug} | {
        name: _named(name, json.loads(value) if name in _streams(page) else value)
        for name, value in said.items()
        if name not in _NOT_CONTENT
    }


def _streams(page) -> set[str]:
    return {each.name for each in page._meta.get_fields() if isinstance(each, StreamField)}


def _named(name, value):
    if isinstance(value, list):
        return [_named(name, item) for item in value]
    if isinstance(value, dict) and value.get("type") == "item":
        return _named(name, value["value"])
    if isinstance(value, dict):
        kept = {"id"} if value.get("type") == "question" else set()
        return {
            key: _named(key, part)
            for key, part in value.items()
            if key in kept or key not in {"id", "pk", "page_id", "exhibit", "sort_order"}
            if not (key == "page" and "sort_order" in value)
        }
    if isinstance(value, int) and not isinstance(value, bool) and name in _NAMES:
        return _NAMES[name](value)
    if name == "text" and isinstance(value, str) and "<" in value:
        return canonical(_PAGE_LINK.sub(_slug_of_link, value))
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def _slug_of_link(match) -> str:
    return f'href="{Page.objects.get(pk=match[1] or match[2]).slug}"'


def _title(model):
    return lambda pk: model.objects.get(pk=pk).title


def _key(model):
    return lambda pk: model.objects.get(pk=pk).key


def _slug(pk) -> str:
    return Page.objects.get(pk=pk).slug


_NAMES = {
    "image": _title(ExhibitImage), "lead_image": _title(ExhibitImage), "page": _slug,
    "chapter": _slug, "recording": _title(Recording), "source": _key(Source),
    "theme": lambda pk: Theme.objects.get(pk=pk).slug,
    "moment": _key(Moment), "moments": _key(Moment), "place": _key(Place), "places": _key(Place),
    "routes": _key(Route), "person": _key(Person), "term": _key(Term),
}  # fmt: skip
