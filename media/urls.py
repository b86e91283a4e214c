"""Addresses of what the library holds."""

from django.urls import path

from media import serving

app_name = "media"

urlpatterns = [
    path("uploads/<path:path>", serving.upload, name="upload"),
    path("recordings/<int:pk>/<slug:language>.vtt", serving.captions, name="captions"),
]
