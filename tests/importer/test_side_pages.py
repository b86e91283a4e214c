"""The pages beside the chapters: made where a manuscript has something for them."""

import pytest
from django.core.management import call_command

from exhibit.models import ExhibitPage, FaqPage, FurtherReadingPage, SourcesPage

pytestmark = [pytest.mark.django_db, pytest.mark.database]

STORY = "# Salt\n\n## 1. The pans\n\nDug.\n\n## 2. The mules\n\nAte.\n"
BOOK = "John Smith, *Salt: a history of the pans*, " + "with many plates, " * 30 + "London, 1970"


def imported(tmp_path, text: str) -> ExhibitPage:
    path = tmp_path / "salt.md"
    path.write_text(text)
    call_command("import_manuscript", str(path), verbosity=0)
    return ExhibitPage.objects.get()


def test_a_story_alone_gets_no_empty_pages_beside_it(tmp_path):
    exhibit = imported(tmp_path, f"{STORY}\n## Sources\n\nSmith, *Salt*, 1970.\n")

    for model in (FaqPage, SourcesPage, FurtherReadingPage):
        assert not model.objects.child_of(exhibit).exists()


def test_a_book_to_read_needs_no_address_and_keeps_all_its_words(tmp_path):
    imported(
        tmp_path, f"{STORY}\n## Further reading\n\n- {BOOK}\n- [Salt](https://salt.example/)\n"
    )

    page = FurtherReadingPage.objects.get().get_latest_revision_as_object()
    book, site = (link.value for link in page.external_links)
    assert f"{book['title']} {book['description']}" == BOOK.replace("*", "")
    assert (book["url"], site["url"]) == ("", "https://salt.example/")


def test_a_link_to_a_chapter_that_is_not_there_waits_for_the_curator(tmp_path):
    imported(tmp_path, f"{STORY}\n## Internal links\n\n- The windmill\n- Chapter 2\n")

    page = FurtherReadingPage.objects.get().get_latest_revision_as_object()
    windmill, mules = (link.value for link in page.internal_links)
    assert (windmill["title"], windmill["page"]) == ("The windmill", None)
    assert mules["page"].title == "The mules"


def test_visitors_see_a_book_without_a_link_or_a_code(tmp_path, client):
    exhibit = imported(tmp_path, f"{STORY}\n## Further reading\n\n- A book of salt\n")
    for page in (exhibit, FurtherReadingPage.objects.get()):
        page.get_latest_revision().publish()

    page = FurtherReadingPage.objects.get()
    assert ">A book of salt</li>" in client.get(page.url).content.decode()
    kiosk = client.get(f"/kiosk/{exhibit.slug}/en/further-reading/").content.decode()
    assert "A book of salt" in kiosk
    assert "data-code" not in kiosk
