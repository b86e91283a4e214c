"""A page that a curator opens and saves without a change stays what the import wrote."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import cms.demo
from tests import factories
from tests.browser.conftest import copy_of
from tests.browser.curator import Curator, environment_of, make_person
from tests.browser.museum import LATER_START_SECONDS, PROJECT, Start, free_port
from tests.browser.watching import Watch

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE_MS = 30_000
SOUND = "engines.mp3"
MANUSCRIPT = """\
# Everything at once
*A standfirst.*

## 1. All blocks
*Under the title.*

![A bridge.](images/one.png "The bridge in May.")

They crossed **the *river*** by a bridge.[^1] A line ends here\\
and goes on. See [the end](#2) or [an archive](https://archive.example/?a=1&b=2).

### A sub-heading

- one

- two, a paragraph

  of two
    - deeper

> A quotation of one paragraph.
>
> And another.

1. first
2. second

| Year | Dead |
|------|------|
| 1988 | 13,310[^2] |

> It must be ended.
> — A speaker, *A speech, 1986*

::: key-figure
number: 115,000
counts: soldiers
source: @grau2007
:::

::: gallery
title: Two bridges
image: images/one.png
image: images/two.png
:::

::: note
kind: note
title: A word
text: With "quotes" & an ampersand.
:::

::: timeline
title: Then
moments: first, last
:::

::: map
title: There
places: termez, kabul
:::

::: audio
file: recordings/engines.mp3
:::

![Another.](images/two.png)

::: facts
places: termez
:::

## 2. The end
Words.

## FAQs
Q1: Why leave?
Because.[^3] See chapter 2.

- For one reason.

## External resources
- [An archive](https://archive.example/) — documents

## Internal links
- [Chapter 2: The end](#2)

[^1]: @grau2007, p. 4. He counts lorries.
[^2]: Revised since.
[^3]: So they said.
"""
SOURCES = (
    '[grau2007]\nkind = "article"\nauthors = ["L. W. Grau"]\ntitle = "Contact"\nyear = "2007"\n'
)
PLACES = """\
[termez]
name = { en = "Termez" }
latitude = 37.22
longitude = 67.28
[kabul]
name = { en = "Kabul" }
latitude = 34.5
longitude = 69.2
"""
MOMENTS = """\
[first]
date = "1988-05-15"
date_text = { en = "15 May 1988" }
title = { en = "First" }
[last]
date = "1989-02-15"
date_text = { en = "15 February 1989" }
title = { en = "Last" }
"""


@pytest.fixture
def bundle(tmp_path) -> Path:
    files = {
        "exhibit.toml": 'title = "Everything at once"\nslug = "everything"\n',
        "manuscript.md": MANUSCRIPT,
        "data/sources.toml": SOURCES,
        "data/places.toml": PLACES,
        "data/moments.toml": MOMENTS,
    }
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for folder in ("images", "recordings"):
        (tmp_path / folder).mkdir()
    for name in ("one.png", "two.png"):
        (tmp_path / "images" / name).write_bytes(factories.picture_bytes())
    recordings = Path(cms.demo.__file__).parent / "termez_1988" / "recordings"
    shutil.copy(next(recordings.glob("*.mp3")), tmp_path / "recordings" / SOUND)
    return tmp_path


@pytest.fixture
def own_museum(first_start, tmp_path):
    data = copy_of(first_start.data, tmp_path / "var")
    make_person(
        environment_of(data, os.environ), "anna", role="Editors", first="Anna", last="Petrova"
    )
    start = Start(data, free_port())
    try:
        assert start.wait_until_open(LATER_START_SECONDS), start.text
        yield start
    finally:
        start.kill()


def run_import(data: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "manage.py", "import_manuscript", *arguments],
        cwd=PROJECT,
        env=environment_of(data, os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def pages_of(data: Path) -> list[int]:
    with sqlite3.connect(data / "enfilade.sqlite3") as database:
        rows = database.execute(
            "select id from wagtailcore_page where url_path like '%/everything/%' order by path"
        )
        return [pk for (pk,) in rows]


def test_pages_saved_untouched_are_the_same_to_the_next_import(
    own_museum, bundle, browser: Browser
):
    run_import(own_museum.data, str(bundle))
    page = browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()
    page.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    watch = Watch(page, own_museum.url(""))
    curator = Curator(page, own_museum.url(""))
    curator.sign_in("anna")
    pages = pages_of(own_museum.data)

    for pk in pages:
        page.goto(own_museum.url(f"/admin/pages/{pk}/edit/"))
        page.wait_for_load_state("networkidle")
        curator.save()
    said = run_import(own_museum.data, str(bundle), "--into", "everything", "--dry-run")

    expect.set_options(timeout=None)
    assert len(pages) == 6
    assert f"0 drafts created, 0 updated, {len(pages)} unchanged, 0 kept" in said
    assert watch.problems() == []
