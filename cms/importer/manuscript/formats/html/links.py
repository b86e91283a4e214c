"""Where the links of a page may lead once it is an exhibit."""

from __future__ import annotations

from urllib.parse import unquote

from cms.importer.manuscript.formats.markdown.raw_markup import warn_unsafe_link
from cms.importer.manuscript.sanitise import safe_link
from cms.importer.manuscript.warning_log import WarningLog

from .look import Link
from .places import Places


class LinkReader:
    """Decides each link once, however many looks its words have."""

    def __init__(self, places: Places, log: WarningLog) -> None:
        self._places = places
        self._log = log
        self._names = {name: f"place-{number}" for number, name in enumerate(places.nodes)}
        self._decided: dict[int, str | None] = {}
        self._safe: dict[str, str | None] = {}

    def name_of(self, place: str) -> str:
        """A place's name as links have it: what stands in the page may be any text."""
        return self._names[place]

    def target(self, link: Link, line: int) -> str | None:
        """Return the address, ``#place-3`` for a place in the page; None: words alone."""
        if link.serial not in self._decided:
            self._decided[link.serial] = self._target(link.href, line)
        return self._decided[link.serial]

    def _target(self, href: str, line: int) -> str | None:
        if href.startswith("#"):
            name = href[1:] if href[1:] in self._names else unquote(href[1:])
            if name in self._names:
                return f"#{self._names[name]}"
            if name in {"", "top", "_top"}:
                return None
        if href not in self._safe:
            self._safe[href] = safe_link(href)
        target = self._safe[href]
        if target is None:
            warn_unsafe_link(href, line, self._log)
        return target
