"""What an exhibit's own page holds: its title and standfirst, its picture, its look."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from cms.importer import bodies
from cms.importer.library import Library
from cms.importer.manuscript import blocks as outlined
from cms.importer.manuscript.outline import Outline
from cms.importer.page_text import PageText
from exhibit.models import ExhibitPage, Theme

LONGEST_STANDFIRST = ExhibitPage._meta.get_field("standfirst").max_length
LONGEST_SUBTITLE = ExhibitPage._meta.get_field("subtitle").max_length
LEAD = ("lead_image", "lead_image_alt", "lead_image_caption")


@dataclass(frozen=True)
class Opening:
    """``settings`` is exhibit.toml; ``said`` gives a text of it in the outline's language."""

    settings: Mapping[str, Any]
    outline: Outline
    library: Library
    said: Callable[[Any], str]

    def text(self, title: str) -> PageText:
        told, text = self.settings, PageText()
        text.add("title", title, title)
        subtitle = self._subtitle if len(self._subtitle) <= LONGEST_SUBTITLE else ""
        text.add("subtitle", subtitle, subtitle)
        standfirst = _short(self.outline.standfirst)
        text.add("standfirst", standfirst, standfirst)
        theme = Theme.objects.filter(slug=told["theme"]).first() if told.get("theme") else None
        text.add("theme", theme and theme.pk, told.get("theme"))
        for name, seconds in told.get("kiosk", {}).items():
            if name in {"idle_seconds", "warning_seconds"}:
                text.add(f"kiosk_{name}", seconds, seconds)
        self._attract(text)
        if told.get("lead_image"):
            alt = self.said(told.get("lead_image_alt"))
            caption = self.said(told.get("lead_image_caption"))
            path = _picture_path(told["lead_image"])
            image = self.library.image(path, wanted_by="exhibit.toml")
            said = [self.library.fingerprint(path), alt, caption]
            for name, value in zip(LEAD, (image.pk, alt, caption), strict=True):
                text.add(name, value, said)
        return text

    def overflow(self) -> list[outlined.TextBlock]:
        """Return what is too long to stand under the exhibit's title: it opens the story."""
        subtitle, standfirst = self._subtitle, self.outline.standfirst
        html = f"<p>{escape(subtitle, quote=False)}</p>" if len(subtitle) > LONGEST_SUBTITLE else ""
        html += f"<p><i>{standfirst}</i></p>" if standfirst and not _short(standfirst) else ""
        return [outlined.TextBlock(html)] if html else []

    @property
    def _subtitle(self) -> str:
        return self.said(self.settings.get("subtitle")) or self.outline.subtitle

    def _attract(self, text: PageText) -> None:
        items = [
            (_picture_path(item["image"]), self.said(item.get("text")))
            for item in self.settings.get("attract", [])
        ]
        values = [
            {"image": self.library.image(path, wanted_by="exhibit.toml").pk, "text": words}
            for path, words in items
        ]
        told = [[self.library.fingerprint(path), words] for path, words in items]
        text.add("attract_items", values, told)


def _short(standfirst: str) -> str:
    words = bodies.plain(standfirst)
    return words if len(words) <= LONGEST_STANDFIRST else ""


def _picture_path(name: str) -> str:
    return name if "/" in name else f"images/{name}"
