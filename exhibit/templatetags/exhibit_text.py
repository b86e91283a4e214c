"""Text and numbers as the language of the page writes them."""

import unicodedata
from collections import Counter
from typing import Any

from django import template
from django.template import Context
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from exhibit import citations, conf, languages, typesetting
from exhibit.reading.text import visitor_html
from exhibit.safe_urls import safe_url

register = template.Library()


@register.filter
def digits(value: Any) -> str:
    """Write a number in the digits of the page's language."""
    return languages.localise_digits(str(value), conf.current_language())


@register.filter
def safe_address(address: str) -> str:
    """Return an address that a link may lead to, else nothing."""
    return safe_url(address)


@register.filter
def html_language(tag: str) -> str:
    """Write a language tag as HTML's ``lang`` wants it."""
    return languages.html_tag(tag)


@register.filter
def own_language_name(tag: str) -> str:
    """Return a language's own name, e.g. “Русский” for ``ru``."""
    return conf.language_names().get(tag, tag)


@register.filter
def direction(tag: str) -> str:
    """Return "rtl" or "ltr"."""
    return languages.direction_of(tag)


@register.filter
def tongue(text: Any) -> SafeString:
    """Return `` lang="…" dir="…"`` for words in another script than the page's, else nothing.

    A credit or a library's caption is written once, whatever the language of the page that shows
    it. The first of the site's languages in that script is taken for its own.
    """
    languages_by_script: dict[str, str] = {}
    for tag, name in conf.language_names().items():
        languages_by_script.setdefault(_script(name), tag)
    script, here = _script(str(text or "")), conf.current_language()
    if not script or script == _script(conf.language_names().get(here, "")):
        return mark_safe("")
    tag = languages_by_script.get(script)
    if tag is None:
        return mark_safe(' dir="auto"')
    found = languages.html_tag(tag), languages.direction_of(tag)
    return format_html(' lang="{}" dir="{}"', *found)


def _script(text: str) -> str:
    """Return the script of most letters, e.g. "CYRILLIC"; "" for a text without letters."""
    names = (unicodedata.name(letter, "") for letter in text if letter.isalpha())
    counted = Counter(name.split(" ")[0] for name in names if name).most_common(1)
    return counted[0][0] if counted else ""


@register.filter
def typeset(text: Any) -> SafeString:
    """Show plain text with the blanks that must not break."""
    escaped = conditional_escape(text or "")
    return mark_safe(typesetting.set_text(escaped, conf.current_language()))  # noqa: S308


@register.simple_tag(takes_context=True)
def visitor_text(context: Context, text: Any) -> SafeString:
    """Show rich text: links that visitors may follow, markers as links to the page's notes.

    Takes the page's ``notes`` and the block's ``id`` from the context, where there are any.
    """
    source = getattr(text, "source", text) or ""
    html = visitor_html(source, context.get("frame") or None, context.get("request"))
    numbering, block_id = context.get("notes"), context.get("id")
    if numbering and block_id:
        numbers = numbering.of_block(block_id)
        html = citations.link_markers(html, numbers, label=_("Note"), digits=digits)
    # Curators' rich text is sanitised when it is saved; links and markers above are escaped.
    return mark_safe(typesetting.set_text(html, conf.current_language()))  # noqa: S308


@register.simple_tag(takes_context=True)
def cell_text(context: Context, text: Any) -> SafeString:
    """Show a table's cell: plain text whose markers link to the page's notes."""
    return visitor_text(context, escape(digits(text or "")))


@register.simple_tag(takes_context=True)
def note_mark(context: Context) -> SafeString:
    """Show the mark of a block with one source of its own: a quotation or a key figure."""
    numbering, block_id = context.get("notes"), context.get("id")
    numbers = numbering.of_block(block_id) if numbering and block_id else []
    if not numbers:
        return mark_safe("")
    mark = citations.link_markers("[1]", numbers, label=_("Note"), digits=digits)
    return mark_safe(mark)  # noqa: S308 - made of a number and our own words
