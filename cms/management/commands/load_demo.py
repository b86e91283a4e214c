"""Import the demo exhibit with the curators' own importer, and publish it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from wagtail.models import Site

import cms.demo
from cms.importer.drafts import write_drafts
from cms.importer.facts import BundleProblem
from cms.importer.reading import opened_manuscript, refuse_missing_media
from exhibit.models import ExhibitPage, MuseumHomePage, MuseumSettings, Theme
from exhibit.services.publishing import publish_exhibit
from media.models import ExhibitImage
from media.renditions import warm

BUNDLE = Path(cms.demo.__file__).parent / "termez_1988"


class Command(BaseCommand):
    help = "Import the demo exhibit and publish it. Refuses where there is an exhibit already."

    def handle(self, *, verbosity, **options):
        if ExhibitPage.objects.exists():
            raise CommandError("This museum has exhibits already; the demo is for an empty one.")
        try:
            with opened_manuscript(str(BUNDLE)) as manuscript:
                refuse_missing_media(manuscript)
                self._write_and_publish(manuscript)
        except BundleProblem as error:
            raise CommandError(f"The demo exhibit is damaged. {error}") from error
        self._warm()
        self.stdout.write(self.style.SUCCESS("The demo exhibit is published."))

    @transaction.atomic
    def _write_and_publish(self, manuscript) -> None:
        home = MuseumHomePage.objects.filter(locale__language_code="en").get()
        outcome = write_drafts(
            manuscript, manuscript.outlines, home=home, on_saved=self._say("Writing")
        )
        self._name_the_museum(manuscript.settings)
        exhibits = [outcome.exhibit, *outcome.exhibit.get_translations()]
        total, done, say = outcome.written, 0, self._say("Publishing")
        for exhibit in exhibits:
            for page in publish_exhibit(exhibit):
                done += 1
                say(done, total, page.title)

    @staticmethod
    def _name_the_museum(told) -> None:
        """Give the museum's homes the demo's name, unless somebody has named them already."""
        names = {tag.lower(): name for tag, name in told["museum"]["name"].items()}
        about = {tag.lower(): text for tag, text in told["museum"]["about"].items()}
        for home in MuseumHomePage.objects.select_related("locale"):
            home.title = home.draft_title = names[home.locale.language_code]
            home.introduction = f"<p>{about[home.locale.language_code]}</p>"
            home.save_revision().publish()
        site = Site.objects.get(is_default_site=True)
        museum = MuseumSettings.for_site(site)
        museum.default_theme = Theme.objects.filter(slug=told["theme"]).first()
        museum.save()

    def _warm(self) -> None:
        """Make the files of every picture, two at a time: Pillow lets go of Python as it works."""
        images = list(ExhibitImage.objects.order_by("pk"))
        say = self._say("Making pictures")
        with ThreadPoolExecutor(max_workers=2) as pool:
            for done, title in enumerate(pool.map(_warm_one, images), start=1):
                say(done, len(images), title)

    def _say(self, what: str):
        def say(done: int, total: int, title: str) -> None:
            # One line that counts up on a terminal; every tenth where it is kept in a file.
            if self.stdout.isatty():
                self.stdout.write(f"\r\033[K{what} {done} of {total}: {title[:50]}", ending="")
                if done == total:
                    self.stdout.write("")
            elif done % 10 == 0 or done == total:
                self.stdout.write(f"{what} {done} of {total}")

        return say


def _warm_one(image: ExhibitImage) -> str:
    try:
        warm(image)
    finally:
        connection.close()
    return image.title
