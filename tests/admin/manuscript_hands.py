"""A curator's hands on the manuscripts' screens, without a browser."""

import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from cms.importer.models import PendingImport
from cms.importer.pending import review_of
from cms.importer.review import PartView, Review

STORY = """# The Road Out

## Introduction
In the spring the ice went.

## 1. Reed boats
Boats of reed carried grain across the river.

They were burned in winter.

### What remains
One boat, in a cellar.

## 2. The iron bridge
![](images/bridge.png "The bridge in 1904.")

The bridge was opened in 1901.

## Conclusion
The river keeps no bed.

## FAQs
Q1: Why reed?
Because there was no wood.
"""


def file(name: str, content: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def hand_in(client: Client, *files: SimpleUploadedFile, follow: bool = False, **fields: Any):
    """Send the upload form."""
    return client.post(reverse("manuscript_upload"), {"files": files, **fields}, follow=follow)


def brought(client: Client, text: str = STORY, *more: SimpleUploadedFile, **fields: Any):
    """Hand in a manuscript and return the import that waits."""
    answer = hand_in(client, file("road.md", text), *more, **fields)
    assert answer.status_code == 302, answer.content.decode()
    return PendingImport.objects.latest("created_at")


def review_url(pending: PendingImport) -> str:
    return reverse("manuscript_review", args=[pending.pk])


def page_of(client: Client, pending: PendingImport, query: str = "") -> str:
    return client.get(review_url(pending) + query).content.decode()


def review(pending: PendingImport) -> Review:
    return review_of(PendingImport.objects.get(pk=pending.pk))


def part(pending: PendingImport, title: str) -> PartView:
    return next(each for each in review(pending).parts if each.title == title)


def outline(pending: PendingImport) -> list[tuple[str, str]]:
    return [(each.kind, each.title) for each in review(pending).parts]


def form_of(pending: PendingImport) -> dict[str, Any]:
    """Return the review's form as the browser would send it, nothing typed."""
    now = review(pending)
    fields = {"version": now.version, "shown": now.language, "exhibit_title": now.title}
    for each in now.parts:
        fields |= {f"title-{each.id}": each.title, f"kind-{each.id}": each.kind}
    return fields


def press(client: Client, pending: PendingImport, order: str, **typed: Any):
    """Press a button of the review's form and see the page that comes of it."""
    fields = {**form_of(pending), "order": order, **typed}
    return client.post(review_url(pending), fields, follow=True)


def words(answer) -> str:
    """Return an answer's page as one line of words."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())
