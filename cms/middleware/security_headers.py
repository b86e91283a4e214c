"""Say to browsers what a page may do. Strict for visitors, as strict as the admin can live with."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_VISITORS = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "'none'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "frame-ancestors": "'none'",
}
# Wagtail's admin writes inline scripts and styles and knows no nonces; it needs no eval.
_CURATORS = {
    **_VISITORS,
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "media-src": "'self' blob:",
    "frame-src": "'self'",
    "frame-ancestors": "'self'",
}
# A touch screen opens, sends, prints and downloads nothing; its own scripts and storage are kept.
_KIOSK = {**_VISITORS, "form-action": "'none'", "sandbox": "allow-scripts allow-same-origin"}
_PERMISSIONS = ", ".join(
    f"{name}=()"
    for name in (
        "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer",
        "microphone", "midi", "payment", "usb",
    )
)  # fmt: skip


class SecurityHeaders:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy_for(request))
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


def policy_for(request: HttpRequest) -> str:
    """Return the policy of a request.

    A preview runs the middleware on a made-up request (``is_dummy``) and is shown in the admin's
    frame, so it may be framed by this site; everything else of a visitor's page stays strict.
    """
    policy = dict(_VISITORS)
    if request.path.startswith("/admin/"):
        policy = dict(_CURATORS)
    elif request.path.startswith("/kiosk/"):
        policy = dict(_KIOSK)
    if getattr(request, "is_dummy", False):
        policy["frame-ancestors"] = "'self'"
    return "; ".join(f"{name} {value}" for name, value in policy.items())
