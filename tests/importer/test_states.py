"""What happened to a page since it was imported, told field by field."""

from cms.importer.comparing.states import Field, Memory, weigh


def field(name="body", told="m1", there="p1", **facts) -> Field:
    return Field(name, told, there, facts.pop("is_equal", False), **facts)


MEMORY = Memory(told={"body": "m1", "title": "m1"}, written={"body": "p1", "title": "p1"})


def verdict(*fields: Field, memory: Memory | None = MEMORY):
    found = weigh(list(fields), memory)
    return found.state, found.takes


def test_nothing_changed():
    assert verdict(field()) == ("same", ())


def test_the_manuscript_changed():
    assert verdict(field(told="m2")) == ("manuscript_changed", ("body",))


def test_the_page_changed():
    assert verdict(field(there="p2")) == ("page_changed", ("body",))


def test_both_changed_the_same_field():
    assert verdict(field(told="m2", there="p2")) == ("both_changed", ("body",))


def test_each_changed_another_field_so_nothing_is_lost_by_taking_the_manuscripts():
    fields = field("title", there="p2"), field("body", told="m2")

    assert verdict(*fields) == ("manuscript_changed", ("body",))


def test_both_came_to_say_the_same():
    assert verdict(field(told="m2", there="p2", is_equal=True)) == ("same", ())


def test_what_the_manuscript_never_spoke_of_is_the_curators():
    assert verdict(field(there="p2", is_silent=True)) == ("same", ())
    assert verdict(field("places", is_silent=True)) == ("same", ())


def test_what_the_manuscript_stopped_speaking_of_was_taken_out():
    assert verdict(field(told="m2", is_silent=True)) == ("manuscript_changed", ("body",))


def test_without_a_memory_what_differs_counts_as_changed_on_both_sides():
    assert verdict(field(), memory=None) == ("both_changed", ("body",))
    assert verdict(field(is_equal=True), memory=None) == ("same", ())


def test_without_a_memory_what_is_empty_can_be_filled():
    assert verdict(field(is_empty=True), memory=None) == ("manuscript_changed", ("body",))
