"""Pictures come in the sizes a page needs, and never bring a page down."""

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.template import Context, Template

from media import renditions
from media.models import ExhibitImage
from tests import factories

pytestmark = pytest.mark.django_db


def shown(image, arguments: str = '"column"', **context: str) -> str:
    template = Template(f"{{% load pictures %}}{{% picture image {arguments} %}}")
    return template.render(Context({"image": image, **context}))


def test_a_picture_offers_several_widths_and_keeps_its_place():
    html = shown(factories.make_image())

    assert '<source type="image/webp" srcset="' in html
    assert " 400w" in html
    assert " 800w" in html
    assert 'width="1200" height="800"' in html
    assert 'loading="lazy"' in html


def test_the_lead_picture_is_fetched_at_once():
    html = shown(factories.make_image(), '"wide" is_lead=True')

    assert "lazy" not in html
    assert 'fetchpriority="high"' in html


def test_the_alternative_text_of_the_place_is_used_before_the_librarys():
    html = shown(factories.make_image(), '"column" alt=words', words='A "bridge"')

    assert 'alt="A &quot;bridge&quot;"' in html


def test_a_missing_file_leaves_its_alternative_text():
    image = factories.make_image()
    default_storage.delete(image.file.name)

    assert "A bridge over a wide river" in shown(image)
    assert "<img" not in shown(image)


def test_a_broken_file_leaves_its_alternative_text():
    image = factories.make_image()
    default_storage.delete(image.file.name)
    default_storage.save(image.file.name, BytesIO(b"\x89PNG\r\n\x1a\n broken"))

    assert "A bridge over a wide river" in shown(image)


def test_a_drawing_is_shown_as_itself():
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4"/></svg>'
    image = ExhibitImage.objects.create(title="Line", file=ContentFile(svg, name="line.svg"))
    template = Template("{% load pictures %}{% drawing image %}")

    assert ".svg" in shown(image)
    assert "M0 0h4" in template.render(Context({"image": image}))


def test_warming_makes_every_file_a_page_can_ask_for(django_assert_num_queries):
    image = factories.make_image()

    assert renditions.warm(image) == len(renditions.all_specs())
    with django_assert_num_queries(0):
        shown(image, '"full"')
