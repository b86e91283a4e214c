"""What an answer holds beside prose keeps its words on the questions page."""

import pytest
from django.core.management import call_command

from exhibit.models import ChapterPage, FaqPage, FurtherReadingPage

pytestmark = [pytest.mark.django_db, pytest.mark.database]

MANUSCRIPT = """\
# Salt

## The pans

Dug.

## The mules

Ate.

## FAQs

### How much salt?

As much as this:[^1]

| Pan | Sacks |
|-----|-------|
| East | 40 |

> Nobody counted.[^2]
> — A driver, *Memoirs*

::: key-figure
number: 40
counts: sacks a day
:::

## Internal links

- See chapter 2
- The pans

[^1]: Counted in May.
[^2]: Said in June.
"""


@pytest.fixture
def imported(tmp_path):
    path = tmp_path / "salt.md"
    path.write_text(MANUSCRIPT)
    call_command("import_manuscript", str(path), verbosity=0)


def test_tables_quotations_and_figures_in_an_answer_keep_their_words(imported):
    faq = FaqPage.objects.get().get_latest_revision_as_object()

    answer = faq.questions[0].value["answer"]
    text = str(answer["text"])
    for words in ("As much as this:[1]", "Pan – Sacks", "East – 40", "Nobody counted.[2]"):
        assert words in text
    for words in ("— A driver, Memoirs", "40", "sacks a day"):
        assert words in text
    assert [note["remark"] for note in answer["notes"]] == ["Counted in May.", "Said in June."]


def test_chapters_without_numbers_are_linked_by_place_and_by_title(imported):
    further = FurtherReadingPage.objects.get().get_latest_revision_as_object()

    linked = [block.value["page"].pk for block in further.internal_links]
    by_title = dict(ChapterPage.objects.values_list("title", "pk"))
    assert linked == [by_title["The mules"], by_title["The pans"]]
