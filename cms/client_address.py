"""Whose sign-in attempt it is."""

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the address that a request came from.

    Behind our proxy that is the last of ``X-Forwarded-For``, which the proxy itself wrote; all
    before it are a visitor's claims. With no proxy the header is not looked at.
    """
    if getattr(settings, "BEHIND_PROXY", False):
        forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return request.META.get("REMOTE_ADDR", "")
