"""Manuscripts as a browser hands them in."""

import io
import zipfile
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from cms.importer.models import PendingImport
from cms.importer.pending import take_in
from tests import factories

MANUSCRIPT = """\
# The Road Out

## Introduction
Where the story begins.

## 1. The bridge
*One sentence.*

They crossed the river.

![A bridge over a river.](images/bridge.png "The bridge in May.")

### The far bank
Nobody spoke.[^1]

## 2. The end
The last column left.

## FAQs
Q1: Why leave?
Because. See chapter 2.

[^1]: A remark.
"""


def upload(name: str, content: str | bytes = MANUSCRIPT) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def bridge(name: str = "bridge.png") -> SimpleUploadedFile:
    return upload(name, factories.picture_bytes())


def zipped(files: dict[str, str | bytes], name: str = "bundle.zip") -> SimpleUploadedFile:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return upload(name, packed.getvalue())


def handed_in(*files, user=None, **options) -> PendingImport:
    return take_in(files or (upload("road.md"), bridge()), user=user, **options)


def files_below(folder: Path) -> set[str]:
    folder = Path(folder)
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def part_of(review, title: str):
    return next(part for part in review.parts if part.title == title)
