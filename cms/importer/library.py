"""Put a bundle's pictures and recordings into the media library.

A file that the library already holds, byte for byte, is used again and not stored twice.
"""

import errno
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, Protocol

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from wagtail.models import Collection

from cms.importer import shelving
from cms.importer.facts import BundleProblem, Data
from cms.importer.same_files import file_hash, holds
from media.models import ExhibitImage, Recording, RecordingText

FULL_DISK = {errno.ENOSPC, errno.EDQUOT}
VIDEO_ENDINGS = {".mp4", ".webm"}
AUDIO_ENDINGS = {".mp3", ".m4a", ".ogg", ".opus", ".wav"}
LONGEST_ALT = ExhibitImage._meta.get_field("description").max_length
_LONGEST_TITLE = 80
_REGISTRARS = ("caption", "credit", "creator", "rights", "rights_holder", "source", "source_url")


class Files(Protocol):
    """What the library needs of a bundle."""

    data: Data

    def read(self, path: str) -> bytes: ...


@dataclass
class Library:
    """The bundle's media, stored when first asked for."""

    files: Files
    collection: Collection
    images: dict[str, ExhibitImage] = field(default_factory=dict)
    fingerprints: dict[str, str] = field(default_factory=dict)
    recordings: dict[str, Recording] = field(default_factory=dict)
    stored: list[Any] = field(default_factory=list)

    def image(self, path: str, *, wanted_by: str, alt: str = "", caption: str = "") -> ExhibitImage:
        """Return the picture at a path of the bundle.

        Args:
            alt, caption: used when ``data/images.toml`` does not say.

        Raises:
            BundleProblem: if the file is missing or no picture, naming the chapter.
        """
        if path not in self.images:
            content = self._read(path, wanted_by)
            known = self._known_image(path, content)
            self.images[path] = known or self._new_image(path, content, wanted_by, alt, caption)
        return self.images[path]

    def recording(self, path: str, *, wanted_by: str) -> Recording:
        """Return the sound or film at a path of the bundle, with its captions and transcripts.

        Raises:
            BundleProblem: if the file or one that belongs to it is missing.
        """
        if path not in self.recordings:
            content = self._read(path, wanted_by)
            known = self._known_recording(path, content)
            self.recordings[path] = known or self._new_recording(path, content, wanted_by)
        return self.recordings[path]

    def fingerprint(self, path: str) -> str:
        """Return what a file is known by whatever its name; empty if it is not in the bundle."""
        if path not in self.fingerprints:
            try:
                self.fingerprints[path] = file_hash(self.files.read(path))
            except KeyError:
                self.fingerprints[path] = ""
        return self.fingerprints[path]

    def discard_files(self) -> None:
        """Delete what was stored on disk: the transaction that knew of it was undone."""
        for file in self.stored:
            file.storage.delete(file.name)

    def _read(self, path: str, wanted_by: str) -> bytes:
        try:
            return self.files.read(path)
        except KeyError:
            raise BundleProblem(
                f"“{wanted_by}” wants the file {path}, which is not in the bundle. "
                "Add it, or correct its name in the manuscript."
            ) from None

    def _text(self, path: str, wanted_by: str) -> str:
        try:
            return self._read(path, wanted_by).decode("utf-8-sig")
        except UnicodeDecodeError:
            raise BundleProblem(
                f"“{wanted_by}”: {path} is not UTF-8 text. Save it as UTF-8 and import it again."
            ) from None

    def _known_image(self, path: str, content: bytes) -> ExhibitImage | None:
        """Return the picture of these bytes that the library has.

        A file with a table of its own is a picture of its own: the library can hold the same bytes
        twice, as when two lenders sent the same photograph, and each has its credit.
        """
        alike = ExhibitImage.objects.filter(file_hash=file_hash(content)).order_by("pk")
        tables = self.files.data.get("images", {})
        table = tables.get(PurePosixPath(path).name)
        if table is None:
            return alike.first()
        taken = [
            image.pk for other, image in self.images.items() if PurePosixPath(other).name in tables
        ]
        free = alike.exclude(pk__in=taken)
        return free.filter(title=table.get("title", "")).first() or free.first()

    def _known_recording(self, path: str, content: bytes) -> Recording | None:
        """Return the recording of this title and these bytes. Recordings keep no hash."""
        title = recording_title(self.files.data, path)
        taken = [recording.pk for recording in self.recordings.values()]
        alike = Recording.objects.filter(title=title).exclude(pk__in=taken).order_by("pk")
        return next((each for each in alike if holds(each.file, content)), None)

    def _new_image(self, path, content, wanted_by, alt, caption) -> ExhibitImage:
        about = _about(self.files.data, "images", path)
        is_original = PurePosixPath(path).name in self.files.data.get("images", {})
        # An empty alternative text that a table says is meant so.
        said = about.get("alt", alt) if is_original else alt
        image = ExhibitImage(
            title=about.get("title") or image_title(path, caption or said),
            description=_shortened(said),
            is_decorative=bool(about.get("decorative", False)),
            collection=shelving.collection_for(about, self.collection),
            date_text=str(about.get("date", "")),
            file=ContentFile(content, name=PurePosixPath(path).name),
            **{name: about.get(name, "") for name in _REGISTRARS},
        )
        if caption and not is_original:
            image.caption = caption
        image.file_size = len(content)
        image._set_file_hash()
        try:
            image.full_clean(exclude=["uploaded_by_user"])
            image.save()
        except (ValidationError, OSError) as error:
            if getattr(error, "errno", None) in FULL_DISK:
                raise
            why = " ".join(error.messages) if isinstance(error, ValidationError) else error
            raise BundleProblem(f"“{wanted_by}”: {path} is not a usable picture: {why}") from error
        self.stored.append(image.file)
        self._focus(image, about.get("focal"), about.get("focal_area"))
        shelving.tag(image, about)
        return image

    @staticmethod
    def _focus(image: ExhibitImage, focal: list[float] | None, area: list[int] | None) -> None:
        """Set the place that every cut of a picture keeps: its middle in parts of the picture's
        size, or an area (middle, width, height) in its own pixels."""
        if area:
            (
                image.focal_point_x,
                image.focal_point_y,
                image.focal_point_width,
                image.focal_point_height,
            ) = area
            image.save()
        if area or not focal:
            return
        image.focal_point_x = round(focal[0] * image.width)
        image.focal_point_y = round(focal[1] * image.height)
        image.focal_point_width = image.focal_point_height = round(image.width * 0.2)
        image.save()

    def _new_recording(self, path, content, wanted_by) -> Recording:
        about = _about(self.files.data, "recordings", path)
        ending = PurePosixPath(path).suffix.lower()
        if ending not in VIDEO_ENDINGS | AUDIO_ENDINGS:
            raise BundleProblem(
                f"“{wanted_by}”: {path} is not a recording that browsers play; "
                "use MP3 or M4A for sound, MP4 or WebM for film."
            )
        poster = about.get("poster")
        recording = Recording(
            title=recording_title(self.files.data, path),
            type="video" if ending in VIDEO_ENDINGS else "audio",
            duration=float(about.get("duration_seconds") or 0),
            alt=about.get("alt", ""),
            has_speech=bool(about.get("has_speech", True)),
            width=about.get("width"),
            height=about.get("height"),
            collection=shelving.collection_for(about, self.collection),
            date_text=str(about.get("date", "")),
            poster=self.image(poster, wanted_by=wanted_by) if poster else None,
            file=ContentFile(content, name=PurePosixPath(path).name),
            **{name: about.get(name, "") for name in _REGISTRARS},
        )
        try:
            recording.full_clean(exclude=["uploaded_by_user", "tags"])
        except ValidationError as error:
            why = " ".join(error.messages)
            raise BundleProblem(f"“{wanted_by}”: {path} cannot be used: {why}") from error
        recording.save()
        self.stored.append(recording.file)
        captions, transcripts = about.get("captions") or {}, about.get("transcript") or {}
        for tag in {*captions, *transcripts}:
            words = RecordingText(
                recording=recording,
                language=tag.lower(),
                captions=self._text(captions[tag], wanted_by) if tag in captions else "",
                transcript=transcripts.get(tag, ""),
            )
            try:
                words.full_clean()
            except ValidationError as error:
                raise BundleProblem(f"{path}, {tag}: {' '.join(error.messages)}") from error
            words.save()
        shelving.tag(recording, about)
        return recording


def image_title(path: str, words: str) -> str:
    """Name a picture in the library: a document's own pictures have no names, only words."""
    if not path.startswith("embedded/") or not words:
        return PurePosixPath(path).stem
    return textwrap.shorten(words, _LONGEST_TITLE, placeholder="…")


def recording_title(data: Data, path: str) -> str:
    """Return what a recording is called in the library, by which it is found there again."""
    return _about(data, "recordings", path).get("title") or PurePosixPath(path).stem


def _about(data: Data, kind: str, path: str) -> Mapping[str, Any]:
    """Return what the data say of a file; a language version is described by its original."""
    tables = data.get(kind, {})
    name = PurePosixPath(path)
    original = f"{name.name.split('.')[0]}{name.suffix}"
    return tables.get(name.name) or tables.get(original) or {}


def _shortened(alt: str) -> str:
    """Cut an alternative text at a sentence to the length the library holds.

    Where the picture is used, the whole text is kept as that place's own.
    """
    if len(alt) <= LONGEST_ALT:
        return alt
    sentences = alt[:LONGEST_ALT].rpartition(". ")
    return f"{sentences[0]}." if sentences[0] else alt[: LONGEST_ALT - 1].rsplit(" ", 1)[0] + "…"
