"""What visitors read, gathered in a fixed number of queries whatever the amount of content."""

from exhibit.reading.contents import Contents, Entry, Position, contents_of
from exhibit.reading.frame import Frame, frame_of
from exhibit.reading.notes import number_notes
from exhibit.reading.public import is_public, public_pages

__all__ = [
    "Contents",
    "Entry",
    "Frame",
    "Position",
    "contents_of",
    "frame_of",
    "is_public",
    "number_notes",
    "public_pages",
]
