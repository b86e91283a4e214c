"""What a manuscript calls the pages that its links lead to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape

from wagtail.models import Page

from cms.exporter.remarks import Remarks
from cms.importer.manuscript.exported.prose import followed
from exhibit.languages import html_tag
from exhibit.models import MuseumHomePage

_ANCHOR = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')


@dataclass(frozen=True)
class Targets:
    """Says how a page of one language of an exhibit is linked to.

    ``here`` are the targets of this language's pages by id, ``groups`` the same by translation
    key; ``elsewhere`` those of the exhibit's languages that come before this one, by id.
    """

    here: Mapping[int, str]
    groups: Mapping[object, str]
    elsewhere: Mapping[int, str]
    remarks: Remarks

    def of(self, page: Page | None, *, wanted_by: str) -> str:
        """Return ``#7``, ``#faq``…, or ``#museum/en/about`` for a page outside the exhibit."""
        if page is None:
            return ""
        target = (
            self.here.get(page.pk)
            or self.groups.get(page.translation_key)
            or self.elsewhere.get(page.pk)
            or _outside(page)
        )
        if target:
            return f"#{target}"
        self.remarks.add(
            f"In “{wanted_by}” a link to the page “{page.title}” is left out, its words are kept: "
            "that page is not among those exported."
        )
        return ""

    def in_html(self, html: str, *, wanted_by: str) -> str:
        """Return rich text whose links to pages have become links to targets."""
        ids = {int(number) for number in re.findall(r'\bid="([0-9]+)"', html)}
        pages = Page.objects.in_bulk(ids) if ids and "linktype" in html else {}

        def link(match: re.Match[str]) -> str:
            said = {name: unescape(value) for name, value in _ATTRIBUTE.findall(match[1])}
            kind = said.get("linktype")
            if kind is None:
                return self._outward(match, said.get("href", "").strip(), wanted_by)
            number = said.get("id", "")
            page = pages.get(int(number)) if kind == "page" and number.isdecimal() else None
            if page is None:
                what = "a page that is gone" if kind == "page" else f"a {kind}"
                self.remarks.add(
                    f"In “{wanted_by}” a link to {what} is left out; its words are kept."
                )
                return match[2]
            target = self.of(page, wanted_by=wanted_by)
            return f'<a href="{escape(target)}">{match[2]}</a>' if target else match[2]

        return _ANCHOR.sub(link, html)

    def _outward(self, match: re.Match[str], href: str, wanted_by: str) -> str:
        if followed(href):
            return f'<a href="{escape(href)}">{match[2]}</a>'
        if href:
            self.remarks.add(
                f"In “{wanted_by}” the link to “{href[:80]}” is left out; its words are kept. "
                "Visitors are not led there either."
            )
        return match[2]


def _outside(page: Page) -> str:
    """Return where in the museum a page stands that is no part of the exhibit."""
    home = MuseumHomePage.objects.ancestor_of(page, inclusive=True).select_related("locale").first()
    if home is None:
        return ""
    below = page.url_path.removeprefix(home.url_path).strip("/")
    return "/".join(filter(None, ("museum", html_tag(home.locale.language_code), below)))
