"""What a style is for, told by the names word processors give in each language."""

from __future__ import annotations

import re
from typing import Literal

StyleRole = Literal["title", "subtitle", "caption", "quote", "contents title", "figures"]

# Word keeps English names in the file whatever the language on screen; other programs, and
# documents that passed through them, do not. Spaces, case and marks are folded away.
_HEADING = re.compile(
    r"(?:heading|überschrift|berschrift|titre|título|ttulo|titolo|заголовок|kop|rubrik|overskrift"
    r"|otsikko|nagłówek|nagwek|nadpis|címsor|cmsor|başlık|balk|επικεφαλίδα|סרלב|כותרת|عنوان|العنوان"
    r"|سرفصل|標題|标题|見出し|제목)"
    r"([1-9])"
)
_CONTENTS = re.compile(
    r"(?:toc|contents|verzeichnis|tm|tdc|sommario|оглавление|содержание|inhopg|índice|فهرست)([1-9])"
)
_ROLES: dict[StyleRole, str] = {
    "title": "title titel titre título titolo название titul tytuł titolodeldocumento عنوان",
    "subtitle": """subtitle untertitel soustitre subtítulo sottotitolo подзаголовок
        ondertitel underrubrik podtytuł عنوانفرعی زیرعنوان""",
    "caption": """caption beschriftung légende lgende leyenda didascalia названиеобъекта bijschrift
        beskrivning bildtext illustration figure table drawing abbildung tabelle figura
        рисунок таблица عنوانشکل""",
    "quote": """quote intensequote quotations blocktext blockquote blockquotation zitat
        intensiveszitat citation citationintense cita citadestacada citazione citazioneintensa
        цитата цитата2 выделеннаяцитата citaat نقلقول""",
    "contents title": """tocheading contentsheading toaheading inhaltsverzeichnisüberschrift
        inhaltsverzeichnisberschrift entêtedetabledesmatières заголовокоглавления""",
    "figures": """tableoffigures abbildungsverzeichnis figureindex1 tableindex1 illustrationindex1
        tabledesillustrations переченьрисунков tableofauthorities""",
}
_ROLE_OF: dict[str, StyleRole] = {
    name: role for role, names in _ROLES.items() for name in names.split()
}
_NOT_IN_NAMES = re.compile(r"[\s_\-–.,()]+")


def heading_level(name: str) -> int:
    """Return 1 to 9 for a built-in heading, 0 for any other style."""
    match = _HEADING.fullmatch(_folded(name))
    return int(match.group(1)) if match else 0


def contents_level(name: str) -> int:
    """Return 1 to 9 for a line of the contents list, else 0."""
    match = _CONTENTS.fullmatch(_folded(name))
    return int(match.group(1)) if match else 0


def role_of(name: str) -> StyleRole | None:
    return _ROLE_OF.get(_folded(name))


def _folded(name: str) -> str:
    return _NOT_IN_NAMES.sub("", name[:100]).casefold()
