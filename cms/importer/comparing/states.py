"""What happened to a page since it was imported: nothing, in the manuscript, there, or both.

Told field by field, so that a chapter to which a curator hung places and people still takes the
manuscript's new text without losing them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

State = Literal["same", "manuscript_changed", "page_changed", "both_changed"]


@dataclass(frozen=True)
class Memory:
    """Digests by field from the last import: what the manuscript told, what the page then held."""

    told: Mapping[str, str] = field(default_factory=dict)
    written: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Field:
    """A field as it stands now.

    ``told`` and ``there`` are digests, of what the manuscript tells and of what the page holds.
    ``is_equal``: writing the one would not change the other. ``is_silent``: the manuscript tells
    nothing; ``is_empty``: the page holds nothing.
    """

    name: str
    told: str
    there: str
    is_equal: bool
    is_silent: bool = False
    is_empty: bool = False


@dataclass(frozen=True)
class Verdict:
    """``takes`` are the fields that taking the manuscript's text writes.

    Fields that were changed on the page alone are not among them, unless the manuscript did not
    change at all: then taking it means going back to it.
    """

    state: State
    takes: tuple[str, ...] = ()


def weigh(fields: list[Field], memory: Memory | None) -> Verdict:
    """Weigh a page's fields. Without a memory whatever differs counts as changed on both sides,
    except that filling what is empty changes nothing that anybody wrote."""
    sides = {each.name: _sides(each, memory or Memory()) for each in fields}
    conflicts = [name for name, (told, there) in sides.items() if told and there]
    manuscript = tuple(name for name, (told, _) in sides.items() if told)
    page = tuple(name for name, (_, there) in sides.items() if there)
    if conflicts:
        return Verdict("both_changed", manuscript)
    if manuscript:
        return Verdict("manuscript_changed", manuscript)
    if page:
        return Verdict("page_changed", page)
    return Verdict("same")


def _sides(each: Field, memory: Memory) -> tuple[bool, bool]:
    """Return whether the manuscript changed a field, and whether somebody did on the page."""
    if each.is_equal:
        return False, False
    is_known = each.name in memory.told
    if each.is_silent and (not is_known or memory.told[each.name] == each.told):
        return False, False
    if not is_known:
        return True, not each.is_empty
    return memory.told[each.name] != each.told, memory.written.get(each.name) != each.there
