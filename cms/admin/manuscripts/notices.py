"""What the review screen has to say after an order, kept until the page is shown again.

Wagtail shows messages above the page; these belong beside the part that was worked on, and must be
seen without scripts too.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest

_KEY = "manuscript_notices"


@dataclass(frozen=True)
class Notices:
    """``at`` is the part they belong to, empty for the whole import; ``problems`` are by part."""

    said: str = ""
    at: str = ""
    problems: Mapping[str, str] = field(default_factory=dict)


def leave(request: HttpRequest, pk, notices: Notices) -> None:
    request.session[_KEY] = {
        "import": str(pk),
        "said": notices.said,
        "at": notices.at,
        "problems": dict(notices.problems),
    }


def take(request: HttpRequest, pk) -> Notices:
    """Return what was left for this import, once."""
    kept = request.session.get(_KEY)
    if not kept or kept["import"] != str(pk):
        return Notices()
    del request.session[_KEY]
    return Notices(kept["said"], kept["at"], kept["problems"])
