"""Send words compressed and leave everything else alone.

Django's own middleware would also compress pictures and films, and break the byte ranges that
let a film be sought. It adds random bytes, so that a secret in a page cannot be guessed from its
length (BREACH).
"""

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

WORDS = {
    "application/json",
    "application/manifest+json",
    "application/xml",
    "text/css",
    "text/html",
    "text/plain",
    "text/vtt",
}


class CompressWords(GZipMiddleware):
    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        kind = response.get("Content-Type", "").partition(";")[0].strip()
        if response.streaming or response.status_code == 206 or kind not in WORDS:
            return response
        return super().process_response(request, response)
