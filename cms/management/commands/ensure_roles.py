"""Make the museum's roles and its review workflow."""

from django.core.management.base import BaseCommand

from cms.roles.setting_up import ensure_roles


class Command(BaseCommand):
    help = "Make the roles (curators, editors, registrars, attendants) and the review workflow."

    def add_arguments(self, parser):
        parser.add_argument(
            "--reset", action="store_true", help="Give every role back the rights it began with."
        )

    def handle(self, *, reset, verbosity, **options):
        made = ensure_roles(reset=reset)
        if verbosity:
            self.stdout.write(", ".join(made) + " made." if made else "Every role is there.")
