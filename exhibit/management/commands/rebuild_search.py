"""Make the passages that search looks through anew, from what is published."""

from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Page

from exhibit.models import Passage
from exhibit.reading import public_pages
from exhibit.search import passages


class Command(BaseCommand):
    help = "Make the visitors' search anew from what is published."

    @transaction.atomic
    def handle(self, *, verbosity, **options):
        Passage.objects.all().delete()
        pages = public_pages(Page.objects.all()).specific()
        count = sum(passages.keep(page) for page in pages.iterator(chunk_size=100))
        self.stdout.write(self.style.SUCCESS(f"{count} passages can be found."))
