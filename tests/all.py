"""Run every test: `python -m tests.all`, or those that pytest's own arguments choose.

The tests that drive a browser mostly wait for pages, so where there are two cores they run beside
the others, each half in a process with a database of its own. Their output follows the first's.
"""

import os
import subprocess
import sys
from threading import Event, Thread

PYTEST = (sys.executable, "-m", "pytest")
BROWSER = "tests/browser"


def main(arguments: list[str]) -> int:
    """Return the exit status: 0 when everything that was chosen passed."""
    if arguments or not _has_room_for_two():
        return subprocess.run([*PYTEST, *arguments], check=False).returncode
    say("Two halves at once: the tests in a browser run beside the others and report after them.")
    in_browser = _Buffered([*PYTEST, BROWSER])
    try:
        first = subprocess.run([*PYTEST, f"--ignore={BROWSER}"], check=False).returncode
        say("\nThe tests in a browser:")
        second = in_browser.finish()
    except BaseException:
        in_browser.stop()
        raise
    return int(bool(first or second))


def _has_room_for_two() -> bool:
    """A server's database is one: both halves would make the same test database in it."""
    return (os.cpu_count() or 1) >= 2 and not os.environ.get("DATABASE_URL")


class _Buffered:
    """A process whose output is held back until it is asked for, and then shown as it comes."""

    def __init__(self, command: list[str]) -> None:
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=_unbuffered()
        )
        self._held = bytearray()
        self._shown = Event()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def finish(self) -> int:
        self._shown.set()
        self._reader.join()
        _write(bytes(self._held))
        return self._process.wait()

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait()

    def _read(self) -> None:
        while chunk := self._process.stdout.read1():
            self._held += chunk
            if self._shown.is_set():
                _write(bytes(self._held))
                self._held.clear()


def _unbuffered() -> dict[str, str]:
    return {**os.environ, "PYTHONUNBUFFERED": "1"}


def _write(output: bytes) -> None:
    sys.stdout.buffer.write(output)
    sys.stdout.buffer.flush()


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
