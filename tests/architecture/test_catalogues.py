"""The compiled words that visitors get are the ones that translators wrote."""

import gettext
import io
from pathlib import Path

from babel.messages import mofile, pofile

CATALOGUES = Path(__file__).resolve().parents[2] / "cms" / "locale"


def test_every_catalogue_is_compiled_as_it_stands():
    # `make run` installs no compiler, so the compiled files are kept; `make messages` renews them.
    stale = [
        str(written.relative_to(CATALOGUES))
        for written in sorted(CATALOGUES.glob("*/LC_MESSAGES/django.po"))
        if _words(_compile(written)) != _words(written.with_suffix(".mo"))
    ]

    assert stale == []


def _compile(written: Path) -> io.BytesIO:
    compiled = io.BytesIO()
    with written.open("rb") as source:
        mofile.write_mo(compiled, pofile.read_po(source))
    compiled.seek(0)
    return compiled


def _words(compiled: Path | io.BytesIO) -> dict:
    """What the file translates, without the header, whose date changes with every collection."""
    if isinstance(compiled, Path):
        if not compiled.exists():
            return {"": "not compiled"}
        compiled = io.BytesIO(compiled.read_bytes())
    catalogue = gettext.GNUTranslations(compiled)._catalog
    return {words: said for words, said in catalogue.items() if words}
