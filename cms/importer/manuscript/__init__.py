"""From a curator's document to an outline of chapters, questions, links and warnings.

Pure: imports neither Django nor Wagtail, touches no database. ``parse_manuscript`` reads one
document, ``bundle.open_bundle`` a folder or zip of manuscripts with their media and data.
"""

from .parsing import parse_manuscript

__all__ = ["parse_manuscript"]
