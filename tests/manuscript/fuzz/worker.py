"""One process that reads documents one after another, with little memory and little time."""

from __future__ import annotations

import gc
import resource
import signal
import struct
import sys
import traceback
import warnings
from pathlib import Path
from typing import NoReturn

from tests.manuscript.fuzz.verdict import problem_of

SECONDS = 5
MEGABYTES = 300
_LENGTHS = struct.Struct(">II")
# A process grows a little with every document; a new one is cheap.
_MOST_DOCUMENTS = 400


class OverTime(BaseException):
    """Not an Exception: nothing on the way may catch it."""


def main() -> None:
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGPROF, _stop)
    problem_of("m.md", b"# T\n\n## 1. A\n\na\n")
    for name in ("m.docx", "m.html", "m.zip"):
        problem_of(name, b"PK\x03\x04")
    limit = _address_bytes() + MEGABYTES * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    for _ in range(_MOST_DOCUMENTS):
        header = sys.stdin.buffer.read(_LENGTHS.size)
        if len(header) < _LENGTHS.size:
            return
        name_length, length = _LENGTHS.unpack(header)
        name = sys.stdin.buffer.read(name_length).decode()
        answer = _judge(name, sys.stdin.buffer.read(length)).encode("utf-8", "replace")
        sys.stdout.buffer.write(struct.pack(">I", len(answer)) + answer)
        sys.stdout.buffer.flush()


def _judge(name: str, document: bytes) -> str:
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        return problem_of(name, document)
    except OverTime:
        return f"it took more than {SECONDS} seconds"
    except MemoryError:
        gc.collect()
        return f"it took more than {MEGABYTES} MB"
    except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
        return traceback.format_exc(limit=-4)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _stop(_signal: int, _frame: object) -> NoReturn:
    raise OverTime


def _address_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()


def request(name: str, document: bytes) -> bytes:
    """What to write to a worker for one document."""
    return _LENGTHS.pack(len(name.encode()), len(document)) + name.encode() + document


if __name__ == "__main__":
    main()
