"""Reading a page in tests."""

from cms.importer.manuscript import parse_manuscript


def read(body, *, head="", name="manuscript.html", **kwargs):
    """Read a page with one numbered chapter, in which ``body`` stands, and a second after it."""
    page = (
        f"<html><head>{head}</head><body><h1>1. First</h1>{body}"
        "<h1>2. Second</h1><p>After.</p></body></html>"
    )
    return parse_manuscript(page, name=name, **kwargs)


def first_html(body, **kwargs):
    return read(body, **kwargs).chapters[0].html


def codes(outline):
    return [warning.code for warning in outline.warnings]
