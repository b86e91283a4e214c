"""Every address of the site."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms import health

handler404 = "cms.errors.page_not_found"
handler500 = "cms.errors.server_error"

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("kiosk/", include("exhibit.kiosk.urls")),
    path("", include("media.urls")),
    path("", include("exhibit.urls")),
]
urlpatterns += i18n_patterns(
    path("", include("exhibit.search.urls")),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
