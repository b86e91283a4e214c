"""The contents of an exhibit, as visitors meet them."""

import pytest

from exhibit.reading import contents_of
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def contents(exhibit, **options):
    return contents_of(exhibit, url="/exhibit/", **options)


def test_a_chapters_number_is_its_place_among_numbered_chapters():
    exhibit = factories.make_exhibit()
    factories.make_chapter(exhibit, title="Before", kind="introduction")
    factories.make_chapter(exhibit, title="One")
    factories.make_chapter(exhibit, title="Two")
    factories.make_chapter(exhibit, title="After", kind="conclusion")

    entries = contents(exhibit).entries

    assert [(entry.title, entry.number) for entry in entries] == [
        ("Before", None),
        ("One", 1),
        ("Two", 2),
        ("After", None),
    ]


def test_moving_a_chapter_renumbers():
    exhibit = factories.make_exhibit()
    first = factories.make_chapter(exhibit, title="First")
    factories.make_chapter(exhibit, title="Second")
    exhibit.refresh_from_db()
    first.move(exhibit, pos="last-child")

    assert [entry.title for entry in contents(exhibit).entries] == ["Second", "First"]
    assert [entry.number for entry in contents(exhibit).entries] == [1, 2]


def test_an_unpublished_chapter_is_skipped_and_leaves_no_gap():
    exhibit = factories.make_exhibit()
    factories.make_chapter(exhibit, title="One")
    factories.make_chapter(exhibit, title="Hidden", live=False)
    factories.make_chapter(exhibit, title="Three")

    assert [(entry.title, entry.number) for entry in contents(exhibit).entries] == [
        ("One", 1),
        ("Three", 2),
    ]


def test_a_preview_shows_drafts_too():
    exhibit = factories.make_exhibit()
    factories.make_chapter(exhibit, title="Draft", live=False)

    assert contents(exhibit).entries == ()
    assert [entry.title for entry in contents(exhibit, drafts=True).entries] == ["Draft"]


def test_a_position_knows_its_neighbours_and_what_is_left():
    exhibit = factories.make_exhibit()
    pages = [
        factories.make_chapter(exhibit, title=title, text="word " * 400)
        for title in ("One", "Two", "Three")
    ]

    position = contents(exhibit).position_of(pages[1].pk)

    assert position.previous.title == "One"
    assert position.following.title == "Three"
    assert (position.number, position.total) == (2, 3)
    assert position.minutes_left == 4


def test_the_ends_have_no_neighbour():
    exhibit = factories.make_exhibit()
    only = factories.make_chapter(exhibit)

    position = contents(exhibit).position_of(only.pk)

    assert position.previous is None
    assert position.following is None


@pytest.mark.parametrize("chapters", [3, 60])
def test_contents_cost_the_same_for_any_number_of_chapters(chapters, django_assert_max_num_queries):
    exhibit = factories.make_exhibit()
    for _each in range(chapters):
        factories.make_chapter(exhibit)

    with django_assert_max_num_queries(8):
        assert contents(exhibit).total == chapters
