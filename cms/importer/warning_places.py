"""Each warning of the parser at the part of the plan that it speaks of."""

import re

from cms.importer.manuscript.outline import OutlineWarning
from cms.importer.plan import Material, Part, Plan

_PLACE = re.compile(r"(?:line|paragraph) ([0-9]+)")
# The review lists the missing files itself.
_SAID_OTHERWISE = {"media_missing"}


class PlacedWarnings:
    """Each warning at the part it speaks of; ``elsewhere`` are the rest."""

    def __init__(self, material: Material, plan: Plan) -> None:
        openings = {part_of: part.id for part in plan.parts for part_of in part.pieces}
        self._by_part: dict[str, list[str]] = {}
        self.elsewhere: list[OutlineWarning] = []
        self._part_by_title: dict[str, str] = {}
        lines: list[tuple[int, str]] = []
        for section in material.sections:
            part_id = openings[section.pieces[0]]
            self._part_by_title.setdefault(section.title, part_id)
            lines.append((section.outlined.line, part_id))
        # What stands below the story is no question's: the list of sources ends it.
        if (sources := material.outline.sources) and sources.line:
            lines.append((sources.line, ""))
        self._lines = sorted(lines)
        for warning in material.outline.warnings:
            if warning.code in _SAID_OTHERWISE:
                continue
            place = self._place(warning)
            if place:
                self._by_part.setdefault(place, []).append(warning.message)
            else:
                self.elsewhere.append(warning)

    def of(self, part: Part) -> list[str]:
        return self._by_part.get(part.id, [])

    def _place(self, warning: OutlineWarning) -> str:
        if warning.where in self._part_by_title:
            return self._part_by_title[warning.where]
        if match := _PLACE.fullmatch(warning.where):
            before = [part for line, part in self._lines if 0 < line <= int(match.group(1))]
            return before[-1] if before else ""
        return ""
