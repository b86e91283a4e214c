"""What a reader makes of one document, whatever its format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cms.importer.manuscript.elements import Element


@dataclass(frozen=True)
class Reading:
    """A document as elements, in order, and what it says of itself.

    Attributes:
        title: for want of one in the text. A title that stands in the text stays among the
            elements, as a ``Heading`` that ``names_document`` if the document marks it as such.
        language: a BCP 47 tag if the document says it.
        words: enough plain text to guess a language from.
        places: the line at which each anchor stands that a link ``#name`` may lead to; links to
            other names lose their address and keep their words. None if the format has no anchors.
    """

    elements: list[Element]
    title: str = ""
    subtitle: str = ""
    language: str = ""
    words: str = ""
    places: Mapping[str, int] | None = None
