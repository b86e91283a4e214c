"""What a first visit to a page fetches besides pictures and fonts."""

import re
import urllib.request
from dataclasses import dataclass
from urllib.parse import urljoin

_FETCHED = re.compile(
    r'<link[^>]+rel="(?:stylesheet|modulepreload)"[^>]*href="([^"]+)"'
    r'|<link[^>]+href="([^"]+)"[^>]*rel="(?:stylesheet|modulepreload)"'
    r'|<script[^>]+src="([^"]+)"'
)
_IMPORTED = re.compile(r'(?:from|import)\s*["\']([^"\']+\.js)["\']')


@dataclass
class Weight:
    requests: int
    plain_bytes: int
    sent_bytes: int


def weigh(page_url: str) -> Weight:
    """Fetch the page, its stylesheets, scripts and the modules they import; count the bytes."""
    seen: dict[str, tuple[int, int]] = {}
    waiting = [page_url]
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        body = _fetch(url, "identity")
        seen[url] = (len(body), len(_fetch(url, "gzip, br")))
        text = body.decode("utf-8", "replace")
        if url == page_url:
            found = ["".join(groups) for groups in _FETCHED.findall(text)]
        else:
            found = _IMPORTED.findall(text) if ".js" in url else []
        waiting += [urljoin(url, address) for address in found]
    return Weight(
        requests=len(seen),
        plain_bytes=sum(plain for plain, _sent in seen.values()),
        sent_bytes=sum(sent for _plain, sent in seen.values()),
    )


def _fetch(url: str, encoding: str) -> bytes:
    request = urllib.request.Request(url, headers={"Accept-Encoding": encoding})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read()
