from django.db import models


class Passage(models.Model):
    """A piece of published text that search can find, with the address of its place.

    ``folded`` is the text as search compares it (see ``exhibit.search.folding``).
    """

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="passages")
    exhibit = models.ForeignKey(
        "exhibit.ExhibitPage", on_delete=models.CASCADE, null=True, related_name="+"
    )
    language = models.CharField(max_length=20, db_index=True)
    kind = models.CharField(max_length=20)
    anchor = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=255)
    text = models.TextField()
    folded_title = models.CharField(max_length=255)
    folded = models.TextField()
    order = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "passage"
        verbose_name_plural = "passages"
        ordering = ["page_id", "order"]

    def __str__(self) -> str:
        return f"{self.title}: {self.text[:60]}"
