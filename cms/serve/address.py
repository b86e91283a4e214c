"""Where the site listens, and under which names its visitors may call it."""

import errno
import socket
from collections.abc import Mapping
from dataclasses import dataclass

from cms.serve import CannotStart

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
# Listening on these means: on every network this machine is in.
EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104 - only compared with what the owner asked for
# Reserved for documentation: nothing is sent there, see `_own_address`.
SOME_OTHER_HOST = ("192.0.2.1", 9)


@dataclass(frozen=True)
class Address:
    host: str
    port: int

    @property
    def bind(self) -> str:
        """The address as gunicorn and runserver take it."""
        return f"{_bracket(self.host)}:{self.port}"

    @property
    def url(self) -> str:
        """Where a browser on this machine finds the site; no slash at the end."""
        host = DEFAULT_HOST if self.host in EVERYWHERE else self.host
        return f"http://{_bracket(host)}:{self.port}"

    @property
    def network_url(self) -> str | None:
        """Where a screen in the same network finds the site; None if it only listens here."""
        own = _own_address() if self.host in EVERYWHERE else None
        return f"http://{_bracket(own)}:{self.port}" if own else None

    @property
    def names(self) -> list[str]:
        """The host names that requests may carry."""
        names = ["localhost", "127.0.0.1", "[::1]"]
        if self.host in EVERYWHERE:
            names += [socket.gethostname().lower(), _own_address() or ""]
        else:
            names.append(_bracket(self.host))
        return [name for name in dict.fromkeys(names) if name]


def read_address(environment: Mapping[str, str]) -> Address:
    """Read HOST and PORT. Raises CannotStart if PORT is no port number."""
    host = environment.get("HOST", "").strip().strip("[]") or DEFAULT_HOST
    port = environment.get("PORT", "").strip() or str(DEFAULT_PORT)
    if not port.isascii() or not port.isdigit() or not 1 <= int(port) <= 65535:
        raise CannotStart(f"PORT is “{port}”; give a number from 1 to 65535, such as PORT=8001.")
    return Address(host, int(port))


def check_free(address: Address) -> None:
    """Raise CannotStart unless this program could listen at the address now."""
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except OSError:
        raise CannotStart(
            f"HOST is “{address.host}”, a name that this machine cannot find; "
            "use HOST=127.0.0.1 for this machine alone or HOST=0.0.0.0 for its network."
        ) from None
    family, kind, protocol, _, where = found[0]
    with socket.socket(family, kind, protocol) as probe:
        # As gunicorn does it: a port that was closed a second ago counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(where)
        except OSError as error:
            raise CannotStart(_explain(error, address)) from None


def _explain(error: OSError, address: Address) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {address.port} is taken by another program; stop that one, or choose another "
            f"port: make run PORT={address.port + 1 if address.port < 65535 else DEFAULT_PORT}."
        )
    if error.errno == errno.EACCES:
        return (
            f"Port {address.port} belongs to the system; choose one above 1023, such as PORT=8000."
        )
    if error.errno == errno.EADDRNOTAVAIL:
        return (
            f"HOST is {address.host}, which is not an address of this machine; "
            "use HOST=127.0.0.1 for this machine alone or HOST=0.0.0.0 for its network."
        )
    return f"Listening at {address.bind} failed ({error.strerror}); try another HOST or PORT."


def _own_address() -> str | None:
    """This machine's address in its network, or None if it is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Connecting a datagram socket sends nothing; it only makes the system choose the
            # address it would send from.
            probe.connect(SOME_OTHER_HOST)
        except OSError:
            return None
        return probe.getsockname()[0]


def _bracket(host: str) -> str:
    return f"[{host}]" if ":" in host else host
