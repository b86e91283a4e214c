"""Make every unsafe request one transaction.

Wagtail publishes and creates in several steps without one: a server killed between them leaves a
page live without a revision. Safe requests stay out of it, since on SQLite a transaction takes
the write lock. https://github.com/wagtail/wagtail/issues/14361

Uploaded files share the fate of the transaction. A view under Django's ``non_atomic_requests``
looks after its transactions itself: one that works for seconds before it writes would keep every
other curator waiting.
"""

from collections.abc import Callable

from django.db import DEFAULT_DB_ALIAS, transaction
from django.http import HttpRequest, HttpResponse

from media.storage import files_follow_transaction, forget_new_files

_SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}


class AtomicWrites:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Run the view inside a transaction, undone when it raises or answers 500 or above."""
        if request.method in _SAFE or getattr(request, "is_dummy", False):
            return None
        if DEFAULT_DB_ALIAS in getattr(view, "_non_atomic_requests", ()):
            return None
        with files_follow_transaction(), transaction.atomic():
            response = view(request, *args, **kwargs)
            if hasattr(response, "render") and callable(response.render):
                response = response.render()
            if response.status_code >= 500:
                transaction.set_rollback(True)
                forget_new_files()
        return response
