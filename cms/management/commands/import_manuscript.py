"""Turn a curator's manuscript, alone or in a bundle, into drafts."""

import json

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from cms.importer.destination import home_for
from cms.importer.drafts import Outcome, write_drafts
from cms.importer.facts import BundleProblem
from cms.importer.manuscript.outline import Outline
from cms.importer.pages import Written
from cms.importer.reading import Rejected, opened_manuscript, refuse_missing_media
from exhibit.models import ExhibitPage, MuseumHomePage

_TAKE = "Import again with --when-changed take for the manuscript's text"
_WAYS_OUT = f"{_TAKE}, or both for a draft of both."


class _DryRun(Exception):
    """Undoes what a dry run wrote."""


class Command(BaseCommand):
    help = (
        "Import a manuscript (.docx, .md, .txt, .html) or a bundle (folder or .zip) as drafts. "
        "Publishes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("path", help="The manuscript, or the folder or zip it lies in.")
        parser.add_argument(
            "--into", metavar="EXHIBIT", help="The slug of an exhibit to write into."
        )
        parser.add_argument(
            "--when-changed",
            choices=["keep", "take", "both"],
            default="keep",
            help="What becomes of a page that changed in the manuscript and in Wagtail since the "
            "last import: keep it (the rule), take the manuscript's text, or make a draft of both.",
        )
        parser.add_argument(
            "--language", metavar="TAG", help="The language of a single manuscript."
        )
        parser.add_argument("--dry-run", action="store_true", help="Try everything, write nothing.")
        parser.add_argument(
            "--outline", choices=["json"], help="Print what was understood, and write nothing."
        )

    def handle(self, *, path, into, when_changed, language, dry_run, outline, verbosity, **options):
        try:
            with opened_manuscript(path, language=language) as manuscript:
                if outline:
                    self._print_outline(next(iter(manuscript.outlines.values())))
                    return
                self._warn(manuscript)
                refuse_missing_media(manuscript)
                outcome = self._write(manuscript, into, when_changed, dry_run, verbosity)
        except Rejected as error:
            if outline:
                self._print_outline(error.outline)
            raise CommandError(f"Nothing imported. {error}") from error
        except BundleProblem as error:
            raise CommandError(f"Nothing imported. {error}") from error
        self._say_what_was_left(outcome)
        verdict = "A dry run: nothing written. " if dry_run else ""
        self.stdout.write(
            self.style.SUCCESS(
                f"{verdict}{len(outcome.created)} drafts created, {len(outcome.updated)} updated, "
                f"{len(outcome.unchanged)} unchanged, {len(outcome.kept)} kept in "
                f"“{outcome.exhibit.title}”. "
                "Nothing is published: review the drafts in the admin."
            )
        )

    def _print_outline(self, outline: Outline) -> None:
        self.stdout.write(json.dumps(outline.to_json_dict(), ensure_ascii=False, indent=2))

    def _say_what_was_left(self, outcome: Outcome) -> None:
        """Name every page that differs from the manuscript and stays as it is, and say why."""
        for written in outcome.kept:
            self.stdout.write(f"Kept as it is: “{written.page.title}”. {_why_kept(written)}")
        for page in outcome.gone:
            self.stdout.write(
                f"Not in the manuscript any more: “{page.title}”. It was left alone; delete it in "
                "the admin if it should go."
            )

    def _write(self, manuscript, into, when_changed, dry_run, verbosity) -> Outcome:
        outcome = None
        try:
            with transaction.atomic():
                outcome = write_drafts(
                    manuscript,
                    manuscript.outlines,
                    home=self._home(manuscript),
                    into=self._exhibit(into),
                    when_changed=when_changed,
                    on_saved=self._progress(verbosity),
                    keep_files=not dry_run,
                )
                if dry_run:
                    raise _DryRun
        except _DryRun:
            pass
        return outcome

    def _progress(self, verbosity):
        def say(done: int, total: int, title: str) -> None:
            if verbosity >= 1:
                self.stdout.write(f"[{done:3}/{total}] {title}")

        return say

    def _warn(self, manuscript) -> None:
        for tag, outline in manuscript.outlines.items():
            for warning in outline.warnings:
                # A message that begins with its place says it once.
                said = warning.message.lower().startswith(warning.where.lower())
                where = "" if said else f"{warning.where}: "
                self.stderr.write(self.style.WARNING(f"{tag}: {where}{warning.message}"))

    @staticmethod
    def _home(manuscript) -> MuseumHomePage:
        home = home_for(next(iter(manuscript.outlines)))
        if home is None:
            raise CommandError("There is no museum home page yet. Run “manage.py migrate” first.")
        return home

    @staticmethod
    def _exhibit(slug: str | None) -> ExhibitPage | None:
        if not slug:
            return None
        exhibit = ExhibitPage.objects.filter(slug=slug).order_by("path").first()
        if exhibit is None:
            known = ", ".join(ExhibitPage.objects.values_list("slug", flat=True).distinct())
            raise CommandError(
                f"No exhibit is called “{slug}”. There are: {known or 'none yet'}. "
                "Leave out --into to make a new one."
            )
        return exhibit


def _why_kept(written: Written) -> str:
    page = written.page
    # The exhibit's own page has no room for two texts.
    ways_out = f"{_TAKE}." if page.model is ExhibitPage else _WAYS_OUT
    if page.is_locked:
        return "Somebody locked it in the admin."
    if written.state == "page_changed":
        return "It was changed in Wagtail since the last import, and the manuscript was not."
    if page.record is None:
        return f"It differs from the manuscript, and no import wrote it. {ways_out}"
    return f"It was changed in Wagtail since the last import, and in the manuscript too. {ways_out}"
