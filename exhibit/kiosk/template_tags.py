"""What kiosk templates need beside the page: its bounds, its codes, its leaves, its map."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import template
from django.template import Context, Node, NodeList
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from exhibit import cartography, languages
from exhibit.kiosk import attract, codes, screen
from exhibit.kiosk.links import enclose
from exhibit.kiosk.sheet import Words
from exhibit.reading import Entry, Frame

register = template.Library()

# In SVG units, which are pixels on an upright screen of 1080; names are set large enough to read.
MAP_WIDTH, MAP_HEIGHT, MAP_NAME_SIZE = 1080, 1000, 30

# Blocks that are a thought of their own and take the whole screen; the others are read as words.
_WHOLE = {"figure", "gallery", "video", "map", "table", "timeline"}
_STATEMENTS = {"key_figure", "quotation"}


@register.simple_tag
def screen_settings(frame: Frame) -> dict[str, Any]:
    return screen.settings_of(frame)


@register.simple_tag
def attract_slides(exhibit: Any, frame: Frame) -> tuple[attract.Slide, ...]:
    """Return the attract screen's slides; five queries at most."""
    return attract.slides_of(exhibit, frame)


@register.simple_tag(takes_context=True)
def telephone_address(context: Context) -> str:
    """Return the web address of the page that is shown; no query once Wagtail knows its sites."""
    return screen.telephone_address(context["frame"], context["page"], context.get("request"))


@register.filter
def code(address: str) -> SafeString:
    return mark_safe(codes.code_svg(address))  # noqa: S308 - made by segno, black and white


@register.filter
def shown_address(address: str) -> SafeString:
    return mark_safe(codes.shown(address))  # noqa: S308 - escaped there


@dataclass(frozen=True)
class Leaf:
    """Blocks of a chapter that are shown together; ``kind`` is whole, statement or words."""

    kind: str
    blocks: tuple[Any, ...]

    @property
    def leads_to_map(self) -> bool:
        return any(block.block_type == "map" for block in self.blocks)


@register.filter
def leaves(body: Iterable[Any]) -> list[Leaf]:
    """Gather a chapter's blocks into leaves: words that follow each other share one."""
    gathered: list[Leaf] = []
    for kind, together in groupby(body, key=_kind_of):
        if kind == "words":
            gathered.append(Leaf(kind, tuple(together)))
        else:
            gathered += [Leaf(kind, (block,)) for block in together]
    return gathered


def _kind_of(block: Any) -> str:
    if block.block_type in _WHOLE:
        return "whole"
    return "statement" if block.block_type in _STATEMENTS else "words"


@register.filter
def has_untold(entries: Iterable[Entry]) -> bool:
    """Return whether a chapter has no text in this language."""
    return not all(entry.has_text for entry in entries)


@register.simple_tag
def floor_map(frame: Frame, mentions: Iterable[Any]) -> Any:
    """Return the map of the places that are mentioned, or None when none is on the map."""
    places = [mention.fact for mention in mentions if mention.fact.on_map]
    return cartography.draw_map(
        [
            cartography.MapPlace(
                key=place.key, name=place.name, latitude=place.latitude, longitude=place.longitude
            )
            for place in places
        ],
        width=MAP_WIDTH,
        height=MAP_HEIGHT,
        label_size=MAP_NAME_SIZE,
        language=frame.language,
        direction=frame.direction,
        digits=lambda text: languages.localise_digits(str(text), frame.language),
    )


@register.tag
def enclosed(parser: Any, _token: Any) -> "Enclosed":
    """Show what stands between the tags without any way out of the exhibit's kiosk."""
    inner = parser.parse(("endenclosed",))
    parser.delete_first_token()
    return Enclosed(inner)


class Enclosed(Node):
    def __init__(self, nodelist: NodeList):
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        frame = context["frame"]
        html = enclose(
            self.nodelist.render(context),
            screen.bounds_of(frame, context.get("request")),
            Words(
                heading=_("On your own phone"),
                advice=_("Point your phone’s camera at a code to open its page."),
                digits=lambda text: languages.localise_digits(text, frame.language),
            ),
        )
        return mark_safe(html)  # noqa: S308 - rendered above, then parsed and written anew
