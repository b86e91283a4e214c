"""Pictures and recordings of a bundle: their files, and what registrars know of them."""

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from django.db.models.fields.files import FieldFile
from wagtail.models import CollectionViewRestriction

from cms.exporter.names import Names, file_name
from cms.exporter.remarks import Remarks
from cms.exporter.words import in_one_line, said
from exhibit.languages import html_tag
from media.models import ExhibitImage, Recording

Table = dict[str, Any]
_BETWEEN_COLLECTIONS = " / "
_REGISTRARS = ("creator", "rights", "rights_holder", "source", "source_url")


@dataclass
class Media:
    """Collects the media that pages show, and gives each file its path in the bundle.

    ``files`` are to be copied, ``texts`` to be written, both by path.
    """

    remarks: Remarks
    files: dict[str, FieldFile] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    images: dict[str, Table] = field(default_factory=dict)
    recordings: dict[str, Table] = field(default_factory=dict)
    _image_names: Names = field(default_factory=Names)
    _recording_names: Names = field(default_factory=Names)
    _missing: dict[tuple[str, int], bool] = field(default_factory=dict)

    def image(self, image: ExhibitImage | None) -> str:
        """Return a picture's path in the bundle; empty, with a remark, if its file is lost."""
        if image is None or self._is_missing("image", image):
            return ""
        name = self._image_names.of(image.pk, file_name(image.file.name))
        path = f"images/{name}"
        if path not in self.files:
            self.files[path] = image.file
            self.images[name] = _image_table(image)
        return path

    def recording(self, recording: Recording | None) -> str:
        """Return a recording's path in the bundle; empty, with a remark, if its file is lost."""
        if recording is None or self._is_missing("recording", recording):
            return ""
        name = self._recording_names.of(recording.pk, file_name(recording.file.name))
        path = f"recordings/{name}"
        if path not in self.files:
            self.files[path] = recording.file
            self.recordings[name] = self._recording_table(recording, name)
        return path

    def tables(self) -> dict[str, dict[str, Table]]:
        tables = {"images": self.images, "recordings": self.recordings}
        return {kind: dict(sorted(each.items())) for kind, each in tables.items() if each}

    def _is_missing(self, kind: str, item: Any) -> bool:
        key = (kind, item.pk)
        if key not in self._missing:
            self._missing[key] = not (item.file and item.file.storage.exists(item.file.name))
            if self._missing[key]:
                self.remarks.add(
                    f"The file of the {kind} “{item.title}” is missing from the library, so it is "
                    "left out wherever it stood. Put the file back, and export again."
                )
        return self._missing[key]

    def _recording_table(self, recording: Recording, name: str) -> Table:
        table: Table = {"title": in_one_line(recording.title)}
        table |= {"alt": said(recording.alt)} | _credited(recording)
        table["duration_seconds"] = _plain_number(recording.duration)
        table |= {"width": recording.width, "height": recording.height}
        table["has_speech"] = recording.has_speech
        table["poster"] = self.image(recording.poster) or None
        if recording.thumbnail:
            self.remarks.add(f"The thumbnail of the recording “{recording.title}” is left out.")
        table |= _shelved(recording)
        texts = list(recording.texts.order_by("language"))
        captions = {
            html_tag(text.language): self._captions(name, html_tag(text.language), text.captions)
            for text in texts
            if text.captions
        }
        transcripts = {
            html_tag(text.language): said(text.transcript) for text in texts if text.transcript
        }
        return _filled(table | {"captions": captions, "transcript": transcripts})

    def _captions(self, name: str, language: str, captions: str) -> str:
        wanted = f"{PurePosixPath(name).stem}.{language}.vtt"
        path = f"recordings/{self._recording_names.take(wanted)}"
        self.texts[path] = captions
        return path


def _image_table(image: ExhibitImage) -> Table:
    # An alternative text is said even if empty: then it is that, and not still to be found.
    table: Table = {"title": in_one_line(image.title), "alt": said(image.description)}
    table |= _filled(_credited(image))
    if image.is_decorative:
        table["decorative"] = True
    if image.has_focal_point():
        table["focal_area"] = [
            image.focal_point_x,
            image.focal_point_y,
            image.focal_point_width,
            image.focal_point_height,
        ]
    return table | _filled(_shelved(image))


def _credited(item: Any) -> Table:
    table = {"caption": said(item.caption), "credit": said(item.credit)}
    table["date"] = said(item.date_text)
    return table | {name: said(getattr(item, name)) for name in _REGISTRARS}


def _shelved(item: Any) -> Table:
    """Say in which collection an item is kept, and whether visitors may see it."""
    collection = item.collection
    above = list(collection.get_ancestors(inclusive=True).order_by("path"))
    is_private = CollectionViewRestriction.objects.filter(
        collection__in=[each.pk for each in above]
    ).exists()
    return {
        "collection": _BETWEEN_COLLECTIONS.join(each.name for each in above[1:]),
        "private": is_private or None,
        "tags": sorted(item.tags.names()),
    }


def _filled(table: Table) -> Table:
    return {name: value for name, value in table.items() if value not in ("", None, [], {})}


def _plain_number(number: float) -> int | float:
    return int(number) if number == int(number) else number
