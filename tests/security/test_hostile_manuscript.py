"""A manuscript full of scripts becomes pages that run none of them."""

import pytest
from django.core.management import call_command
from django.test import Client

from exhibit.models import ExhibitPage
from tests.security.payloads import PAYLOADS, Running

HOSTILE = """# The Road Out

*{words}*

## 1. {title}

*{words}*

{paragraphs}

> {words}
> — {words}, *{words}*

| {cell} | B |
|---|---|
| {cell} | {cell} |

[link](javascript:alert(1)) [data](data:text/html,x) ![{cell}](javascript:alert(1))

## FAQs

Q1: {words}?
{paragraphs}

## External resources

- [{cell}](javascript:alert(1)) — {words}
- [Fine](https://fine.example/) — {words}
"""


def one_line(payload: str) -> str:
    return " ".join(payload.split()).replace("|", "")


@pytest.mark.parametrize("part", range(0, len(PAYLOADS), 11))
def test_nothing_of_a_hostile_manuscript_runs(db, tmp_path, part):
    payloads = [one_line(payload) for payload in PAYLOADS[part : part + 11]]
    manuscript = tmp_path / "hostile.md"
    manuscript.write_text(
        HOSTILE.format(
            words=" ".join(payloads)[:300],
            title=payloads[0],
            cell=payloads[-1],
            paragraphs="\n\n".join(payloads),
        ),
        encoding="utf-8",
    )
    call_command("import_manuscript", str(manuscript), verbosity=0)
    exhibit = ExhibitPage.objects.get()
    pages = [exhibit, *exhibit.get_descendants().specific()]
    for page in pages:
        page.get_latest_revision().publish()
        for field in page._meta.get_fields():
            stored = getattr(page, field.name, "") if field.concrete else ""
            if field.get_internal_type() == "JSONField":
                assert 'href="javascript' not in str(getattr(stored, "raw_data", stored)), page
    for page in pages:
        for address in (page.url, f"/kiosk/{exhibit.slug}/en/"):
            answer = Client().get(address)
            assert answer.status_code == 200, address
            assert Running(answer.content.decode()).found == [], address
