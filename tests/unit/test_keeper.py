"""The process that keeps the worker running."""

import sys
import threading
import time

from cms.serve import keeper


def test_a_command_that_ends_is_started_again(tmp_path, monkeypatch):
    monkeypatch.setattr(keeper, "SHORTEST_PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(keeper, "LOOK_EVERY_SECONDS", 0.01)
    starts = tmp_path / "starts"
    stop = threading.Event()
    command = [sys.executable, "-c", f"open({str(starts)!r}, 'a').write('x')"]

    running = threading.Thread(
        target=keeper.keep_running, args=(command, tmp_path / "log", stop), daemon=True
    )
    running.start()
    _wait_until(lambda: starts.exists() and len(starts.read_text()) >= 2)
    stop.set()
    running.join(10)

    assert not running.is_alive()


def test_stopping_ends_a_command_that_would_go_on(tmp_path, monkeypatch):
    monkeypatch.setattr(keeper, "LOOK_EVERY_SECONDS", 0.01)
    stop = threading.Event()
    command = [sys.executable, "-c", "import time; print('up', flush=True); time.sleep(600)"]
    log = tmp_path / "log"

    running = threading.Thread(target=keeper.keep_running, args=(command, log, stop), daemon=True)
    running.start()
    _wait_until(lambda: log.exists() and "up" in log.read_text())
    stop.set()
    running.join(10)

    assert not running.is_alive()


def _wait_until(condition, seconds=20):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)
