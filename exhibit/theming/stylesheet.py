"""A theme as a stylesheet: ten custom properties for each scheme. Pure: no Django.

A served file, not ``style=``, so that the Content-Security-Policy needs no ``unsafe-inline``.
"""

import hashlib
import re
from collections.abc import Mapping

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def stylesheet(light: Mapping[str, str], dark: Mapping[str, str], *, first: str) -> str:
    """Return CSS that sets the roles for the device's wish, and for the visitor's over it.

    Args:
        light, dark: ``#rrggbb`` by role.
        first: "light" or "dark", for devices without a wish.
    """
    schemes = {"light": light, "dark": dark}
    second = "dark" if first == "light" else "light"
    return "\n".join(
        [
            _rule(":root", first, schemes[first]),
            f"@media (prefers-color-scheme: {second}) {{",
            _rule(":root", second, schemes[second]),
            "}",
            _rule(':root[data-scheme="light"]', "light", light),
            _rule(':root[data-scheme="dark"]', "dark", dark),
            "@media print {",
            _rule(":root:root", "light", light),
            "}",
            "",
        ]
    )


def digest_of(css: str) -> str:
    """Return a short name for these bytes, so that browsers may keep them for ever."""
    return hashlib.sha256(css.encode()).hexdigest()[:12]


def _rule(selector: str, scheme: str, colours: Mapping[str, str]) -> str:
    lines = [
        f"  --{role.replace('_', '-')}: {value.lower()};"
        for role, value in colours.items()
        # A value that came past every form must not write rules of its own.
        if _COLOUR.fullmatch(value)
    ]
    return "\n".join([f"{selector} {{", f"  color-scheme: {scheme};", *lines, "}"])
