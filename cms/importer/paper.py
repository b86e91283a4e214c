"""Stand-ins for the library and its facts, for who only looks: nothing is stored or created.

What is there already is itself; what an import would add is a ``NotYet`` with an id like
``new:salang``, which no database id can be.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from wagtail.models import Locale

from cms.importer.facts import FACT_MODELS, Data
from cms.importer.library import Files, recording_title
from cms.importer.same_files import file_hash
from exhibit.models import Source
from media.models import ExhibitImage, Recording


@dataclass(frozen=True)
class NotYet:
    """Something an import would add."""

    pk: str
    title: str
    alt: str = ""
    caption: str = ""

    def __str__(self) -> str:
        return self.title


class StandIns(dict[str, NotYet]):
    """Stand-ins by id, so that they can be named later."""

    def make(self, pk: str, title: str, **words: str) -> NotYet:
        return self.setdefault(pk, NotYet(pk, title, **words))


class PaperSources(Mapping[str, Any]):
    """The sources there are, and a stand-in for any other key."""

    def __init__(self, data: Data, stand_ins: StandIns) -> None:
        self._stand_ins = stand_ins
        keys = data.get("sources", {})
        self._known = {source.key: source for source in Source.objects.filter(key__in=keys)}
        self._titles = {key: table.get("title") or key for key, table in keys.items()}

    def __getitem__(self, key: str) -> Any:
        known = self._known.get(key)
        return known or self._stand_ins.make(f"new:source/{key}", self._titles.get(key, key))

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str)

    def __iter__(self) -> Iterator[str]:
        return iter(self._titles)

    def __len__(self) -> int:
        return len(self._titles)


class PaperFacts:
    """The facts there are in a language, and a stand-in for any other key."""

    def __init__(self, data: Data, locale: Locale, stand_ins: StandIns) -> None:
        self._stand_ins = stand_ins
        self._known = {
            kind: {
                fact.key: fact
                for fact in model.objects.filter(key__in=data.get(kind, {}), locale=locale)
            }
            for kind, model in FACT_MODELS.items()
        }

    def get(self, kind: str, key: str, *, wanted_by: str) -> Any:
        known = self._known.get(kind, {}).get(key)
        return known or self._stand_ins.make(f"new:{kind}/{key}", key)


@dataclass
class PaperLibrary:
    """The pictures and recordings that the library has already, and stand-ins for the others."""

    files: Files
    stand_ins: StandIns
    fingerprints: dict[str, str] = field(default_factory=dict)
    _images: dict[str, ExhibitImage] | None = None
    _recordings: dict[str, Recording] | None = None

    def fingerprint(self, path: str) -> str:
        """Return what a file is known by whatever its name; empty if it is not in the bundle."""
        if path not in self.fingerprints:
            try:
                self.fingerprints[path] = file_hash(self.files.read(path))
            except KeyError:
                self.fingerprints[path] = ""
        return self.fingerprints[path]

    def image(self, path: str, *, wanted_by: str, alt: str = "", caption: str = "") -> Any:
        if self._images is None:
            self._images = {
                image.file_hash: image for image in ExhibitImage.objects.order_by("-pk")
            }
        known = self._images.get(self.fingerprint(path)) if self.fingerprint(path) else None
        name = PurePosixPath(path).stem
        pk = f"new:image/{self.fingerprint(path) or path}"
        return known or self.stand_ins.make(pk, name, alt=alt, caption=caption)

    def recording(self, path: str, *, wanted_by: str) -> Any:
        if self._recordings is None:
            self._recordings = {
                recording.title: recording for recording in Recording.objects.order_by("-pk")
            }
        title = recording_title(self.files.data, path)
        return self._recordings.get(title) or self.stand_ins.make(f"new:recording/{path}", title)
