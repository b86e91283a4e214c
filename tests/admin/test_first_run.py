"""What a first start gives a museum, and what a later one leaves alone."""

import pytest
from django.contrib.auth import get_user_model

from cms.serve import CannotStart, first_run

pytestmark = pytest.mark.django_db


@pytest.fixture
def commands(monkeypatch):
    """The management commands that were called, none of which runs."""
    called = []
    monkeypatch.setattr(first_run, "call_command", lambda name, **options: called.append(name))
    return called


def test_the_first_administrator_gets_a_password_that_nobody_else_has():
    first = first_run.make_admin("")

    assert get_user_model().objects.get(username="admin").check_password(first)
    assert first != first_run.random_password()
    assert len(first) >= 20


def test_a_chosen_password_is_used_and_not_shown():
    assert first_run.make_admin("seven bridges of iron") is None
    assert get_user_model().objects.get(username="admin").check_password("seven bridges of iron")


def test_a_password_that_is_too_short_is_refused_with_the_rule():
    with pytest.raises(CannotStart, match="ENFILADE_ADMIN_PASSWORD is refused: .* 12 characters"):
        first_run.make_admin("short")

    assert not get_user_model().objects.filter(username="admin").exists()


def test_a_later_start_leaves_the_administrators_password_alone():
    first = first_run.make_admin("")

    assert first_run.make_admin("another password entirely") is None
    assert get_user_model().objects.get(username="admin").check_password(first)


def test_an_empty_museum_gets_the_demo_once(commands, tmp_path):
    first_run.load_demo(lambda line: None, tmp_path)
    first_run.load_demo(lambda line: None, tmp_path)

    assert commands == ["load_demo"]


def test_a_demo_that_failed_is_tried_again(monkeypatch, tmp_path):
    def fail(name, **options):
        raise OSError("the bundle cannot be read")

    monkeypatch.setattr(first_run, "call_command", fail)
    with pytest.raises(OSError, match="cannot be read"):
        first_run.load_demo(lambda line: None, tmp_path)

    called = []
    monkeypatch.setattr(first_run, "call_command", lambda name, **options: called.append(name))
    first_run.load_demo(lambda line: None, tmp_path)

    assert called == ["load_demo"]
