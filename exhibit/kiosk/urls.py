"""Addresses of the kiosk: the exhibit's own, below ``/kiosk/EXHIBIT/LANGUAGE/``."""

from django.urls import path

from exhibit.kiosk import views

app_name = "kiosk"

urlpatterns = [
    path("<slug:exhibit>/", views.any_language, name="any_language"),
    path("<slug:exhibit>/<slug:language>/", views.start, name="start"),
    path("<slug:exhibit>/<slug:language>/contents/", views.contents, name="contents"),
    path("<slug:exhibit>/<slug:language>/<slug:name>/", views.page, name="page"),
]
