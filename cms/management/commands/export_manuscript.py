"""Write an exhibit as a bundle: manuscripts, data and media that any Enfilade can import."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import filesizeformat

from cms.exporter.exhibit import NothingToExport, export_exhibit
from cms.exporter.files import CannotWrite, write_bundle
from cms.exporter.importable import importing_remarks
from exhibit.models import ExhibitPage


class Command(BaseCommand):
    help = (
        "Export an exhibit in all its languages as a bundle: a folder, or a .zip. "
        "Takes the latest drafts unless told otherwise."
    )

    def add_arguments(self, parser):
        parser.add_argument("exhibit", metavar="EXHIBIT", help="The exhibit's slug.")
        parser.add_argument(
            "path", help="A folder that is not there yet or empty, or a file ending in .zip."
        )
        which = parser.add_mutually_exclusive_group()
        which.add_argument(
            "--drafts",
            dest="which",
            action="store_const",
            const="drafts",
            help="The latest drafts of all pages, published or not. This is the default.",
        )
        which.add_argument(
            "--published",
            dest="which",
            action="store_const",
            const="published",
            help="Only what visitors see.",
        )
        parser.set_defaults(which="drafts")

    def handle(self, *, exhibit, path, which, **options):
        try:
            bundle = export_exhibit(self._exhibit(exhibit), which)
            write_bundle(bundle, Path(path))
        except (NothingToExport, CannotWrite) as error:
            raise CommandError(f"Nothing exported. {error}") from error
        for remark in (*bundle.remarks, *importing_remarks(bundle)):
            self.stderr.write(self.style.WARNING(remark))
        taken = "the latest drafts" if which == "drafts" else "what visitors see"
        size = filesizeformat(bundle.media_bytes).replace("\xa0", " ")
        self.stdout.write(
            self.style.SUCCESS(
                f"{path}: {bundle.pages} pages in {', '.join(bundle.languages)} ({taken}), "
                f"{len(bundle.media)} pictures and recordings ({size}). "
                f"Import it with “import_manuscript {path}”."
            )
        )

    @staticmethod
    def _exhibit(slug: str) -> ExhibitPage:
        exhibit = ExhibitPage.objects.filter(slug=slug).order_by("path").first()
        if exhibit is None:
            known = ", ".join(dict.fromkeys(ExhibitPage.objects.values_list("slug", flat=True)))
            raise CommandError(
                f"Nothing exported. No exhibit is called “{slug}”. "
                f"There are: {known or 'none yet'}."
            )
        return exhibit
