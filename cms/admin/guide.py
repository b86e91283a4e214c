"""The curators' guide at the desk: the same text as ``docs/curators.md``, on no other host."""

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.anchors import anchors_plugin
from wagtail.admin.menu import MenuItem

DOCS = Path(settings.PROJECT) / "docs"
PICTURES = DOCS / "screenshots"


def guide(request: HttpRequest) -> HttpResponse:
    text = (DOCS / "curators.md").read_text(encoding="utf-8")
    html = mark_safe(as_html(text))  # noqa: S308 - our own file, and raw HTML in it is escaped
    return render(request, "cms/guide.html", {"guide": html})


def as_html(text: str) -> str:
    """Turn the guide into HTML whose pictures have addresses at the desk."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.use(anchors_plugin, max_level=3)
    tokens = parser.parse(text)
    for token in tokens:
        for part in token.children or []:
            _lead_to_the_desk(part)
    return parser.renderer.render(tokens, parser.options, {})


def _lead_to_the_desk(part: Token) -> None:
    if part.type == "image":
        part.attrSet("src", reverse("guide_picture", args=[Path(str(part.attrs["src"])).name]))
        part.attrSet("loading", "lazy")


def guide_picture(request: HttpRequest, name: str) -> FileResponse:
    pictures = {picture.name: picture for picture in PICTURES.glob("*.png")}
    if name not in pictures:
        raise Http404(name)
    return FileResponse(pictures[name].open("rb"), content_type="image/png")


def menu_item() -> MenuItem:
    return MenuItem(_("Curators’ guide"), reverse("curators_guide"), icon_name="help", order=10)


def urls():
    return [
        path("guide/", guide, name="curators_guide"),
        path("guide/pictures/<str:name>", guide_picture, name="guide_picture"),
    ]
