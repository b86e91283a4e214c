"""Exact and fuzzy dates in EDTF, as far as an exhibit needs them. Pure: no Django.

Level 0 and the parts of level 1 that curators meet: ``1988-05-15``, ``1988-05``, ``1988``, an
interval ``1989-03/1989-07``, and a trailing ``~`` (approximate) or ``?`` (uncertain).
https://www.loc.gov/standards/datetime/
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_DATE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$")


@dataclass(frozen=True)
class DateRange:
    """The first and last day that a date can mean."""

    earliest: date
    latest: date
    is_approximate: bool = False


def parse(edtf: str) -> DateRange:
    """Return the days an EDTF date covers.

    Raises:
        ValueError: saying what is wrong and how to write it.
    """
    first, slash, second = edtf.strip().partition("/")
    start = _parse_one(first)
    end = _parse_one(second) if slash else start
    if end.latest < start.earliest:
        raise ValueError(f"“{edtf}” ends before it begins; write the earlier date first.")
    return DateRange(
        start.earliest, end.latest, is_approximate=start.is_approximate or end.is_approximate
    )


def _parse_one(text: str) -> DateRange:
    match = _DATE.match(text)
    if not match:
        raise ValueError(
            f"“{text}” is not a date; write 1988-05-15, 1988-05, 1988, 1989-03/1989-07, "
            "or 1988~ for “about 1988”."
        )
    year, month, day = (int(part) if part else 0 for part in match.groups()[:3])
    try:
        if day:
            first = last = date(year, month, day)
        elif month:
            first = date(year, month, 1)
            last = date(year, month, calendar.monthrange(year, month)[1])
        else:
            first, last = date(year, 1, 1), date(year, 12, 31)
    except (ValueError, calendar.IllegalMonthError):
        raise ValueError(f"“{text}” is not in the calendar; check the month and the day.") from None
    return DateRange(first, last, is_approximate=bool(match.group(4)))
