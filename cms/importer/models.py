"""What the importer remembers: manuscripts handed in and not yet accepted, and those that were."""

import uuid
from pathlib import Path

from django.conf import settings
from django.db import models


class PendingImport(models.Model):
    """A manuscript that was handed in, and what its curator has arranged so far.

    Its files lie in ``folder`` until it is accepted or discarded; the row of an accepted one is
    kept as history. ``plans`` holds one plan as JSON for each language tag, ``choices`` what is
    to become of pages that are there already.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField("what was handed in", max_length=255)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)
    language = models.CharField(
        max_length=35, blank=True, help_text="Of a manuscript in one language, if a curator said."
    )
    exhibit = models.ForeignKey(
        "exhibit.ExhibitPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The exhibit to write into; empty for a new one. Once accepted, the one written.",
    )
    plans = models.JSONField(default=dict)
    choices = models.JSONField(default=dict)
    before = models.JSONField(
        default=dict, help_text="One language’s plan before the last change to it, for undoing."
    )
    leave_out_missing = models.BooleanField(default=False)
    digest = models.CharField(max_length=64, help_text="Of all its files, names and contents.")
    version = models.PositiveIntegerField(
        default=1, help_text="Counts the changes, so that an older page cannot undo a newer one."
    )
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-created_at"]
        verbose_name = "manuscript import"
        verbose_name_plural = "manuscript imports"

    def __str__(self) -> str:
        return self.name

    @property
    def folder(self) -> Path:
        """Where its files lie: never served."""
        return Path(settings.IMPORTS_ROOT) / str(self.pk)

    @property
    def is_waiting(self) -> bool:
        return self.accepted_at is None


class ImportedPage(models.Model):
    """What an import wrote in a page, so that the next one can tell who changed it since.

    ``told`` holds a digest of what the manuscript said of each field, ``written`` of what the page
    then held (see ``comparing.canonical``). A page deleted by hand leaves its row without a page,
    and the next import says so.
    """

    exhibit = models.ForeignKey(
        "exhibit.ExhibitPage", on_delete=models.CASCADE, related_name="imported_pages"
    )
    page = models.OneToOneField(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="imported"
    )
    pending_import = models.ForeignKey(
        PendingImport, null=True, on_delete=models.SET_NULL, related_name="pages"
    )
    heading = models.CharField("heading in the manuscript", max_length=255)
    kind = models.CharField("what the manuscript has it as", max_length=20)
    told = models.JSONField(default=dict)
    written = models.JSONField(default=dict)
    imported_at = models.DateTimeField(auto_now=True)

    # Not a use that anybody should be asked about who deletes a page.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "imported page"
        verbose_name_plural = "imported pages"

    def __str__(self) -> str:
        return self.heading
