"""Addresses of search; inside the language prefixes."""

from django.urls import path

from exhibit.search import views

app_name = "search"

urlpatterns = [
    path("search/", views.museum, name="museum"),
    path("<slug:exhibit>/search/", views.exhibit, name="exhibit"),
]
