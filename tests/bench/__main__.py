"""A chapter page rendered live, beside a bare Wagtail page with as much text, in one run.

    make bench                     five rounds of four seconds each
    make bench ARGS='--rounds 9'
    make bench ARGS=manuscripts    how long the largest manuscripts take, instead
    make bench ARGS=hostile        how long manuscripts take that were made to be slow

Rounds are interleaved, so that a busy machine slows both alike; the ratio is what to quote.
"""

import argparse
import re
import statistics
import tempfile
import urllib.request
from dataclasses import replace
from pathlib import Path

from tests.bench import hostile, manuscript
from tests.bench.load import Round, run_round
from tests.bench.sites import Site, bare_wagtail, enfilade
from tests.bench.weight import weigh

CHAPTER = "/the-road-out/long-shadows/"
# Two charts, a map with its relief, a sound: the heaviest of the demo.
HEAVIEST = "/the-road-out/how-an-army-leaves/"
CONNECTIONS = 8
KINDS = ("pages", "manuscripts", "hostile")


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("what", nargs="?", choices=KINDS, default=KINDS[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=4)
    options = parser.parse_args()
    if options.what == "manuscripts":
        manuscript.main()
        return
    if options.what == "hostile":
        hostile.main()
        return
    with tempfile.TemporaryDirectory(prefix="enfilade-bench-") as scratch:
        print("Setting up Enfilade with its demo exhibit…", flush=True)
        ours = enfilade(Path(scratch, "enfilade"), path=CHAPTER)
        ours.start()
        try:
            print("Setting up a bare Wagtail site with as much text…", flush=True)
            bare = bare_wagtail(Path(scratch, "bare"), html=_same_text(ours))
            bare.start()
            try:
                _compare(ours, bare, options)
            finally:
                bare.stop()
        finally:
            ours.stop()


def _compare(ours: Site, bare: Site, options: argparse.Namespace) -> None:
    heaviest = replace(ours, name="heaviest chapter", path=HEAVIEST)
    sites = (replace(ours, name="a chapter"), heaviest, bare)
    rounds: dict[str, list[Round]] = {site.name: [] for site in sites}
    for number in range(1, options.rounds + 1):
        print(f"Round {number} of {options.rounds}…", flush=True)
        for site in sites:
            rounds[site.name].append(
                run_round(site.port, site.path, connections=CONNECTIONS, seconds=options.seconds)
            )
    print(f"\n{'':18}{'per second':>12}{'median ms':>12}{'queries':>10}{'ratio':>8}")
    for site in sites:
        of_site = rounds[site.name]
        per_second = statistics.median(each.per_second for each in of_site)
        median_ms = statistics.median(each.median_ms for each in of_site)
        ratio = statistics.median(
            mine.per_second / theirs.per_second
            for mine, theirs in zip(of_site, rounds[bare.name], strict=True)
        )
        print(f"{site.name:18}{per_second:12.1f}{median_ms:12.1f}{site.queries():10}{ratio:8.2f}")
    print("\nFirst visit, without pictures and fonts:")
    for site in sites[:2]:
        weight = weigh(f"http://127.0.0.1:{site.port}{site.path}")
        print(
            f"  {site.name:18}{weight.requests} requests, {weight.plain_bytes / 1000:.0f} KB, "
            f"{weight.sent_bytes / 1000:.0f} KB as sent"
        )


def _same_text(site: Site) -> str:
    """Return the chapter's paragraphs as rich text."""
    with urllib.request.urlopen(f"http://127.0.0.1:{site.port}{site.path}") as answer:
        page = answer.read().decode()
    main = page[page.index("<main") : page.index("</main>")]
    words = re.sub(
        r"\s+", " ", re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", " ", main, flags=re.DOTALL))
    )
    return "".join(f"<p>{words[at : at + 400]}</p>" for at in range(0, len(words), 400))


if __name__ == "__main__":
    main()
