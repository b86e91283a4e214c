"""Sound and film, with the words that make them accessible."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtailmedia.models import AbstractMedia

from media.captions import CaptionError, check_captions
from media.fields import ChecksItsFile, RecordingField
from media.models.credited import Credited


def language_choices() -> list[tuple[str, str]]:
    return list(settings.LANGUAGES)


class Recording(ChecksItsFile, Credited, AbstractMedia):
    """An audio or video file of the museum."""

    file = RecordingField("file", upload_to="media")
    alt = models.CharField(
        "in one line",
        max_length=255,
        blank=True,
        help_text="What is heard or seen, e.g. “Lorries climb to the tunnel in low gear”.",
    )
    has_speech = models.BooleanField(
        default=True, help_text="Untick when nobody speaks: a transcript of sounds is then enough."
    )
    poster = models.ForeignKey(
        "media.ExhibitImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="The still shown before a film starts.",
    )

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "duration",
        "alt",
        "has_speech",
        "poster",
        "caption",
        "credit",
        "creator",
        "date_text",
        "rights",
        "rights_holder",
        "source",
        "source_url",
        "tags",
    )

    class Meta(AbstractMedia.Meta):
        verbose_name = "recording"
        verbose_name_plural = "recordings"


class RecordingText(models.Model):
    """The captions and transcript of a recording in one language."""

    recording = models.ForeignKey(Recording, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(max_length=20, choices=language_choices)
    captions = models.TextField(
        blank=True,
        help_text="WebVTT, beginning with the line WEBVTT, e.g. “00:01.000 --> 00:04.000” and the "
        "words below it.",
    )
    transcript = models.TextField(
        blank=True,
        help_text="All that is said, and the sounds that matter, e.g. “[Wind. Engines come near.]”",
    )

    panels = [
        FieldPanel("recording"),
        FieldPanel("language"),
        FieldPanel("captions"),
        FieldPanel("transcript"),
    ]

    class Meta:
        verbose_name = "captions and transcript"
        verbose_name_plural = "captions and transcripts"
        constraints = [
            models.UniqueConstraint(fields=("recording", "language"), name="one_text_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.recording} ({self.get_language_display()})"

    def clean(self) -> None:
        super().clean()
        if self.captions:
            try:
                check_captions(self.captions)
            except CaptionError as error:
                raise ValidationError({"captions": str(error)}) from error
        elif not self.transcript:
            raise ValidationError(
                "Give captions, a transcript, or both: one of them must be there."
            )
