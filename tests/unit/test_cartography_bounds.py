import pytest

from exhibit.cartography import bounds_of, check_coordinates

KABUL = (69.17, 34.53)
TERMEZ = (67.28, 37.22)


def test_bounds_hold_all_points_with_room_around_them():
    bounds = bounds_of([KABUL, TERMEZ])
    assert bounds.west < 67.28 < 69.17 < bounds.east
    assert bounds.south < 34.53 < 37.22 < bounds.north


def test_one_point_alone_still_shows_its_surroundings():
    bounds = bounds_of([TERMEZ])
    assert bounds.height_degrees >= 3
    assert bounds.centre == pytest.approx(TERMEZ)


def test_points_on_both_sides_of_the_antimeridian_stay_together():
    bounds = bounds_of([(178.4, -18.1), (-171.8, -13.8)])
    assert bounds.width_degrees < 20
    assert bounds.west < 178.4 < 188.2 < bounds.east


def test_region_is_not_taken_for_the_whole_world():
    bounds = bounds_of([(67.28, 37.22), (62.2, 34.35), (71.58, 34.01)])
    assert bounds.width_degrees < 15


def test_no_points_have_no_bounds():
    assert bounds_of([]) is None


def test_points_all_round_the_world_never_show_more_than_the_world():
    assert bounds_of([(-170, 10), (-60, 10), (60, 10), (170, 10)]).width_degrees <= 360


@pytest.mark.parametrize(
    ("longitude", "latitude", "wrong"),
    [(37.2, 137.2, "latitude"), (190.0, 10.0, "longitude"), (0.0, float("nan"), "latitude")],
)
def test_wrong_coordinates_are_refused_with_the_rule(longitude, latitude, wrong):
    with pytest.raises(ValueError, match=f"Termez has the {wrong}") as error:
        check_coordinates(longitude, latitude, name="Termez")
    assert "lies between" in str(error.value)
    assert "Check whether latitude and longitude were exchanged." in str(error.value)
