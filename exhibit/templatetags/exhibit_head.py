"""What a page says of itself to search engines and to sites that show a preview of it."""

import json
from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from exhibit.reading.words import plain
from media import renditions

register = template.Library()

# Characters that could end the script element or begin a comment in it.
_ESCAPES = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026"})


@register.simple_tag(takes_context=True)
def absolute(context: Context, address: str) -> str:
    """Return a whole address, as other sites need it; unchanged without a request."""
    request = context.get("request")
    if not request or not address:
        return address
    return request.build_absolute_uri(address)


@register.simple_tag(takes_context=True)
def shared_picture(context: Context) -> str:
    """Return the address of the picture that stands for the page: its lead, or its exhibit's."""
    page, frame = context.get("page"), context.get("frame")
    image = getattr(page, "lead_image", None) or getattr(
        getattr(frame, "exhibit", None), "lead_image", None
    )
    if not image or image.is_svg():
        return ""
    found = renditions.renditions_of(image, renditions.SHARED)
    return absolute(context, found[renditions.SHARED].url) if found else ""


@register.simple_tag(takes_context=True)
def structured_data(context: Context) -> SafeString:
    """Return the page as JSON-LD for a script element of that type, which browsers never run."""
    page, frame = context.get("page"), context.get("frame")
    if not page or not frame:
        return mark_safe("{}")
    data = {"@context": "https://schema.org", **_described(context, page, frame)}
    text = json.dumps(data, ensure_ascii=False).translate(_ESCAPES)
    return mark_safe(text)  # noqa: S308 - escaped for a script element


def _described(context: Context, page: Any, frame: Any) -> dict[str, Any]:
    museum = _without_empty(
        {
            "@type": "Museum",
            "name": frame.museum_name,
            "url": absolute(context, frame.museum_url),
            "address": frame.museum.address,
        }
    )
    kind = page._meta.model_name
    if kind == "museumhomepage":
        return museum
    exhibit = _without_empty(
        {
            "@type": "CreativeWork",
            "name": frame.contents.title if frame.contents else page.title,
            "url": absolute(context, frame.contents.url) if frame.contents else "",
            "inLanguage": frame.html_tag,
            "publisher": museum,
        }
    )
    if kind == "exhibitpage":
        return {**exhibit, **_without_empty({"abstract": page.standfirst})}
    about = {
        "name": page.title,
        "url": absolute(context, context["request"].path) if context.get("request") else "",
        "inLanguage": frame.html_tag,
        "isPartOf": exhibit,
        "abstract": getattr(page, "standfirst", ""),
    }
    if kind == "chapterpage":
        number = frame.position.number if frame.position else None
        return _without_empty({"@type": "Chapter", "position": number, **about})
    if kind == "faqpage":
        return _without_empty({"@type": "FAQPage", **about, "mainEntity": _questions(page)})
    return _without_empty({"@type": "WebPage", **about})


def _questions(page: Any) -> list[dict[str, Any]]:
    return [
        {
            "@type": "Question",
            "name": child.value["question"],
            "acceptedAnswer": {
                "@type": "Answer",
                "text": plain(getattr(child.value["answer"].get("text"), "source", "")),
            },
        }
        for child in page.questions
    ]


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value not in ("", None, [])}
