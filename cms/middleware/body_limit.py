"""Take large uploads only from people who have signed in.

Django reads a whole form, files included, before it looks at its token: anybody could fill the
disk by posting films to the sign-in page.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Signing in and a page's password need a few hundred bytes.
STRANGERS_MOST_BYTES = 64 * 1024


class BodyLimit:
    """Stands before whatever reads the form, so before the check of its token."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs) -> HttpResponse | None:
        """Answer 413 to a stranger's large body, unread."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        # Without a length Django reads nothing.
        if not length.isdigit() or int(length) <= STRANGERS_MOST_BYTES:
            return None
        if request.user.is_authenticated:
            return None
        return HttpResponse(
            "Too much was sent. Sign in first.", status=413, content_type="text/plain"
        )
