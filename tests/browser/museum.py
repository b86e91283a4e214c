"""A museum started as its owner would: `python -m cms.serve` on a data folder."""

import os
import signal
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
OPEN = "Ctrl-C closes it"
FIRST_START_SECONDS = 300
LATER_START_SECONDS = 60
# What a developer or another test may have set, and a newcomer has not.
FOREIGN = {
    "BASE_URL",
    "CACHE_URL",
    "DATABASE_URL",
    "DJANGO_ALLOW_ASYNC_UNSAFE",
    "DJANGO_SETTINGS_MODULE",
    "ENFILADE_ADMIN_PASSWORD",
    "HOST",
    "SECRET_KEY",
}


@dataclass
class Start:
    """One run of the program that `make run` runs, with what it has said so far."""

    data: Path
    port: int
    lines: list[str] = field(default_factory=list)

    def __post_init__(self):
        environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        self._open = threading.Event()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "cms.serve"],
            cwd=PROJECT,
            env=environment | {"ENFILADE_DATA": str(self.data), "PORT": str(self.port)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    @property
    def text(self):
        return "".join(self.lines)

    def wait_until_open(self, seconds):
        """Wait for the greeting, or for the end of the program; return whether it opened."""
        self._open.wait(seconds)
        return OPEN in self.text

    def wait_until_over(self, seconds=60):
        """Return the exit code."""
        code = self._process.wait(seconds)
        self._listener.join(10)
        return code

    def close(self):
        """Press Ctrl-C; return the exit code."""
        self._process.send_signal(signal.SIGINT)
        return self.wait_until_over()

    def kill(self):
        if self._process.poll() is None:
            self._process.kill()

    def url(self, path):
        return f"http://127.0.0.1:{self.port}{path}"

    def _listen(self):
        for line in self._process.stdout:
            self.lines.append(line)
            # The greeting is one write that ends with the administrator's address.
            if line.lstrip().startswith("Admin "):
                self._open.set()
        self._open.set()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
