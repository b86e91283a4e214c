"""The last lines of a start."""

from cms.serve.address import Address
from cms.serve.greeting import greeting

HERE = Address("127.0.0.1", 8001)


def test_the_addresses_to_open_are_named():
    text = greeting(HERE, kiosk_path="/kiosk/the-road-out/", password=None)

    assert "http://127.0.0.1:8001/\n" in text
    assert "http://127.0.0.1:8001/kiosk/the-road-out/" in text
    assert "http://127.0.0.1:8001/admin/" in text


def test_a_password_is_shown_only_when_it_was_just_made():
    assert "password" not in greeting(HERE, kiosk_path=None, password=None)
    assert "abcde-fghjk" in greeting(HERE, kiosk_path=None, password="abcde-fghjk")


def test_a_museum_without_an_exhibit_is_sent_to_no_kiosk():
    assert "Kiosk" not in greeting(HERE, kiosk_path=None, password=None)
