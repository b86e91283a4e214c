"""Read broken documents for some minutes: none may fail, take long, or lose a word.

    make fuzz                  ten minutes
    make fuzz MINUTES=1 ARGS='--seed 7'

What fails is kept in tests/manuscript/fuzz/corpus/, where a test reads it ever after.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import selectors
import struct
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from tests.manuscript.fuzz.mutation import mutate
from tests.manuscript.fuzz.worker import SECONDS, request

CORPUS = Path(__file__).parent / "corpus"
# The worker stops itself by processor time; this is for one that does not come back at all.
_PATIENCE_SECONDS = SECONDS * 6


class Worker:
    """A process that judges documents; begun anew when it ends or hangs."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def judge(self, name: str, document: bytes) -> str:
        for _ in range(2):
            process = self._alive()
            try:
                process.stdin.write(request(name, document))
                process.stdin.flush()
                answer = self._answer(process)
            except BrokenPipeError:
                answer = None
            if answer is not None:
                return answer
            died = process.wait()
            self._process = None
            if died != 0:
                return f"the process ended with {died}"
        return "the process ended twice without a word"

    def close(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()

    def _alive(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.manuscript.fuzz.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
            )
        return self._process

    def _answer(self, process: subprocess.Popen[bytes]) -> str | None:
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            if not selector.select(_PATIENCE_SECONDS):
                process.kill()
                return None
        header = process.stdout.read(4)
        if len(header) < 4:
            return None
        return process.stdout.read(struct.unpack(">I", header)[0]).decode()


def main() -> None:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=None, help="the same again")
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.randrange(1 << 32)
    seeds = sorted(path for path in CORPUS.iterdir() if path.is_file())
    print(f"Seed {seed}; {len(seeds)} documents to begin with; {options.minutes:g} minutes.")
    found = run(seeds, random.Random(seed), minutes=options.minutes)
    sys.exit(1 if found else 0)


def run(seeds: list[Path], chance: random.Random, *, minutes: float) -> int:
    """Return how many kinds of failure were found; each is kept once, cut short."""
    worker = Worker()
    counts: Counter[str] = Counter()
    kept: dict[str, Path] = {}
    ends = time.monotonic() + minutes * 60
    longest, next_word = 0.0, time.monotonic() + 60
    contents = {path: path.read_bytes() for path in seeds}
    try:
        while time.monotonic() < ends:
            path = chance.choice(seeds)
            other = contents[chance.choice(seeds)]
            document = mutate(path.name, contents[path], other, chance)
            start = time.monotonic()
            problem = worker.judge(f"m{path.suffix}", document)
            longest = max(longest, time.monotonic() - start)
            counts[path.suffix] += 1
            if problem and (kind := f"{path.suffix} {problem.splitlines()[-1][:60]}") not in kept:
                kept[kind] = _keep(worker, path.suffix, document, problem, chance)
            if time.monotonic() > next_word:
                next_word += 60
                print(_told(counts, kept, longest), flush=True)
    finally:
        worker.close()
    print(_told(counts, kept, longest))
    return len(kept)


def _told(counts: Counter[str], kept: dict[str, Path], longest: float) -> str:
    each = ", ".join(f"{count} {suffix}" for suffix, count in sorted(counts.items()))
    return (
        f"{counts.total()} documents read ({each}), the slowest in {longest:.1f} s; "
        f"{len(kept)} kinds of failure."
    )


def _keep(
    worker: Worker, suffix: str, document: bytes, problem: str, chance: random.Random
) -> Path:
    document = _shortened(worker, suffix, document, problem, chance)
    digest = hashlib.sha256(document).hexdigest()[:10]
    path = CORPUS / f"found-{digest}{suffix}"
    path.write_bytes(document)
    print(f"\n{path.name}: {problem}\n", flush=True)
    return path


def _shortened(
    worker: Worker, suffix: str, document: bytes, problem: str, chance: random.Random
) -> bytes:
    """Cut pieces out for as long as the same failure is left, for some seconds."""
    if suffix in {".docx", ".zip"} or "seconds" in problem:
        return document
    ends = time.monotonic() + 20
    size = max(1, len(document) // 2)
    while time.monotonic() < ends and size:
        for start in range(0, len(document), size):
            shorter = document[:start] + document[start + size :]
            again = worker.judge(f"m{suffix}", shorter)
            if again and again.splitlines()[-1][:30] == problem.splitlines()[-1][:30]:
                document = shorter
                break
            if time.monotonic() > ends:
                break
        else:
            size //= 2
    return document


if __name__ == "__main__":
    main()
