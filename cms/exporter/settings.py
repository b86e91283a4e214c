"""What exhibit.toml says: look, kiosk, and what the kiosk shows while nobody is there."""

from collections.abc import Mapping
from typing import Any

from cms.exporter.blocks import Shelf
from cms.exporter.words import by_language, in_one_line
from exhibit.models import ExhibitPage

Values = dict[str, Any]


def settings_of(
    exhibits: Mapping[str, ExhibitPage], shelf: Shelf
) -> tuple[Values, Values, list[Values]]:
    """Return the exhibit's own values, its kiosk's, and the pictures of the attract screen.

    Args:
        exhibits: the exhibit's page by language tag.
    """
    themes = {tag: shelf.facts.theme_key(page.theme) for tag, page in exhibits.items()}
    about = {"theme": by_language(themes)}
    kiosk = {
        name: by_language({tag: getattr(page, field) for tag, page in exhibits.items()})
        for name, field in (
            ("shown", "is_on_kiosk"),
            ("idle_seconds", "kiosk_idle_seconds"),
            ("warning_seconds", "kiosk_warning_seconds"),
        )
    }
    return about, kiosk, _attract(exhibits, shelf)


def _attract(exhibits: Mapping[str, ExhibitPage], shelf: Shelf) -> list[Values]:
    """Return the items in order; one that a language does not have lacks that language."""
    items: dict[str, list[tuple[str, str]]] = {}
    for tag, page in exhibits.items():
        pairs = [
            (shelf.media.image(item.image), in_one_line(item.text))
            for item in page.attract_items.all()
        ]
        items[tag] = [(path, text) for path, text in pairs if path]
    longest = max(map(len, items.values()), default=0)
    return [
        _item({tag: each[place] for tag, each in items.items() if each[place:]}, len(exhibits))
        for place in range(longest)
    ]


def _item(by_tag: Mapping[str, tuple[str, str]], languages: int) -> Values:
    images = {tag: path for tag, (path, _) in by_tag.items()}
    texts = {tag: text for tag, (_, text) in by_tag.items()}
    is_everywhere = len(by_tag) == languages
    return {
        "image": by_language(images) if is_everywhere else images,
        "text": by_language(texts) if is_everywhere else texts,
    }
