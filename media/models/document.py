"""Files for download: a lesson sheet, a printed guide."""

from wagtail.documents.models import AbstractDocument, Document


class ExhibitDocument(AbstractDocument):
    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
        verbose_name_plural = "documents"
