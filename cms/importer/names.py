"""What curators call the things that a page's content has as ids."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from wagtail.models import Page

from cms.importer.facts import FACT_MODELS
from cms.importer.paper import StandIns
from exhibit.models import Source, Theme
from media.models import ExhibitImage, Recording

_MODELS = {"source": Source, "theme": Theme, "recording": Recording, **FACT_MODELS}


class LibraryNames:
    """Names of what the museum has, and of stand-ins; a query for each kind that is asked for."""

    def __init__(self, stand_ins: StandIns) -> None:
        self._stand_ins = stand_ins
        self._known: dict[str, Mapping[Any, str]] = {}

    def of(self, kind: str, pk: Any) -> str:
        if pk in self._stand_ins:
            return self._stand_ins[pk].title
        if kind not in self._known:
            self._known[kind] = self._read(kind)
        return self._known[kind].get(pk, "")

    def image_words(self, pk: Any) -> tuple[str, str]:
        """Return a picture's alternative text and caption in the library."""
        if pk in self._stand_ins:
            return self._stand_ins[pk].alt, self._stand_ins[pk].caption
        image = self._images.get(pk)
        return (image.alt, image.caption) if image else ("", "")

    def _read(self, kind: str) -> Mapping[Any, str]:
        if kind == "image":
            return {pk: image.title for pk, image in self._images.items()}
        if kind == "page":
            return dict(Page.objects.values_list("pk", "draft_title"))
        return {each.pk: str(each) for each in _MODELS[kind].objects.all()}

    @cached_property
    def _images(self) -> Mapping[int, ExhibitImage]:
        return ExhibitImage.objects.in_bulk()
