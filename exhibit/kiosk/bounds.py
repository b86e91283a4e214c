"""Where a visitor at a kiosk may go. Pure: no Django."""

import re
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

CONTENTS = "contents/"
# The views of an exhibit that a kiosk has; a search would need a keyboard.
VIEWS = ("timeline", "map", "people")
_ROOM = re.compile(r"(?:[\w-]+/)?")


@dataclass(frozen=True)
class Bounds:
    """The addresses of one exhibit's kiosk.

    Every address ends with a slash. ``here`` is the page's own, ``origin`` the site's, as
    ``https://museum.example``. ``starts`` are the exhibit's kiosk addresses in its languages.
    ``rooms`` are the names of the pages and views below the page's own start, each with its slash;
    ``web`` is the exhibit's address on the public site.
    """

    origin: str
    here: str
    start: str
    starts: frozenset[str]
    rooms: frozenset[str]
    web: str = ""

    def resolve(self, address: str) -> str:
        """Return a whole address as a browser would follow it from this page."""
        return urljoin(f"{self.origin}{self.here}", address)

    def is_own(self, address: str) -> bool:
        """Return whether a whole address is on this site."""
        parts = urlsplit(address)
        return f"{parts.scheme}://{parts.netloc}" == self.origin

    def inside(self, address: str) -> str | None:
        """Return the kiosk's path for a whole address of this site; None when it has none.

        An address of the exhibit on the public site is led to the same page on the kiosk.
        """
        parts = urlsplit(address)
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        path = parts.path
        for start in self.starts:
            if path.startswith(start):
                room = path.removeprefix(start)
                # What another language holds is not known here; its own pages were asked for it.
                known = start != self.start or room in {"", CONTENTS} or room in self.rooms
                return path + fragment if known and _ROOM.fullmatch(room) else None
        if self.web and path == self.web:
            return f"{self.start}{CONTENTS}{fragment}"
        if self.web and path.startswith(self.web):
            room = path.removeprefix(self.web)
            return f"{self.start}{room}{fragment}" if room in self.rooms else None
        return None
