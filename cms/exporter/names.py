"""Names in a bundle: of files and of facts, each given once and always the same."""

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import count
from pathlib import PurePosixPath

_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


@dataclass
class Names:
    """Gives every thing a name of its own. Names that differ in case alone are the same name."""

    _given: dict[object, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def of(self, thing: object, wanted: str) -> str:
        """Return the name given to ``thing``, which is ``wanted`` unless another has it."""
        if thing not in self._given:
            self._given[thing] = self.take(wanted)
        return self._given[thing]

    def take(self, wanted: str) -> str:
        path = PurePosixPath(wanted)
        stem, ending = (path.stem, path.suffix) if path.suffix else (wanted, "")
        numbered = (f"{stem}-{number}{ending}" for number in count(2))
        name = wanted
        while name.casefold() in self._taken:
            name = next(numbered)
        self._taken.add(name.casefold())
        return name


def file_name(path: str) -> str:
    """Return a file's own name as any system can hold it."""
    name = unicodedata.normalize("NFC", PurePosixPath(path).name)
    return _NOT_IN_NAMES.sub("_", name).lstrip(".") or "file"
