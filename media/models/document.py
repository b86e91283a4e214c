"""Files for download: a lesson sheet, a printed guide."""

from wagtail.documents.models import AbstractDocument, Document

from media.fields import ChecksItsFile, DocumentField


class ExhibitDocument(ChecksItsFile, AbstractDocument):
    file = DocumentField("file", upload_to="documents")

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
        verbose_name_plural = "documents"

    def save(self, *args, **kwargs) -> None:
        # Without a hash the document would be served with an empty ETag, the same for every one.
        if self.file and not self.file_hash:
            self._set_document_file_metadata()
        super().save(*args, **kwargs)
