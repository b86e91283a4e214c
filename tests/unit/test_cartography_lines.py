import pytest

from exhibit.cartography.bounds import Bounds
from exhibit.cartography.frame import frame_for
from exhibit.cartography.layers import path_of
from exhibit.cartography.lines import Box, clip_line, clip_ring, simplify

SHEET = Box(0, 0, 10, 10)


def test_line_that_leaves_and_returns_becomes_two_pieces():
    pieces = clip_line([(2, 5), (14, 5), (14, 8), (2, 8)], SHEET)
    assert pieces == [[(2, 5), (10, 5)], [(10, 8), (2, 8)]]


def test_ring_is_cut_at_the_edge_of_the_sheet():
    ring = clip_ring([(5, 5), (15, 5), (15, 8), (5, 8)], SHEET)
    assert set(ring) == {(5, 5), (10, 5), (10, 8), (5, 8)}


def test_ring_outside_the_sheet_disappears():
    assert clip_ring([(11, 11), (15, 11), (15, 15)], SHEET) == []


def test_simplifying_keeps_corners_and_drops_points_on_the_way():
    assert simplify([(0, 0), (5, 0.01), (10, 0), (10, 10)], 0.5) == [(0, 0), (10, 0), (10, 10)]


def test_path_is_written_relative_and_rounded_to_a_tenth():
    assert path_of([[(1, 2), (3.04, 2.5), (3.04, 1)]]) == "M1 2l2 .5 0-1.5"


def test_closed_path_does_not_repeat_its_first_point():
    assert path_of([[(0, 0), (4, 0), (4, 4), (0, 0)]], closed=True) == "M0 0l4 0 0 4z"


@pytest.mark.parametrize(
    "bounds",
    [
        Bounds(60, 29, 75, 39),
        Bounds(-75, -55, -52, -20),
        Bounds(-20, -35, 52, 38),
        Bounds(170, -45, 190, -30),
        Bounds(-170, -60, 180, 80),
    ],
    ids=["afghanistan", "patagonia", "africa", "new-zealand", "world"],
)
def test_every_frame_shows_its_bounds_and_finds_back_what_it_placed(bounds):
    frame = frame_for(bounds, width=1000, height=700, padding=20)
    for longitude in (bounds.west, bounds.centre[0], bounds.east - 0.001):
        for latitude in (bounds.south, bounds.centre[1], bounds.north):
            relative = longitude - bounds.centre[0]
            x, y = frame.place_relative(relative, latitude)
            assert 19 <= x <= 981
            assert 19 <= y <= 681
            assert frame.relative_at(x, y) == pytest.approx((relative, latitude))


def test_east_is_right_and_north_is_up():
    frame = frame_for(Bounds(60, 29, 75, 39), width=1000, height=700)
    herat, jalalabad = frame.place(62.2, 34.35), frame.place(70.45, 34.43)
    termez, kandahar = frame.place(67.28, 37.22), frame.place(65.71, 31.61)
    assert herat[0] < jalalabad[0]
    assert termez[1] < kandahar[1]


def test_padding_that_leaves_no_room_is_refused():
    with pytest.raises(ValueError, match="has no room inside a padding of 60"):
        frame_for(Bounds(60, 29, 75, 39), width=100, height=100, padding=60)
