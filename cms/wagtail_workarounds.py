"""Faults of Wagtail 8.0.1 that would hurt a museum, mended here and nowhere else.

Each function names the fault and what lets us remove it.
"""

from PIL import ImageOps
from wagtail.admin.rich_text.converters import contentstate
from willow.plugins.pillow import PillowImage
from willow.registry import registry

# What a picture needs to look right; all else that Pillow read from the file is left behind.
LOOKS = {"background", "gamma", "icc_profile", "transparency"}


def apply() -> None:
    _give_each_conversion_its_own_parser()
    _leave_metadata_out_of_renditions()


def _give_each_conversion_its_own_parser() -> None:
    """Two editors loading at once in one process could read each other's text.

    ``ContentstateConverter`` keeps one HTML parser and so mixes the texts of threads that convert
    at the same moment: https://github.com/wagtail/wagtail/issues/14573. Remove when the converter
    makes a parser per call.
    """

    def from_database_format(self, html: str) -> str:
        handler = contentstate.HtmlToContentStateHandler(self.features)
        handler.feed(html)
        handler.close()
        return handler.contentstate.as_json(indent=4, separators=(",", ": "))

    contentstate.ContentstateConverter.from_database_format = from_database_format


def _leave_metadata_out_of_renditions() -> None:
    """Willow copies EXIF, a photographer's position with it, into JPEG and PNG renditions.

    Pillow adds comments and XMP by itself. Every rendition passes through ``auto_orient`` first,
    so what the camera wrote is dropped there, once its orientation has been applied. Done since
    https://github.com/wagtail/Willow/pull/63; remove when Willow can be told to keep nothing.
    """

    def auto_orient(self):
        upright = ImageOps.exif_transpose(self.image)
        # A copy, whose own EXIF would otherwise be read again from the first file's.
        upright.info = {name: value for name, value in upright.info.items() if name in LOOKS}
        upright.getexif().clear()
        return PillowImage(upright)

    PillowImage.auto_orient = auto_orient
    registry.register_operation(PillowImage, "auto_orient", auto_orient)
    PillowImage.get_exif_data = lambda self: None
