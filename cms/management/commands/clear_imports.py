"""Forget manuscripts that were handed in and never accepted."""

from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from cms.importer.models import PendingImport
from cms.importer.pending import discard


class Command(BaseCommand):
    help = (
        "Discard manuscripts that were handed in, never accepted, and not touched for so many "
        "days. Exhibits and drafts stay as they are."
    )

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=90, help="90 if not given.")
        parser.add_argument("--dry-run", action="store_true", help="Name them, discard none.")

    def handle(self, *, days, dry_run, **options):
        if days < 1:
            raise CommandError(
                f"--days {days} would discard what is being worked on; use 1 or more."
            )
        before = timezone.now() - timedelta(days=days)
        old = PendingImport.objects.filter(accepted_at=None, updated_at__lt=before)
        for pending in old:
            self.stdout.write(f"{pending.name}, last touched {pending.updated_at:%d %B %Y}")
            if not dry_run:
                discard(pending)
        verdict = "Would be discarded" if dry_run else "Discarded"
        self.stdout.write(self.style.SUCCESS(f"{verdict}: {len(old)}."))
