import re
from xml.etree import ElementTree

from django.template.loader import render_to_string

from exhibit.cartography import MapPlace, draw_map


def _render(places, **options):
    return render_to_string(
        "components/map_drawing.html",
        {"drawing": draw_map(places, **options), "title": "The “two” roads & a river"},
    )


def _svg(html):
    return ElementTree.fromstring(re.search(r"<svg.*</svg>", html, re.DOTALL)[0])  # noqa: S314


def test_marker_links_to_its_place_and_says_its_name():
    html = _render([MapPlace("kabul", "Kabul & river", 69.17, 34.53, href="#place-kabul")])
    svg = "{http://www.w3.org/2000/svg}"
    link = _svg(html).find(f".//{svg}a[@href='#place-kabul']")
    assert link.find(f"{svg}title").text == "Kabul & river"
    assert link.find(f"{svg}text").text == "Kabul & river"


def test_map_carries_its_title_and_no_inline_style():
    html = _render([MapPlace("kabul", "Kabul", 69.17, 34.53)])
    assert _svg(html).get("aria-label") == "The “two” roads & a river"
    assert " style=" not in html
    assert "<script" not in html


def test_numbers_stay_plain_where_the_language_writes_a_decimal_comma(settings):
    settings.LANGUAGE_CODE = "ru"
    html = _render([MapPlace("kabul", "Кабул", 69.17, 34.53)], language="ru")
    assert not re.search(r'(?:x|y|cx|cy|r|font-size)="\d+,\d', html)


def test_key_follows_the_map_where_names_had_no_room():
    crowd = [MapPlace(str(n), f"A long name, number {n}", 69 + n / 5000, 34.5) for n in range(40)]
    html = _render([*crowd, MapPlace("far", "Far", 75, 30)], width=600, height=400)
    assert '<ul class="map-drawing__key">' in html
