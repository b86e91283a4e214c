"""Where the site listens, and what the owner reads when it cannot."""

import socket

import pytest

from cms.serve import CannotStart
from cms.serve.address import Address, check_free, read_address


@pytest.mark.parametrize("port", ["0", "65536", "80a", "-1", "８０"])
def test_a_port_that_is_no_port_is_refused_with_the_rule(port):
    with pytest.raises(CannotStart, match="give a number from 1 to 65535"):
        read_address({"PORT": port})


def test_unset_variables_mean_this_machine_alone_on_port_8000():
    assert read_address({}) == Address("127.0.0.1", 8000)


def test_an_occupied_port_is_named_with_another_to_take():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CannotStart, match=f"Port {port} is taken by another program"):
            check_free(Address("127.0.0.1", port))


def test_a_host_that_is_not_ours_is_refused():
    with pytest.raises(CannotStart, match="not an address of this machine"):
        check_free(Address("192.0.2.7", 8000))


def test_a_host_that_cannot_be_found_is_refused():
    with pytest.raises(CannotStart, match="cannot find"):
        check_free(Address("no-such-host.invalid", 8000))


def test_version_six_addresses_are_written_in_brackets():
    address = Address("::1", 8000)

    assert address.bind == "[::1]:8000"
    assert address.url == "http://[::1]:8000"


def test_a_site_on_the_network_is_opened_locally_by_its_local_address():
    assert Address("0.0.0.0", 8000).url == "http://127.0.0.1:8000"


def test_a_site_on_this_machine_answers_to_no_other_name():
    assert set(Address("127.0.0.1", 8000).names) == {"localhost", "127.0.0.1", "[::1]"}
