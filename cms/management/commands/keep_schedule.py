"""Publish and unpublish what is scheduled, every minute, until told to stop."""

import time

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections

EVERY_SECONDS = 60


class Command(BaseCommand):
    help = "Publish and unpublish scheduled pages every minute. `make run` keeps this running."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Look once and end.")

    def handle(self, *, once, verbosity, **options):
        while True:
            close_old_connections()
            call_command("publish_scheduled", verbosity=verbosity, stdout=self.stdout)
            if once:
                return
            time.sleep(EVERY_SECONDS)
