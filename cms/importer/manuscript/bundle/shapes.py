"""What each value of ``exhibit.toml`` and ``data/*.toml`` has to be, checked before it is used.

TOML can hold a list or a table anywhere, and a bundle may come from a stranger: whoever reads these
files further on may rely on every value that is named here. Names that are not are passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cms.importer.manuscript.errors import ManuscriptError

_LARGEST_NUMBER = 10_000_000
_LONGEST_TAG = 100
_LONGEST_COLLECTION = 255
_MOST_COLLECTIONS = 20
_MOST_POINTS = 100_000


@dataclass(frozen=True)
class Shape:
    """``must_be`` goes on "… must be"."""

    fits: Callable[[Any], bool]
    must_be: str


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and "\x00" not in value


def _is_words(value: Any) -> bool:
    """Years and dates are often written without quotes."""
    return _is_text(value) or _is_whole(value) or isinstance(value, date)


def _is_number(value: Any) -> bool:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return value == "" or (is_number and abs(value) <= _LARGEST_NUMBER)


def _is_whole(value: Any) -> bool:
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    return is_whole and 0 <= value <= _LARGEST_NUMBER


def _is_collection(value: Any) -> bool:
    names = value.split(" / ") if _is_text(value) else [""] * (_MOST_COLLECTIONS + 1)
    return len(names) <= _MOST_COLLECTIONS and max(map(len, names)) <= _LONGEST_COLLECTION


def _is_point(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_true_number, value))


def _is_true_number(value: Any) -> bool:
    return value != "" and _is_number(value)


def _is_focal(value: Any) -> bool:
    return value == [] or (_is_point(value) and all(0 <= part <= 1 for part in value))


def _is_area(value: Any) -> bool:
    return value == [] or (
        isinstance(value, list) and len(value) == 4 and all(map(_is_whole, value))
    )


def _is_line(value: Any) -> bool:
    return value == "" or (
        isinstance(value, list) and len(value) <= _MOST_POINTS and all(map(_is_point, value))
    )


def _list_of(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and all(map(fits, value))


def _table_of(fits: Callable[[Any], bool]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, dict) and all(map(fits, value.values()))


def _spoken(shape: Shape) -> Shape:
    """The same for all languages, or a table of one for each."""
    by_language = _table_of(shape.fits)
    return Shape(
        lambda value: shape.fits(value) or by_language(value),
        f"{shape.must_be}, or a table of one for each language",
    )


TEXT = Shape(_is_text, "a text in quotes")
WORDS = Shape(_is_words, TEXT.must_be)
NUMBER = Shape(_is_number, "a number")
WHOLE = Shape(_is_whole, "a whole number")
FLAG = Shape(lambda value: isinstance(value, bool), "true or false")
TEXTS = Shape(_list_of(_is_text), "a list of texts in quotes")
TAGS = Shape(
    _list_of(lambda tag: _is_text(tag) and len(tag) <= _LONGEST_TAG),
    f"a list of texts in quotes, each of at most {_LONGEST_TAG} letters",
)
COLLECTION = Shape(
    _is_collection,
    f"the names of at most {_MOST_COLLECTIONS} collections in quotes, one in the other, with “ / ” "
    f"between them and at most {_LONGEST_COLLECTION} letters each",
)
FOCAL = Shape(_is_focal, "two numbers between 0 and 1")
AREA = Shape(_is_area, "four whole numbers")
LINE = Shape(_is_line, "a list of places, each a longitude and a latitude")
TEXT_BY_LANGUAGE = Shape(_table_of(_is_text), "a table with a text in quotes for each language")
COLOURS = Shape(_table_of(_is_text), "a table with a colour in quotes for each role")
TABLE = Shape(lambda value: isinstance(value, dict), "a table")
TABLES = Shape(_list_of(lambda each: isinstance(each, dict)), "a list of tables")

Shapes = Mapping[str, Shape]

_SETTINGS: Shapes = {
    "title": _spoken(TEXT),
    "subtitle": _spoken(TEXT),
    "slug": TEXT,
    "source_language": TEXT,
    "language": TEXT,
    "theme": _spoken(TEXT),
    "lead_image": TEXT,
    "lead_image_alt": _spoken(TEXT),
    "lead_image_caption": _spoken(TEXT),
    "manuscripts": TEXT_BY_LANGUAGE,
    "kiosk": TABLE,
    "attract": TABLES,
    "page": TABLES,
    "museum": TABLE,
}
_KIOSK: Shapes = {
    "shown": _spoken(FLAG),
    "idle_seconds": _spoken(WHOLE),
    "warning_seconds": _spoken(WHOLE),
}
_ATTRACT: Shapes = {"image": _spoken(TEXT), "text": _spoken(TEXT)}
_PAGE: Shapes = dict.fromkeys(("slug", "title", "body"), TEXT)
_MUSEUM: Shapes = dict.fromkeys(("name", "about"), _spoken(TEXT))

_KEPT: Shapes = {
    **dict.fromkeys(
        ("title", "alt", "caption", "credit", "creator", "rights", "rights_holder", "source"), TEXT
    ),
    "source_url": TEXT,
    "date": WORDS,
    "collection": COLLECTION,
    "private": FLAG,
    "tags": TAGS,
}
_DATA: Mapping[str, Shapes] = {
    "images": {**_KEPT, "decorative": FLAG, "focal": FOCAL, "focal_area": AREA},
    "recordings": {
        **_KEPT,
        "duration_seconds": NUMBER,
        "width": WHOLE,
        "height": WHOLE,
        "has_speech": FLAG,
        "poster": TEXT,
        "captions": TEXT_BY_LANGUAGE,
        "transcript": TEXT_BY_LANGUAGE,
    },
    "sources": {
        **dict.fromkeys(
            ("kind", "title", "container", "publisher", "place", "note", "language", "url"), TEXT
        ),
        **dict.fromkeys(("volume", "issue", "pages", "edition", "year"), WORDS),
        "authors": TEXTS,
        "editors": TEXTS,
    },
    "people": {
        **dict.fromkeys(("name", "role", "text"), _spoken(TEXT)),
        "dates": _spoken(WORDS),
        "languages": TEXTS,
    },
    "places": {
        **dict.fromkeys(("name", "text"), _spoken(TEXT)),
        **dict.fromkeys(("latitude", "longitude"), _spoken(NUMBER)),
        "on_map": _spoken(FLAG),
        "languages": TEXTS,
    },
    "routes": {"name": _spoken(TEXT), "line": _spoken(LINE), "languages": TEXTS},
    "terms": {"term": _spoken(TEXT), "definition": _spoken(TEXT), "languages": TEXTS},
    "moments": {
        **dict.fromkeys(("title", "text"), _spoken(TEXT)),
        **dict.fromkeys(("date", "date_text"), _spoken(WORDS)),
        "languages": TEXTS,
    },
    "themes": {
        **dict.fromkeys(("name", "first_scheme", "pairing", "density"), TEXT),
        "light": COLOURS,
        "dark": COLOURS,
    },
}


def check_shapes(settings: Mapping[str, Any], data: Mapping[str, Mapping[str, Any]]) -> None:
    """Check what ``exhibit.toml`` says, and each ``data/*.toml`` by its name.

    Raises:
        ManuscriptError: ``corrupt``, naming the table, the value and what it must be.
    """
    _check_settings(settings)
    for kind, tables in data.items():
        _check_data(kind, tables)


def _check_settings(settings: Mapping[str, Any]) -> None:
    _check(settings, _SETTINGS, "exhibit.toml")
    _check(settings.get("kiosk", {}), _KIOSK, "exhibit.toml, [kiosk]")
    _check(settings.get("museum", {}), _MUSEUM, "exhibit.toml, [museum]")
    for name, shapes, needed in (("attract", _ATTRACT, ("image",)), ("page", _PAGE, tuple(_PAGE))):
        for table in settings.get(name, []):
            _check(table, shapes, f"exhibit.toml, [[{name}]]")
            for wanting in (key for key in needed if not table.get(key)):
                raise _wrong(f"exhibit.toml, [[{name}]]", wanting, TEXT)


def _check_data(kind: str, tables: Mapping[str, Any]) -> None:
    """Check what ``data/KIND.toml`` says; a kind that nothing here reads may say anything."""
    shapes = _DATA.get(kind)
    if shapes is None:
        return
    for key, table in tables.items():
        if not TABLE.fits(table):
            raise _wrong(f"data/{kind}.toml", key, TABLE)
        _check(table, shapes, f"data/{kind}.toml, [{_short(key)}]")


def _check(table: Mapping[str, Any], shapes: Shapes, where: str) -> None:
    for name, shape in shapes.items():
        if name in table and not shape.fits(table[name]):
            raise _wrong(where, name, shape)


def _wrong(where: str, name: str, shape: Shape) -> ManuscriptError:
    return ManuscriptError(
        "corrupt",
        f"{where}: “{_short(name)}” must be {shape.must_be}. Correct it there and import it again.",
    )


def _short(name: str) -> str:
    return name if len(name) <= 60 else f"{name[:59]}…"
