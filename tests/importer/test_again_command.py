"""Importing again from the command line: what is kept, why, and how to have it otherwise."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from tests import factories
from tests.importer.again import (
    ENGLISH,
    RUSSIAN,
    edit,
    imported,
    latest,
    make_bundle,
    page_called,
    revisions,
    words_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def disputed(tmp_path):
    """A bundle whose second chapter was changed in Wagtail and in the manuscript."""
    imported(make_bundle(tmp_path))
    edit("The letters", body=[factories.text_block("<p>Rewritten here.</p>")])
    return make_bundle(tmp_path, ENGLISH.replace("every Sunday", "every Friday"))


def run(path, **options) -> None:
    call_command("import_manuscript", str(path), into="the-road-out", verbosity=0, **options)


def test_what_changed_on_both_sides_is_kept_and_the_ways_out_are_named(disputed, capsys):
    before = revisions()

    run(disputed)

    said = capsys.readouterr().out
    assert "Kept as it is: “The letters”. It was changed in Wagtail since the last import" in said
    assert "--when-changed take" in said
    assert "0 drafts created, 0 updated, 7 unchanged, 1 kept" in said
    assert revisions() == before


def test_take_writes_the_manuscripts_text_after_all(disputed, capsys):
    run(disputed)
    run(disputed, when_changed="take")

    assert "every Friday" in words_of(latest("The letters"))
    assert "Rewritten here" not in words_of(latest("The letters"))
    assert "0 kept" in capsys.readouterr().out.splitlines()[-1]


def test_both_writes_one_draft_with_both_texts(disputed):
    run(disputed, when_changed="both")

    assert "Rewritten here" in words_of(latest("The letters"))
    assert "every Friday" in words_of(latest("The letters"))


def test_a_page_edited_in_wagtail_alone_is_kept_whatever_is_asked(tmp_path, capsys):
    imported(make_bundle(tmp_path))
    edit("The letters", body=[factories.text_block("<p>Rewritten here.</p>")])

    run(tmp_path, when_changed="take")

    assert "and the manuscript was not" in capsys.readouterr().out
    assert "Rewritten here" in words_of(latest("The letters"))


def test_a_page_that_no_import_wrote_is_kept_and_that_is_the_reason(tmp_path, capsys):
    exhibit = factories.make_exhibit(title="The Road Out", slug="the-road-out")
    factories.make_chapter(exhibit, title="The letters", text="Ours.")

    run(make_bundle(tmp_path))

    assert "“The letters”. It differs from the manuscript, and no import wrote it." in (
        capsys.readouterr().out
    )


def test_a_locked_page_is_kept_and_that_is_the_reason(disputed, capsys):
    Page.objects.filter(draft_title="The letters").update(locked=True)

    run(disputed, when_changed="take")

    assert "“The letters”. Somebody locked it in the admin." in capsys.readouterr().out


def test_the_exhibit_itself_is_not_offered_a_draft_of_both(tmp_path, capsys):
    imported(make_bundle(tmp_path))
    edit("The Road Out", standfirst="Ours.")
    make_bundle(tmp_path, ENGLISH.replace("How an army went home", "How a war ended"))

    run(tmp_path, when_changed="both")

    said = capsys.readouterr().out
    assert "Kept as it is: “The Road Out”" in said
    assert "both for a draft of both" not in said


def test_chapters_that_are_gone_from_the_manuscript_are_named(tmp_path, capsys):
    imported(make_bundle(tmp_path))
    start, end = ENGLISH.index("## 2."), ENGLISH.index("## 3.")
    make_bundle(tmp_path, ENGLISH[:start] + ENGLISH[end:])

    run(tmp_path)

    assert "Not in the manuscript any more: “The letters”. It was left alone" in (
        capsys.readouterr().out
    )
    assert page_called("The letters")


def test_a_dry_run_says_the_same_and_remembers_nothing(disputed, capsys):
    before = revisions()

    run(disputed, when_changed="take", dry_run=True)

    assert "A dry run: nothing written. 0 drafts created, 1 updated" in capsys.readouterr().out
    assert revisions() == before
    run(disputed)
    assert "1 kept" in capsys.readouterr().out


def test_a_translation_alone_goes_into_the_exhibits_translation(tmp_path, capsys):
    imported(make_bundle(tmp_path / "bundle"))
    alone = tmp_path / "manuscript.ru.md"
    alone.write_text(RUSSIAN, encoding="utf-8")

    run(alone)

    assert "in “Дорога домой”" in capsys.readouterr().out
    assert latest("The winter").title == "The winter"
    assert page_called("Зима", "ru").slug == "the-winter"


def test_another_choice_than_there_is_is_refused(tmp_path):
    with pytest.raises(CommandError, match="invalid choice: 'all'"):
        call_command("import_manuscript", str(tmp_path), "--when-changed", "all")
