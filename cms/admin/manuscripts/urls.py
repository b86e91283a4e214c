"""The addresses of the manuscripts' screens, below the desk's."""

from django.urls import path

from cms.admin.manuscripts.comparing import compare
from cms.admin.manuscripts.finishing import discard_import
from cms.admin.manuscripts.pictures import show_picture
from cms.admin.manuscripts.review import review
from cms.admin.manuscripts.review_page import show_part
from cms.admin.manuscripts.upload import upload
from cms.admin.manuscripts.waiting import waiting


def urls():
    one = "manuscripts/<uuid:pk>/"
    return [
        path("manuscripts/", waiting, name="manuscripts_waiting"),
        path("manuscripts/import/", upload, name="manuscript_upload"),
        path(one, review, name="manuscript_review"),
        path(f"{one}parts/<str:part>/", show_part, name="manuscript_part"),
        path(f"{one}pictures/<str:piece>/", show_picture, name="manuscript_picture"),
        path(f"{one}compare/<int:page>/", compare, name="manuscript_compare"),
        path(f"{one}discard/", discard_import, name="manuscript_discard"),
    ]
