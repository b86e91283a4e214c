"""Guessing a curator's password takes longer than a career."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from cms.client_address import client_address
from tests import factories

RIGHT = "river-bridge-1988"


def attempt(client, *, name="keeper", password="wrong", **extra):  # noqa: S107 - the guess
    return client.post(
        reverse("wagtailadmin_login"), {"username": name, "password": password}, **extra
    )


@pytest.fixture
def keeper(db):
    return factories.make_user(username="keeper", is_superuser=True)


@pytest.mark.database
def test_the_fifth_wrong_password_locks_even_the_right_one(client, keeper):
    assert [attempt(client).status_code for _ in range(4)] == [200] * 4
    locked = attempt(client)
    assert locked.status_code == 429
    assert "quarter of an hour" in locked.content.decode()
    assert attempt(client, password=RIGHT).status_code == 429


def test_others_can_still_sign_in_meanwhile(client, keeper):
    factories.make_user(username="registrar", is_superuser=True)
    for _ in range(6):
        attempt(client)
    assert attempt(Client(), name="registrar", password=RIGHT).status_code == 302
    elsewhere = Client(REMOTE_ADDR="10.1.2.3")
    assert attempt(elsewhere, password=RIGHT).status_code == 302


def test_a_claimed_address_does_not_help_a_guesser(client, keeper):
    answers = [
        attempt(client, headers={"x-forwarded-for": f"10.0.0.{number}"}).status_code
        for number in range(6)
    ]
    assert answers[-1] == 429


def test_behind_a_proxy_only_what_the_proxy_wrote_counts(rf, settings):
    request = rf.get("/", headers={"x-forwarded-for": "1.1.1.1, 203.0.113.9"})
    assert client_address(request) == "127.0.0.1"
    settings.BEHIND_PROXY = True
    assert client_address(request) == "203.0.113.9"
    assert client_address(rf.get("/")) == "127.0.0.1"


def test_signing_in_forgives_earlier_slips(client, keeper):
    for _ in range(3):
        attempt(client)
    assert attempt(client, password=RIGHT).status_code == 302
    assert [attempt(Client()).status_code for _ in range(4)] == [200] * 4


def test_unknown_names_and_wrong_passwords_read_alike(client, keeper):
    wrong, unknown = attempt(client), attempt(client, name="nobody")
    assert wrong.context["form"].errors == unknown.context["form"].errors


def test_nobody_can_have_a_password_mailed(client, keeper):
    address = reverse("wagtailadmin_password_reset")
    assert client.get(address).status_code == 404
    assert client.post(address, {"email": "keeper@museum.example"}).status_code == 404
    assert mail.outbox == []


@pytest.mark.parametrize("password", ["short", "password1234", "12345678901", "keeper"])
def test_weak_passwords_are_refused(keeper, password):
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        validate_password(password, keeper)


def test_signing_in_needs_the_forms_token(keeper):
    assert attempt(Client(enforce_csrf_checks=True), password=RIGHT).status_code == 403


def test_signing_in_leads_nowhere_else(client, keeper):
    answer = client.post(
        reverse("wagtailadmin_login"),
        {"username": "keeper", "password": RIGHT, "next": "https://evil.example/"},
    )
    assert answer.status_code == 302
    assert "evil" not in answer.headers["Location"]


def test_a_session_ends_with_the_browser_and_cannot_be_read_by_scripts(client, keeper):
    attempt(client, password=RIGHT)
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert not cookie["expires"]


def test_a_new_password_ends_every_other_session(client, keeper):
    attempt(client, password=RIGHT)
    assert client.get("/admin/").status_code == 200
    keeper.set_password("another-long-one-1989")
    keeper.save()
    assert client.get("/admin/").status_code == 302
