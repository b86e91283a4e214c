"""Addresses that are not pages."""

from django.urls import path

from exhibit import public_files, sitemap

urlpatterns = [
    path("themes/<slug:slug>.<slug:digest>.css", public_files.theme_stylesheet, name="theme"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
    path("favicon.ico", public_files.favicon, name="favicon"),
    path("robots.txt", public_files.robots, name="robots"),
    path("site.webmanifest", public_files.web_manifest, name="web_manifest"),
]
