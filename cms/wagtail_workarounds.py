"""Faults of Wagtail 8.0.1 that would hurt a museum, mended here and nowhere else.

Each function names the fault and what lets us remove it.
"""

from wagtail.admin.rich_text.converters import contentstate


def apply() -> None:
    _give_each_conversion_its_own_parser()


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
