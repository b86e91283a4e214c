import re
import time
from itertools import combinations

import pytest

from exhibit.cartography import MapPlace, MapRoute, draw_map
from exhibit.cartography.lettering import text_height, text_width
from exhibit.cartography.lines import Box

AFGHAN_PLACES = [
    MapPlace("termez", "Termez", 67.28, 37.22, rank=1),
    MapPlace("hairatan", "Hairatan", 67.42, 37.22),
    MapPlace("kabul", "Kabul", 69.17, 34.53),
    MapPlace("salang", "Salang tunnel", 69.03, 35.32),
    MapPlace("mazar", "Mazar-i-Sharif", 67.11, 36.71),
    MapPlace("jalalabad", "Jalalabad", 70.45, 34.43),
    MapPlace("khost", "Khost", 69.92, 33.34),
    MapPlace("gardez", "Gardez", 69.22, 33.60),
    MapPlace("panjshir", "Panjshir", 69.52, 35.31),
    MapPlace("kandahar", "Kandahar", 65.71, 31.61),
    MapPlace("herat", "Herat", 62.20, 34.35),
    MapPlace("torghundi", "Torghundi", 62.28, 35.25),
    MapPlace("kushka", "Kushka", 62.34, 35.28),
    MapPlace("peshawar", "Peshawar", 71.58, 34.01),
]


def _label_box(drawn):
    width, height = text_width(drawn.place.name, drawn.size), text_height(drawn.size)
    share = {"start": 0, "middle": 0.5, "end": 1}[drawn.anchor]
    left = drawn.label_x - share * width
    middle = drawn.label_y - 0.35 * drawn.size
    # A tenth of a unit is lost to rounding.
    return Box(left, middle - height / 2, left + width, middle + height / 2).grown(-0.2)


def test_every_place_has_a_marker_on_the_sheet():
    drawing = draw_map(AFGHAN_PLACES, width=1000, height=750)
    assert {drawn.place.key for drawn in drawing.places} == {p.key for p in AFGHAN_PLACES}
    assert all(0 < drawn.x < 1000 and 0 < drawn.y < 750 for drawn in drawing.places)


def test_no_name_covers_another_name():
    drawing = draw_map(AFGHAN_PLACES)
    boxes = [_label_box(drawn) for drawn in drawing.places if not drawn.number]
    assert not any(one.meets(other) for one, other in combinations(boxes, 2))


def test_no_name_covers_the_marker_of_another_place():
    drawing = draw_map(AFGHAN_PLACES)
    for one in drawing.places:
        box = _label_box(one)
        others = [drawn for drawn in drawing.places if drawn is not one]
        assert not any(box.left < o.x < box.right and box.top < o.y < box.bottom for o in others)


def test_names_without_room_become_numbers_that_the_key_explains():
    crowd = [MapPlace(str(n), f"A long name, number {n}", 69 + n / 5000, 34.5) for n in range(40)]
    drawing = draw_map([*crowd, MapPlace("far", "Far", 75, 30)], width=600, height=400)
    assert drawing.key
    assert [drawn.number for drawn in drawing.key] == [
        str(number) for number in range(1, len(drawing.key) + 1)
    ]
    named = [drawn for drawn in drawing.places if not drawn.number]
    assert len(named) + len(drawing.key) == 41


def test_numbers_are_written_in_the_digits_of_the_language():
    persian = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
    drawing = draw_map(
        AFGHAN_PLACES,
        language="fa-AF",
        direction="rtl",
        digits=lambda text: text.translate(persian),
    )
    assert re.fullmatch("[۰-۹]+\N{NO-BREAK SPACE}کیلومتر", drawing.scale_bar.text)


def test_map_is_not_mirrored_in_a_language_written_right_to_left():
    left_to_right = draw_map(AFGHAN_PLACES)
    right_to_left = draw_map(AFGHAN_PLACES, language="fa-AF", direction="rtl")
    positions = [(drawn.place.key, drawn.x, drawn.y) for drawn in left_to_right.places]
    assert positions == [(drawn.place.key, drawn.x, drawn.y) for drawn in right_to_left.places]


def test_right_to_left_names_end_at_a_marker_on_their_left():
    drawing = draw_map(AFGHAN_PLACES, direction="rtl")
    beside = [drawn for drawn in drawing.places if drawn.anchor != "middle"]
    assert beside
    for drawn in beside:
        assert drawn.anchor == ("end" if drawn.label_x > drawn.x else "start")


@pytest.mark.parametrize(
    ("language", "country", "river"),
    [
        ("en", "AFGHANISTAN", "Helmand"),
        ("ru", "АФГАНИСТАН", "Гильменд"),
        ("fa-AF", "افغانستان", "هلمند"),
    ],
)
def test_countries_and_rivers_are_named_in_the_language(language, country, river):
    drawing = draw_map(AFGHAN_PLACES, language=language)
    assert country in {name.text for name in drawing.countries}
    assert river in {name.text for name in drawing.rivers}


def test_language_without_translations_gets_english_names():
    drawing = draw_map(AFGHAN_PLACES, language="uz")
    assert "AFGHANISTAN" in {name.text for name in drawing.countries}


def test_layers_are_paths_rounded_to_a_tenth():
    layers = draw_map(AFGHAN_PLACES).layers
    for path in (layers.land, layers.borders, layers.rivers, layers.relief):
        assert path.startswith("M")
        assert not re.search(r"\.\d\d|[^MlZz0-9 .\-]", path)


def test_map_without_relief_leaves_it_out():
    assert draw_map(AFGHAN_PLACES, relief=False).layers.relief == ""


def test_route_runs_between_its_places():
    route = MapRoute("east", "East", [(70.45, 34.43), (69.17, 34.53), (67.28, 37.22)])
    drawing = draw_map(AFGHAN_PLACES, [route])
    jalalabad = next(drawn for drawn in drawing.places if drawn.place.key == "jalalabad")
    assert drawing.routes[0].path.startswith(f"M{jalalabad.x:g} {jalalabad.y:g}l")


def test_route_over_the_antimeridian_does_not_cross_the_whole_map():
    places = [MapPlace("a", "Suva", 178.4, -18.1), MapPlace("b", "Apia", -171.8, -13.8)]
    route = MapRoute("r", "Crossing", [(178.4, -18.1), (-171.8, -13.8)])
    drawing = draw_map(places, [route])
    suva, apia = drawing.places
    assert suva.x < apia.x
    start = re.match(r"M([\d.]+)", drawing.routes[0].path)
    assert float(start[1]) == pytest.approx(suva.x)


def test_one_place_alone_gets_a_map_of_its_surroundings():
    drawing = draw_map([MapPlace("termez", "Termez", 67.28, 37.22)])
    assert drawing.bounds.height_degrees < 8
    assert drawing.scale_bar.kilometres in {50, 100, 200}


def test_places_all_over_the_world_share_one_map_without_a_scale_bar():
    drawing = draw_map(
        [
            MapPlace("geneva", "Geneva", 6.15, 46.20),
            MapPlace("vladivostok", "Vladivostok", 131.89, 43.12),
            MapPlace("lima", "Lima", -77.03, -12.05),
            MapPlace("sydney", "Sydney", 151.2, -33.9),
        ]
    )
    assert len(drawing.places) == 4
    assert drawing.scale_bar is None


def test_no_places_and_no_routes_make_no_map():
    assert draw_map([]) is None


def test_wrong_coordinates_are_refused_by_the_name_of_the_place():
    with pytest.raises(ValueError, match="“Termez” has the latitude 137.22"):
        draw_map([MapPlace("termez", "Termez", 67.28, 137.22)])


def test_wrong_point_of_a_route_is_refused_by_the_name_of_the_route():
    with pytest.raises(ValueError, match="route “East” has the longitude 267"):
        draw_map(AFGHAN_PLACES, [MapRoute("east", "East", [(267, 37), (69, 35)])])


def test_same_places_give_the_same_map():
    assert draw_map(AFGHAN_PLACES) == draw_map(AFGHAN_PLACES)


def test_map_of_a_region_takes_a_fraction_of_a_second():
    draw_map(AFGHAN_PLACES)
    start = time.process_time()
    draw_map(AFGHAN_PLACES)
    # 0.09 s of processor time is usual; the limit leaves room for a slower machine.
    assert time.process_time() - start < 0.4
