"""The server itself: gunicorn in this process, and beside it the worker that PostgreSQL needs."""

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


def start_worker(data: Path) -> subprocess.Popen:
    """Start the process that indexes and does other queued work, restarting it when it ends.

    In a session of its own, so that Ctrl-C reaches it through us, after the server has stopped.
    """
    return subprocess.Popen(  # noqa: S603
        [
            sys.executable,
            "-m",
            "cms.serve.keeper",
            str(data / "logs" / "worker.log"),
            sys.executable,
            "-m",
            "django",
            "db_worker",
        ],
        start_new_session=True,
    )


def stop_worker(worker: subprocess.Popen) -> None:
    worker.terminate()
    try:
        worker.wait(FAREWELL_SECONDS)
    except subprocess.TimeoutExpired:
        worker.kill()
