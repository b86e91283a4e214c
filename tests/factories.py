"""The smallest valid objects; a test overrides only what it is about."""

import io
import itertools
import uuid
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from wagtail.models import Collection, Locale, Page

from exhibit.models import (
    ChapterPage,
    ExhibitPage,
    FaqPage,
    MuseumHomePage,
    Source,
    SourcesPage,
)
from media.models import ExhibitImage

_numbers = itertools.count(1)


def home(tag: str = "en") -> MuseumHomePage:
    """Return the museum's home in a language; another than English is made and published."""
    english = MuseumHomePage.objects.get(locale__language_code="en")
    if tag == "en":
        return english
    locale = Locale.objects.get(language_code=tag)
    known = english.get_translation_or_none(locale)
    if known is None:
        known = english.copy_for_translation(locale)
        known.save_revision().publish()
    return known


def make_exhibit(*, parent: Page | None = None, live: bool = True, **fields: Any) -> ExhibitPage:
    number = next(_numbers)
    fields = {"title": "The Road Out", "slug": f"exhibit-{number}"} | fields
    return _added(parent or home(), ExhibitPage(live=live, **fields))


def make_chapter(exhibit: Page, *, live: bool = True, text: str = "Words.", **fields: Any):
    number = next(_numbers)
    defaults = {"title": f"Chapter {number}", "slug": f"chapter-{number}"}
    if "body" not in fields:
        defaults["body"] = [text_block(f"<p>{text}</p>")] if text else []
    return _added(exhibit, ChapterPage(live=live, **(defaults | fields)))


def make_faq(exhibit: Page, **fields: Any) -> FaqPage:
    question = (
        "question",
        {"question": "Why leave?", "answer": {"text": "<p>Because.</p>", "notes": []}},
    )
    defaults = {"title": "Questions", "slug": "questions", "questions": [question]}
    return _added(exhibit, FaqPage(**(defaults | fields)))


def make_sources_page(exhibit: Page, **fields: Any) -> SourcesPage:
    return _added(exhibit, SourcesPage(**({"title": "Sources", "slug": "sources"} | fields)))


def make_source(**fields: Any) -> Source:
    number = next(_numbers)
    defaults = {
        "key": f"source-{number}",
        "authors": "Lester W. Grau",
        "title": "Breaking Contact",
        "year": "2007",
    }
    return Source.objects.create(**(defaults | fields))


def make_translation(page: Page, tag: str, **fields: Any) -> Page:
    """Return a published copy of a page in another language, below its parent's translation."""
    copy = page.copy_for_translation(Locale.objects.get(language_code=tag), copy_parents=True)
    for name, value in fields.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return type(page).objects.get(pk=copy.pk)


def text_block(html: str, *notes: dict[str, Any]) -> dict[str, Any]:
    """Return a text block as a StreamField stores it; ``notes`` name source ids or remarks."""
    return {
        "type": "text",
        "id": str(uuid.uuid4()),
        "value": {
            "text": html,
            "notes": [
                {
                    "type": "item",
                    "id": str(uuid.uuid4()),
                    "value": {"source": None, "locator": "", "remark": ""} | note,
                }
                for note in notes
            ],
        },
    }


def make_image(*, collection: Collection | None = None, **fields: Any) -> ExhibitImage:
    number = next(_numbers)
    defaults = {
        "title": f"Picture {number}",
        "description": "A bridge over a wide river",
        "credit": "Photograph: A. Ivanova",
    }
    return ExhibitImage.objects.create(
        file=ContentFile(picture_bytes(), name=f"picture-{number}.png"),
        collection=collection or Collection.get_first_root_node(),
        **(defaults | fields),
    )


def picture_bytes(*, width: int = 1200, height: int = 800, kind: str = "PNG") -> bytes:
    """Return a small picture whose bytes differ at each call."""
    colour = (next(_numbers) % 255, 80, 120)
    buffer = io.BytesIO()
    PillowImage.new("RGB", (width, height), colour).save(buffer, kind)
    return buffer.getvalue()


def make_user(*groups: str, **fields: Any):
    """Return someone who signs in, in the groups of these names."""
    number = next(_numbers)
    user = get_user_model().objects.create_user(
        username=fields.pop("username", f"person-{number}"), password="river-bridge-1988", **fields
    )
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def sign_in(client, user) -> None:
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")


def _added(parent: Page, page: Page) -> Any:
    page.locale = parent.locale
    parent.add_child(instance=page)
    return type(page).objects.get(pk=page.pk)
