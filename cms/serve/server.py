"""The server itself: gunicorn in this process, and what must run beside it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from gunicorn.app.base import Application

CONFIGURATION = Path(__file__).with_name("gunicorn_conf.py")
FAREWELL_SECONDS = 30


class Server(Application):
    """Gunicorn with our configuration file and nothing from its command line.

    Run here rather than as a command of its own because Django is loaded already, which is most of
    the time that a start takes.
    """

    def __init__(self, *, when_ready: Callable[[], None], when_over: Callable[[], None]) -> None:
        self._when_ready = when_ready
        self._when_over = when_over
        super().__init__()

    def load_config(self) -> None:
        self.load_config_from_file(str(CONFIGURATION))
        self.cfg.set("when_ready", lambda server: self._when_ready())
        self.cfg.set("on_exit", lambda server: self._when_over())

    def load(self) -> Callable:
        from cms.wsgi import application

        return application


def start_beside(data: Path, *, queue: bool) -> list[subprocess.Popen]:
    """Start what must run beside the server, each restarted when it ends.

    The schedule always; the queue's worker, which indexes for search, where there is a queue. In
    sessions of their own, so that Ctrl-C reaches them through us, after the server has stopped.
    """
    names = ["keep_schedule", *(["db_worker"] if queue else [])]
    return [
        subprocess.Popen(  # noqa: S603
            [
                sys.executable,
                "-m",
                "cms.serve.keeper",
                str(data / "logs" / f"{name}.log"),
                sys.executable,
                "-m",
                "django",
                name,
            ],
            start_new_session=True,
        )
        for name in names
    ]


def stop_beside(keepers: list[subprocess.Popen]) -> None:
    for keeper in keepers:
        keeper.terminate()
    for keeper in keepers:
        try:
            keeper.wait(FAREWELL_SECONDS)
        except subprocess.TimeoutExpired:
            keeper.kill()
