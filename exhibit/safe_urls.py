"""Let through only addresses that lead somewhere and run nothing. Pure: no Django.

Forms refuse ``javascript:`` and the like, but a value can reach the database past every form.
"""

from urllib.parse import urlsplit

SCHEMES = {"http", "https"}


def safe_url(address: str) -> str:
    """Return ``address`` if a link may lead there, else an empty string.

    Allowed are http and https with a host, mailto with an address, and paths and places on this
    site. Browsers drop tabs and line ends from addresses, so any control character refuses it.
    """
    address = address.strip(" ") if isinstance(address, str) else ""
    if not address or "\\" in address or any(_is_control(letter) for letter in address):
        return ""
    if address.startswith("#"):
        return address
    if address.startswith("/"):
        return "" if address.startswith("//") else address
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    if parts.scheme in SCHEMES:
        # “https://museum.example@elsewhere.example/” shows one place and leads to another.
        return address if host and "@" not in parts.netloc else ""
    return address if parts.scheme == "mailto" and "@" in parts.path else ""


def _is_control(letter: str) -> bool:
    return ord(letter) < 0x21 or 0x7F <= ord(letter) < 0xA0
