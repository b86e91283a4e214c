"""Check WebVTT captions line by line. Pure: no Django.

The rules are those of https://www.w3.org/TR/webvtt1/ that a curator can break by hand: the
signature, the shape of a cue's times, and times that run backwards.
"""

import re

_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_CUE = re.compile(rf"^{_TIME}[ \t]+-->[ \t]+{_TIME}(?:[ \t].*)?$")


class CaptionError(ValueError):
    """A line of the captions that players would refuse; the message names it."""


def check_captions(captions: str) -> int:
    """Return the number of cues.

    Raises:
        CaptionError: naming the line, the rule, and what to write instead.
    """
    lines = captions.lstrip("\ufeff").splitlines()
    if not lines or not re.match(r"^WEBVTT(?:[ \t]|$)", lines[0]):
        raise CaptionError("Line 1: captions begin with the word WEBVTT on a line of its own.")
    cues, previous_start = 0, -1.0
    for number, line in enumerate(lines[1:], start=2):
        if "-->" not in line:
            continue
        match = _CUE.match(line.strip())
        if not match:
            raise CaptionError(
                f"Line {number}: “{line.strip()[:60]}” is not a pair of times; "
                "write them as 00:01.000 --> 00:04.000."
            )
        start, end = _seconds(match.groups()[:4]), _seconds(match.groups()[4:])
        if end <= start:
            raise CaptionError(f"Line {number}: the caption ends before it begins; swap the times.")
        if start < previous_start:
            raise CaptionError(
                f"Line {number}: this caption begins before the one above; put them in order."
            )
        cues, previous_start = cues + 1, start
    if not cues:
        raise CaptionError("There is no caption below the first line; add one with its times.")
    return cues


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000
