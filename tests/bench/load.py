"""Ask one page again and again over a few connections, for a bounded time, on this machine."""

import http.client
import statistics
import threading
import time
from dataclasses import dataclass, field


@dataclass
class Round:
    """One round: answers a second, and milliseconds to the whole answer."""

    answers: int = 0
    seconds: float = 0
    waits_ms: list[float] = field(default_factory=list)

    @property
    def per_second(self) -> float:
        return self.answers / self.seconds

    @property
    def median_ms(self) -> float:
        return statistics.median(self.waits_ms)


def run_round(port: int, path: str, *, connections: int, seconds: float) -> Round:
    """Load ``path`` for ``seconds``.

    Raises:
        RuntimeError: for any answer but 200.
    """
    total, guard, began = Round(), threading.Lock(), time.monotonic()
    failures: list[str] = []

    def visit() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        waits = []
        while time.monotonic() - began < seconds and not failures:
            start = time.perf_counter()
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                failures.append(f"{path} answered {answer.status}")
            waits.append((time.perf_counter() - start) * 1000)
        with guard:
            total.answers += len(waits)
            total.waits_ms += waits

    visitors = [threading.Thread(target=visit) for _each in range(connections)]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    total.seconds = time.monotonic() - began
    if failures:
        raise RuntimeError(failures[0])
    return total
