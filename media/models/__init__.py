"""What the media library holds."""

from media.models.document import ExhibitDocument
from media.models.image import ExhibitImage, ExhibitRendition
from media.models.recording import Recording, RecordingText

__all__ = [
    "ExhibitDocument",
    "ExhibitImage",
    "ExhibitRendition",
    "Recording",
    "RecordingText",
]
