"""What a curator asked for on the review screen: one button of its form, and all that was typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

# What stands between the words of a button's value, e.g. “split|4f1c0a|99be01”.
_BETWEEN = "|"


@dataclass(frozen=True)
class Order:
    """The button that was pressed. ``part`` and ``piece`` are ids, empty where none is meant."""

    verb: str
    part: str = ""
    piece: str = ""


@dataclass(frozen=True)
class Typed:
    """What the form's fields held, by part; a field that was not sent is not in here."""

    titles: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)


def read_order(value: str) -> Order:
    """Read a button's value. Without one, e.g. after Enter in a field, the order is to save."""
    words = value.split(_BETWEEN)[:3]
    return Order(*words) if words[0] else Order("save")


def read_typed(posted: Mapping[str, str]) -> Typed:
    return Typed(
        titles=_named("title-", posted),
        kinds=_named("kind-", posted),
        choices=_named("choice-", posted),
    )


def _named(prefix: str, posted: Mapping[str, str]) -> dict[str, str]:
    return {
        name.removeprefix(prefix): value
        for name, value in posted.items()
        if name.startswith(prefix)
    }
