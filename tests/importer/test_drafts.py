"""From a bundle to drafts: all or nothing, and nothing published."""

import json
import re
import shutil

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from cms.management.commands.load_demo import BUNDLE as DEMO
from exhibit.models import ChapterPage, ExhibitPage, FaqPage, Moment, Place, Source
from media.models import ExhibitImage, Recording
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.database]

MANUSCRIPT = """\
# The Road Out
*How an army went home.*

## Introduction
Where the story begins.

## 1. The bridge
*One sentence.*

![A bridge over a river.](images/bridge.png "The bridge in May.")

They crossed the river.[^1] See [the end](#2).

::: key-figure
number: 115,000
counts: soldiers
source: @grau2007
:::

::: facts
places: termez
moments: last-soldiers
:::

## 2. The end
The last column left.

## Conclusion
What remains.

## FAQs
Q1: Why leave?
Because. See chapter 2.

## External resources
- [An archive](https://archive.example/) — documents

[^1]: @grau2007, p. 240. He counts lorries.
"""
SETTINGS = 'title = "The Road Out"\nslug = "the-road-out"\n'
SOURCES = (
    '[grau2007]\nkind = "article"\nauthors = ["Lester W. Grau"]\ntitle = "Breaking Contact"\n'
    'year = "2007"\n'
)
PLACES = '[termez]\nname = { en = "Termez" }\nlatitude = 37.22\nlongitude = 67.28\n'
MOMENTS = (
    '[last-soldiers]\ndate = "1989-02-15"\ndate_text = { en = "15 February 1989" }\n'
    'title = { en = "The last soldiers" }\nchapter = 2\n'
)


@pytest.fixture
def bundle(tmp_path):
    for name, text in {
        "exhibit.toml": SETTINGS,
        "manuscript.md": MANUSCRIPT,
        "data/sources.toml": SOURCES,
        "data/places.toml": PLACES,
        "data/moments.toml": MOMENTS,
    }.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "images").mkdir()
    (tmp_path / "images" / "bridge.png").write_bytes(factories.picture_bytes())
    return tmp_path


def import_bundle(path, **options):
    call_command("import_manuscript", str(path), verbosity=0, **options)


def chapter(slug_part: str) -> ChapterPage:
    return ChapterPage.objects.get(slug__contains=slug_part).get_latest_revision_as_object()


def test_an_import_makes_an_exhibit_of_drafts(bundle):
    import_bundle(bundle)

    exhibit = ExhibitPage.objects.get(slug="the-road-out")
    titles = list(Page.objects.child_of(exhibit).order_by("path").values_list("title", flat=True))
    assert titles == [
        "Introduction",
        "The bridge",
        "The end",
        "Conclusion",
        "Questions and answers",
        "Sources",
        "Further reading",
    ]
    assert not Page.objects.descendant_of(exhibit, inclusive=True).filter(live=True).exists()


def test_nothing_imported_is_visible(bundle, client):
    import_bundle(bundle)

    assert client.get("/the-road-out/").status_code == 404
    assert client.get("/kiosk/the-road-out/en/").status_code == 404
    assert "Road Out" not in client.get("/").content.decode()


def test_notes_become_citations_of_their_sources(bundle):
    import_bundle(bundle)

    text = next(block for block in chapter("bridge").body if block.block_type == "text")
    (note,) = text.value["notes"]
    assert "[1]" in text.value["text"].source
    assert note["source"] == Source.objects.get(key="grau2007")
    assert (note["locator"], note["remark"]) == ("p. 240", "He counts lorries.")


def test_the_first_picture_leads_with_its_words(bundle):
    import_bundle(bundle)

    bridge = chapter("bridge")
    assert bridge.lead_alt == "A bridge over a river."
    assert bridge.lead_caption == "The bridge in May."
    assert bridge.standfirst == "One sentence."


def test_links_inside_the_manuscript_become_links_to_pages(bundle):
    import_bundle(bundle)

    text = next(block for block in chapter("bridge").body if block.block_type == "text")
    end = ChapterPage.objects.get(title="The end")
    assert f'<a linktype="page" id="{end.pk}">the end</a>' in text.value["text"].source


def test_facts_hang_on_their_chapters(bundle):
    import_bundle(bundle)

    assert [link.place for link in chapter("bridge").places.all()] == [Place.objects.get()]
    assert [link.moment for link in chapter("end").moments.all()] == [Moment.objects.get()]


def test_a_question_points_at_its_chapter(bundle):
    import_bundle(bundle)

    (question,) = FaqPage.objects.get().get_latest_revision_as_object().questions
    assert question.value["question"] == "Why leave?"
    assert question.value["chapter"].title == "The end"


def test_importing_twice_changes_nothing(bundle, capsys):
    import_bundle(bundle)
    revisions = set(Page.objects.values_list("pk", "latest_revision"))
    images = ExhibitImage.objects.count()

    call_command("import_manuscript", str(bundle), into="the-road-out")

    assert "0 drafts created, 0 updated" in capsys.readouterr().out
    assert set(Page.objects.values_list("pk", "latest_revision")) == revisions
    assert ExhibitImage.objects.count() == images


def test_a_newer_manuscript_becomes_a_new_draft_of_the_changed_chapter_alone(bundle, capsys):
    import_bundle(bundle)
    newer = MANUSCRIPT.replace("The last column left.", "The last column left at noon.")
    (bundle / "manuscript.md").write_text(newer)

    call_command("import_manuscript", str(bundle), into="the-road-out")

    assert "0 drafts created, 1 updated" in capsys.readouterr().out


def test_a_second_exhibit_of_the_same_name_is_refused_with_a_way_out(bundle):
    import_bundle(bundle)

    with pytest.raises(CommandError, match="--into the-road-out"):
        import_bundle(bundle)


def test_a_dry_run_writes_nothing(bundle, settings):
    before, files = Page.objects.count(), uploaded(settings)

    call_command("import_manuscript", str(bundle), dry_run=True, verbosity=0)

    assert Page.objects.count() == before
    assert not ExhibitImage.objects.exists()
    assert not Source.objects.exists()
    assert uploaded(settings) == files


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("manuscript.md", "images/bridge.png", "images/gone.png", "gone.png.*The bridge"),
        ("manuscript.md", "[^1]: @grau2007", "[^1]: @nobody", "nobody.*sources.toml"),
        ("manuscript.md", "places: termez", "places: atlantis", "atlantis.*places.toml"),
        ("data/places.toml", "37.22", "137.22", "places.toml.*termez"),
        ("data/moments.toml", "1989-02-15", "15/2/1989", "moments.toml.*last-soldiers"),
        ("data/sources.toml", "[grau2007]", "[grau2007", "sources.toml"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_left(bundle, settings, file, old, new, message):
    path = bundle / file
    path.write_text(path.read_text().replace(old, new))
    pages, files = Page.objects.count(), uploaded(settings)

    with pytest.raises(CommandError) as refusal:
        import_bundle(bundle)

    assert re.search(message, str(refusal.value), re.DOTALL)
    assert Page.objects.count() == pages
    assert not ExhibitImage.objects.exists()
    assert uploaded(settings) == files


def test_a_picture_that_is_none_is_left_out_and_named(bundle, settings, capsys):
    (bundle / "images" / "bridge.png").write_bytes(b"<html>not a picture</html>")
    files = uploaded(settings)

    import_bundle(bundle)

    assert (
        "images/bridge.png” (its alternative text: “A bridge over a river.”) was left out"
        in capsys.readouterr().err
    )
    assert chapter("bridge").lead_image is None
    assert uploaded(settings) == files


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no text"),
        (b"\x00\x01\x02\xff" * 500, "text"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "Word"),
    ],
)
def test_an_unreadable_manuscript_is_one_sentence(tmp_path, content, words):
    file = tmp_path / "manuscript.md"
    file.write_bytes(content)

    with pytest.raises(CommandError, match=words):
        import_bundle(file)


def test_a_failure_at_the_last_page_leaves_no_page(bundle, monkeypatch, settings):
    before = Page.objects.count()
    save = Page.save_revision

    def fail_at_the_end(page, *args, **kwargs):
        if page.title == "Further reading":
            raise OSError("disk full")
        return save(page, *args, **kwargs)

    monkeypatch.setattr(Page, "save_revision", fail_at_the_end)
    files = uploaded(settings)

    with pytest.raises(OSError, match="disk full"):
        import_bundle(bundle)

    assert Page.objects.count() == before
    assert uploaded(settings) == files


def test_a_long_standfirst_opens_the_text_instead(bundle):
    path = bundle / "manuscript.md"
    long = "A sentence that goes on. " * 20
    path.write_text(path.read_text().replace("*One sentence.*", f"*{long.strip()}*"))

    import_bundle(bundle)

    assert chapter("bridge").standfirst == ""
    assert "goes on" in str(chapter("bridge").body[0].value["text"].source)


def test_words_before_the_first_question_are_kept(bundle):
    path = bundle / "manuscript.md"
    path.write_text(path.read_text().replace("## FAQs\n", "## FAQs\nWe are often asked.\n\n"))

    import_bundle(bundle)

    page = FaqPage.objects.get().get_latest_revision_as_object()
    assert page.standfirst == "We are often asked."


def test_script_in_a_manuscript_never_reaches_a_page(bundle):
    attack = (
        "They crossed.<script>alert(1)</script> <img src=x onerror=alert(1)> "
        "[x](javascript:alert(1))"
    )
    path = bundle / "manuscript.md"
    path.write_text(path.read_text().replace("They crossed the river.", attack))

    import_bundle(bundle)

    stored = str(chapter("bridge").body.get_prep_value())
    assert "<script" not in stored
    assert "<img" not in stored
    assert 'href="javascript' not in stored


def test_the_outline_is_printed_and_nothing_written(bundle, capsys):

    before = Page.objects.count()
    call_command("import_manuscript", str(bundle), outline="json")

    outline = json.loads(capsys.readouterr().out)
    assert outline["status"] == "ok"
    assert [each["title"] for each in outline["chapters"]] == ["The bridge", "The end"]
    assert Page.objects.count() == before


def uploaded(settings) -> set[str]:
    return {str(path) for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()}


def test_an_exhibits_standfirst_that_is_too_long_opens_the_story(bundle):
    path = bundle / "manuscript.md"
    long = "An army went home. " * 20
    path.write_text(path.read_text().replace("*How an army went home.*", f"*{long.strip()}*"))

    import_bundle(bundle)

    exhibit = ExhibitPage.objects.get(slug="the-road-out").get_latest_revision_as_object()
    assert exhibit.standfirst == ""
    opening = chapter("introduction").body[0].value["text"].source
    assert opening.count("An army went home.") == 20


def test_a_recording_is_stored_once_however_often_it_is_imported(bundle):
    (bundle / "recordings").mkdir()
    shutil.copy(DEMO / "recordings" / "radio-night.mp3", bundle / "recordings" / "engines.mp3")
    path = bundle / "manuscript.md"
    sound = "The last column left.\n\n::: audio\nfile: recordings/engines.mp3\n:::\n"
    path.write_text(path.read_text().replace("The last column left.", sound))

    import_bundle(bundle)
    import_bundle(bundle, into="the-road-out")

    assert Recording.objects.count() == 1


def test_a_recording_of_the_same_name_and_length_is_not_taken_for_another(bundle):
    (bundle / "recordings").mkdir()
    sound = (DEMO / "recordings" / "radio-night.mp3").read_bytes()
    path = bundle / "manuscript.md"
    block = "The last column left.\n\n::: audio\nfile: recordings/engines.mp3\n:::\n"
    path.write_text(path.read_text().replace("The last column left.", block))
    for content in (sound, sound[:-1] + bytes([sound[-1] ^ 1])):
        (bundle / "recordings" / "engines.mp3").write_bytes(content)
        import_bundle(bundle, into="the-road-out" if Recording.objects.exists() else None)

    assert Recording.objects.count() == 2


def test_a_title_in_another_script_gives_an_address_in_latin_letters(tmp_path):
    file = tmp_path / "manuscript.ru.md"
    file.write_text("# Дорога домой\n\n## 1. Мост\nОни перешли реку.\n", encoding="utf-8")

    import_bundle(file)

    assert ExhibitPage.objects.get().slug == "doroga-domoy"


def test_titles_that_cannot_be_romanised_do_not_stand_in_each_others_way(tmp_path):
    for name, title in (("one", "راه خانه"), ("two", "پل دوستی")):
        file = tmp_path / name / "manuscript.fa-AF.md"
        file.parent.mkdir()
        file.write_text(f"# {title}\n\n## ۱. پل\nاز دریا گذشتند.\n", encoding="utf-8")
        import_bundle(file)

    assert set(ExhibitPage.objects.values_list("slug", flat=True)) == {"exhibit", "exhibit-2"}
