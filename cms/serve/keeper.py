"""Keep one command running beside the server: start it again when it ends, end it with us.

python -m cms.serve.keeper LOGFILE COMMAND [ARGUMENT ...]
"""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

SHORTEST_PAUSE_SECONDS = 1
LONGEST_PAUSE_SECONDS = 30
# A command that ran this long was well; its next failure is news and not the same one again.
STEADY_SECONDS = 60
LOOK_EVERY_SECONDS = 0.5
FAREWELL_SECONDS = 20


def keep_running(command: list[str], log: Path, stop: threading.Event) -> None:
    """Run the command until `stop` is set or the process that started us is gone."""
    parent = os.getppid()
    pause_seconds = SHORTEST_PAUSE_SECONDS
    while not stop.is_set() and os.getppid() == parent:
        began = time.monotonic()
        with log.open("ab") as output:
            child = subprocess.Popen(command, stdout=output, stderr=output)  # noqa: S603
        while child.poll() is None:
            if stop.wait(LOOK_EVERY_SECONDS) or os.getppid() != parent:
                _end(child)
                return
        lasted = time.monotonic() - began
        if lasted > STEADY_SECONDS:
            pause_seconds = SHORTEST_PAUSE_SECONDS
        stop.wait(pause_seconds)
        pause_seconds = min(pause_seconds * 2, LONGEST_PAUSE_SECONDS)


def _end(child: subprocess.Popen) -> None:
    """Let the command finish what it is doing, but not for ever."""
    child.terminate()
    try:
        child.wait(FAREWELL_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def main(arguments: list[str]) -> None:
    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    signal.signal(signal.SIGINT, lambda *_: stop.set())
    keep_running(arguments[1:], Path(arguments[0]), stop)


if __name__ == "__main__":
    main(sys.argv[1:])
