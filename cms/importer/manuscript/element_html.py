"""Elements as html: the shape a section's text takes, before sanitising."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from .elements import (
    Directive,
    Element,
    Heading,
    ListElement,
    Paragraph,
    Picture,
    Quote,
    Table,
)


def elements_html(elements: Iterable[Element], *, section_level: int) -> str:
    return "\n".join(element_html(element, section_level=section_level) for element in elements)


def element_html(element: Element, *, section_level: int) -> str:
    """Return one element's html; headings are h3 and h4, whatever level they had."""
    match element:
        case Paragraph():
            return f"<p>{element.html}</p>"
        case Heading():
            tag = "h3" if element.level <= section_level + 1 else "h4"
            return f"<{tag}>{element.html}</{tag}>"
        case ListElement():
            return _list_html(element, section_level)
        case Quote():
            inner = elements_html(element.elements, section_level=section_level)
            return f"<blockquote>{inner}</blockquote>"
        case Picture():
            return figure_html(element.src, element.alt, element.caption)
        case Table():
            return table_html("", element.header, element.rows)
        case Directive():
            words = (value for _, value in element.fields if value)
            return "\n".join(f"<p>{escape(word, quote=False)}</p>" for word in words)


def _list_html(element: ListElement, section_level: int) -> str:
    tag = "ol" if element.ordered else "ul"
    start = f' start="{element.start}"' if element.ordered and element.start != 1 else ""
    items = "".join(f"<li>{_item_html(item, section_level)}</li>" for item in element.items)
    return f"<{tag}{start}>{items}</{tag}>"


def _item_html(item: tuple[Element, ...], section_level: int) -> str:
    """A lone paragraph stands in its item bare; so does the line above a nested list."""
    paragraphs = sum(isinstance(element, Paragraph) for element in item)
    if paragraphs == 1 and isinstance(item[0], Paragraph):
        return item[0].html + elements_html(item[1:], section_level=section_level)
    return elements_html(item, section_level=section_level)


def special_words(element: Element) -> Iterator[str]:
    """What a picture or a ``:::`` block says, as html, where only words have room."""
    match element:
        case Picture():
            yield escape(element.caption or element.alt, quote=False)
        case Directive():
            yield from (escape(value, quote=False) for _, value in element.fields if value)


def figure_html(src: str, alt: str, caption: str) -> str:
    shown = f"<figcaption>{escape(caption, quote=False)}</figcaption>" if caption else ""
    return f'<figure><img src="{escape(src)}" alt="{escape(alt)}">{shown}</figure>'


def table_html(caption: str, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    titled = f"<caption>{caption}</caption>" if caption else ""
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in header)
    head = f"<thead><tr>{heads}</tr></thead>" if header else ""
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{titled}{head}<tbody>{body}</tbody></table>"


def aside_html(name: str, fields: Iterable[tuple[str, str]]) -> str:
    """A special block as words: what it is and what it says."""
    rows = "".join(
        f"<dt>{escape(key, quote=False)}</dt><dd>{escape(value, quote=False)}</dd>"
        for key, value in fields
        if value
    )
    return f'<aside data-block="{escape(name)}"><dl>{rows}</dl></aside>'
