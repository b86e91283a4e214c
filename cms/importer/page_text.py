"""A page's fields as a manuscript has them: plain data on the way to a draft."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class PageText:
    """A page's fields: ``values`` as a revision keeps them, ``told`` what the manuscript says.

    Both have the same names. A field of which the manuscript says nothing has an empty ``told``.
    """

    values: dict[str, Any] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=dict)

    def add(self, name: str, value: Any, told: Any) -> None:
        self.values[name], self.told[name] = value, told


def said(value: Any, tag: str, *, is_original: bool) -> str:
    """Return a text of exhibit.toml in a language; one without languages is the original's."""
    if not isinstance(value, Mapping):
        return str(value or "") if is_original else ""
    return {key.lower(): text for key, text in value.items()}.get(tag, "")
