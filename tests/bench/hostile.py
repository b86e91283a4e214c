"""Manuscripts made to be slow: what stands on one line of 2 MB, and what is repeated line by line.

    make bench ARGS=hostile

A line of 2 MB is promised in five seconds; many lines must take a time that grows with their
number: four times as many, about four times as long, never sixteen.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

PIECES = (
    "word, word. ",
    "*",
    "[",
    "![",
    "](",
    "<",
    "<a ",
    "<script>",
    "<!--",
    "`",
    "\\",
    "&amp;",
    "**a ",
    "[^1]",
    "[1] ",
    "| ",
    "a? ",
    "(see ",
    "— ",
    "1. ",
    "https://",
    "> ",
    "- ",
    ". . ",
    "\u0301",
    "х",
    "\ufdd0",
    ":::",
)
LINES = (
    "# x\n\n",
    "## 1. x\n\n",
    "1. x\n\n",
    "Q1: x?\n",
    "- x\n",
    "> x\n\n",
    "| a | b |\n|---|---|\n",
    "[^1]: x\n\n",
    "x[^1]\n\n",
    "::: note\n",
    "<script>\n",
    "**x**\n\n",
    "[[[[[[[[\n\n",
    "Contents\n\n",
    "Contents\nx\n",
    "word\n",
    "![x](y.png)\n\n",
    "   - x\n",
    "TABLE 1: x\n\n",
    "x\n===\n\n",
    "— x\n",
    "CHAPTER ONE\n\n",
    "[1] x\n\n",
    "[1, 2]\n\n",
    "I\n\nx\n\n",
    "THE ROAD\nx y\n\n",
    "Chapter 1\n\n",
    "1.1 x\n\n",
    "Internal links\n\nFAQ\n\n",
    "Links\n\nhttps://a.b/\n",
    "FAQ\n\nQ:\n",
    "1. x\n   y\n",
    "Notes\n\n[1] x\n\n",
    "1. a 3\n",
    "x " * 40 + "\n",
    "***\n",
    "> - " * 30 + "x\n",
)
TWO_MEGABYTES = 2_000_000
MANY_LINES_BYTES = 240_000
SUFFIXES = ("md", "txt")


def one_line(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def many_lines(line: str, suffix: str, length: int) -> str:
    return ("# T" if suffix == "md" else "T") + "\n\n" + line * (length // len(line))


def main() -> None:
    print(f"{'one line of 2 MB':34}{'seconds':>10}")
    for seconds, suffix, piece in sorted(_lines_of_two_megabytes(), reverse=True)[:8]:
        print(f"{suffix:6}{piece!r:28}{seconds:10.2f}")
    print(f"\n{'many lines, 60 and 240 kB':34}{'seconds':>10}{'seconds':>10}{'times':>8}")
    for times, small, large, suffix, line in sorted(_growth(), reverse=True)[:12]:
        print(f"{suffix:6}{line[:24]!r:28}{small:10.2f}{large:10.2f}{times:8.1f}")


def _lines_of_two_megabytes() -> Iterator[tuple[float, str, str]]:
    for suffix in SUFFIXES:
        for piece in PIECES:
            yield _seconds_for(one_line(piece, TWO_MEGABYTES), suffix), suffix, piece


def _growth() -> Iterator[tuple[float, float, float, str, str]]:
    for suffix in SUFFIXES:
        for line in LINES:
            small = _seconds_for(many_lines(line, suffix, MANY_LINES_BYTES // 4), suffix)
            large = _seconds_for(many_lines(line, suffix, MANY_LINES_BYTES), suffix)
            yield large / small, small, large, suffix, line


def _seconds_for(text: str, suffix: str) -> float:
    """Processor seconds, which other programs on the machine do not lengthen."""
    from cms.importer.manuscript import parse_manuscript

    start = time.process_time()
    parse_manuscript(text, name=f"m.{suffix}")
    return time.process_time() - start
