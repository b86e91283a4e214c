"""What a curator types, or a manuscript brings, is shown and never run."""

import inspect
import json
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client
from wagtail import blocks
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.fields import StreamField

from exhibit.models import ChapterPage, FurtherReadingPage, Source, Theme
from exhibit.safe_html import safe_html
from exhibit.safe_urls import safe_url
from tests import factories
from tests.security import museum
from tests.security.payloads import ADDRESSES, PAYLOADS, Running

PAGES = [*museum.WEB, *museum.KIOSK, *museum.MISSING, "/sitemap.xml", "/robots.txt"]


def all_payloads() -> str:
    return " ".join(PAYLOADS)


def test_the_collector_sees_what_would_run():
    seen = [payload for payload in PAYLOADS if Running(payload).found]
    assert len(seen) > 40


@pytest.mark.parametrize("part", range(0, len(PAYLOADS), 6))
def test_nothing_that_curators_type_runs(db, part):
    """Each field of each page, kiosk and web, holds payloads, as many as its length allows."""
    museum.build(words=" ".join(PAYLOADS[part : part + 6]), address="https://fine.example/")
    found = {}
    for address in PAGES:
        html = Client().get(address, follow=True).content.decode()
        found[address] = Running(html).found
    assert {address: running for address, running in found.items() if running} == {}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_rich_text_written_past_every_form_does_not_run(payload):
    assert Running(safe_html(f"<p>before {payload} after</p>")).found == []


def test_rich_text_keeps_what_curators_use():
    text = (
        '<h3>A</h3><p lang="ru"><b>b</b> <i>i</i> <sup>1</sup> <a href="https://a.example/?b=1">c'
        '</a> <a linktype="page" id="3">d</a></p><ul><li>e</li></ul><blockquote>f</blockquote>'
    )
    assert safe_html(text) == text


def test_rich_text_in_the_database_is_cleaned_when_a_page_shows_it(db):
    """``.update()`` and a restored dump pass no form."""
    exhibit = museum.build()
    chapter = ChapterPage.objects.get(slug="departure")
    text = "".join(f"<p>{payload}</p>" for payload in PAYLOADS)
    ChapterPage.objects.filter(pk=chapter.pk).update(body=json.dumps([factories.text_block(text)]))
    for address in ("/road/departure/", "/kiosk/road/en/departure/"):
        assert Running(Client().get(address).content.decode()).found == [], address
    assert exhibit.live


@pytest.mark.parametrize("payload", PAYLOADS)
def test_rich_text_posted_to_the_editor_does_not_run(db, payload):
    """What the editor sends is turned into stored text by Wagtail; links lose what would run."""
    converter = ContentstateConverter(["bold", "italic", "link", "ul"])
    state = {
        "entityMap": {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": payload}}},
        "blocks": [
            {
                "key": "a",
                "text": payload,
                "type": "unstyled",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [{"offset": 0, "length": 1, "key": 0}],
            }
        ],
    }
    stored = converter.to_database_format(json.dumps(state))
    assert Running(stored).found == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_leads_nowhere_safe_is_dropped(address):
    assert safe_url(address) == ""


@pytest.mark.parametrize(
    "address",
    [
        "https://museum.example/",
        "http://museum.example/a?b=c#d",
        "https://музей.example/путь",
        "mailto:keeper@museum.example",
        "/road/",
        "#note-1",
    ],
)
def test_an_ordinary_address_is_kept(address):
    assert safe_url(address) == address


@pytest.mark.parametrize("address", [each for each in ADDRESSES if ":" in each])
def test_an_address_written_past_every_form_is_no_link(db, address):
    museum.build()
    page = FurtherReadingPage.objects.get(slug="further")
    link = {
        "type": "link",
        "value": {"title": "Elsewhere", "url": address, "description": ""},
    }
    FurtherReadingPage.objects.filter(pk=page.pk).update(external_links=json.dumps([link]))
    Source.objects.update(url=address)
    pages = (
        "/road/further/",
        "/kiosk/road/en/further/",
        "/road/sources/",
        "/kiosk/road/en/sources/",
    )
    for path in pages:
        answer = Client().get(path)
        assert answer.status_code == 200, path
        assert Running(answer.content.decode()).found == [], path


def test_a_theme_cannot_write_its_own_styles(db):
    theme = Theme.objects.create(name="River", slug="river")
    wicked = "red;}a{x"
    Theme.objects.filter(pk=theme.pk).update(light_ink="#00}a{b"[:7], dark_paper="url(/x"[:7])
    theme.refresh_from_db()
    css = Client().get(f"/themes/river.{theme.digest}.css").content.decode()
    assert "#00}a{b" not in css
    assert "url(" not in css
    assert wicked not in css


@pytest.mark.parametrize("value", ["red", "#12345", "#1234567", "#00}a{b", "url(x)", "#12345g", ""])
def test_a_theme_takes_colours_alone(db, value):
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        Theme(name="River", slug="river", light_ink=value).full_clean()


def blocks_of(block):
    yield block
    for child in getattr(block, "child_blocks", {}).values():
        yield from blocks_of(child)
    if hasattr(block, "child_block"):
        yield from blocks_of(block.child_block)


def test_no_field_lets_curators_write_raw_html():
    fields = [
        field
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, StreamField)
    ]
    assert fields
    for field in fields:
        for block in blocks_of(field.stream_block):
            assert not isinstance(block, blocks.RawHTMLBlock), f"{field}: {block}"


# Both are put together from escaped parts, and the payloads above pass through both.
MADE_OF_ESCAPED_PARTS = ("reference.as_html|safe", "excerpt_html|safe")


def test_no_template_marks_what_visitors_read_as_safe():
    """``|safe`` and ``autoescape off`` would let one field through for ever."""
    from django.conf import settings

    offenders = [
        path.relative_to(settings.PROJECT).as_posix()
        for path in settings.PROJECT.joinpath("templates").rglob("*.html")
        if re.search(r"\|\s*safe\b|autoescape\s+off|\|\s*richtext\b", _without_known(path))
    ]
    assert offenders == []


def _without_known(template: Path) -> str:
    text = template.read_text()
    for known in MADE_OF_ESCAPED_PARTS:
        text = text.replace(known, "")
    return text


def test_the_cleaner_is_pure():
    import exhibit.safe_html
    import exhibit.safe_urls

    for module in (exhibit.safe_html, exhibit.safe_urls):
        assert "django" not in inspect.getsource(module).replace("no Django", "")
