"""Addresses that are not pages."""

from django.urls import path

from exhibit import public_files

urlpatterns = [
    path("themes/<slug:slug>.<slug:digest>.css", public_files.theme_stylesheet, name="theme"),
]
