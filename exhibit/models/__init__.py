"""The pages an exhibit is made of, and the facts its pages share."""

from exhibit.models.chapter import (
    ChapterMoment,
    ChapterPage,
    ChapterPerson,
    ChapterPlace,
    ChapterTerm,
)
from exhibit.models.exhibit import AttractItem, ExhibitPage
from exhibit.models.faq import FaqPage
from exhibit.models.further_reading import FurtherReadingPage
from exhibit.models.moment import Moment
from exhibit.models.museum import MuseumHomePage, MuseumSettings
from exhibit.models.passage import Passage
from exhibit.models.person import Person
from exhibit.models.place import Place, Route
from exhibit.models.plain import PlainPage
from exhibit.models.source import Source
from exhibit.models.sources_page import SourcesPage
from exhibit.models.term import Term
from exhibit.models.theme import Theme

__all__ = [
    "AttractItem",
    "ChapterMoment",
    "ChapterPage",
    "ChapterPerson",
    "ChapterPlace",
    "ChapterTerm",
    "ExhibitPage",
    "FaqPage",
    "FurtherReadingPage",
    "Moment",
    "MuseumHomePage",
    "MuseumSettings",
    "Passage",
    "Person",
    "Place",
    "PlainPage",
    "Route",
    "Source",
    "SourcesPage",
    "Term",
    "Theme",
]
