"""The sheet of codes at a page's end: what the kiosk names and does not open. Pure: no Django."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from exhibit.kiosk.codes import code_svg, shown


@dataclass(frozen=True)
class Words:
    """What the kiosk says of addresses it does not open, in the page's language."""

    heading: str
    advice: str
    digits: Callable[[str], str] = str


class Sheet:
    """Collects the outside addresses of a page in the order they are met, each once."""

    def __init__(self, words: Words):
        self._words = words
        self._numbers: dict[str, int] = {}
        self._names: dict[str, str] = {}

    def number(self, address: str) -> str:
        """Return the number of an address on the sheet, as the page's language writes it."""
        number = self._numbers.setdefault(address, len(self._numbers) + 1)
        return self._words.digits(str(number))

    def name(self, address: str, words: str) -> None:
        """Remember what the page calls an address; ``words`` are HTML text without tags."""
        self._names.setdefault(address, words)

    def html(self) -> str:
        if not self._numbers:
            return ""
        rows = "".join(self._row(address) for address in self._numbers)
        return (
            '<section class="leaf leaf--whole elsewhere" aria-labelledby="elsewhere-title">'
            f'<h2 class="leaf__title" id="elsewhere-title">{escape(self._words.heading)}</h2>'
            f'<p class="elsewhere__advice">{escape(self._words.advice)}</p>'
            f'<ol class="elsewhere__list" role="list">{rows}</ol></section>'
        )

    def _row(self, address: str) -> str:
        return (
            f'<li class="elsewhere__row"><span class="elsewhere__number">{self.number(address)}'
            f'</span> <span class="elsewhere__title">{self._names.get(address, "")}</span>'
            f"{code_of(address)}</li>"
        )


def code_of(address: str) -> str:
    """Return an address as a code, and in writing beside it."""
    return (
        f'<span class="code">{code_svg(address)}'
        f'<bdi class="code__address" dir="ltr">{shown(address)}</bdi></span>'
    )
