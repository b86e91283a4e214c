"""What a curator says when handing in a manuscript."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from cms.admin.manuscripts.rights import exhibits_to_write_into
from cms.importer.pending import may_import
from exhibit.models import ExhibitPage

# What the file dialog offers first. Whatever else is chosen is refused with a sentence, or is one
# of the pictures and recordings that the document names.
OFFERED = (
    ".docx,.html,.htm,.md,.markdown,.txt,.zip,"
    ".jpg,.jpeg,.png,.gif,.webp,.avif,.svg,.mp3,.m4a,.ogg,.wav,.mp4,.webm,.vtt"
)


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class SeveralFilesField(forms.FileField):
    """Files chosen together. Cleans to a list of them."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        chosen = data if isinstance(data, list | tuple) else [data]
        return [super(SeveralFilesField, self).clean(each, initial) for each in chosen or [None]]


class ExhibitChoice(forms.ModelChoiceField):
    def to_python(self, value: Any) -> ExhibitPage | None:
        try:
            return super().to_python(value)
        except OverflowError:  # a number past every column
            raise forms.ValidationError(
                self.error_messages["invalid_choice"], code="invalid_choice"
            ) from None

    def label_from_instance(self, exhibit: ExhibitPage) -> str:
        return _("A newer version of “%(exhibit)s” (%(language)s)") % {
            "exhibit": exhibit.get_admin_display_title(),
            "language": exhibit.locale.get_display_name(),
        }


class UploadForm(forms.Form):
    files = SeveralFilesField(
        label=_("The document and its pictures"),
        error_messages={
            "required": _("No document was chosen. Choose one, for example “The Road Out.docx”."),
            "empty": _("This file is empty: it holds not one letter. Choose another."),
            "max_length": _(
                "The name of this file is longer than %(max)d characters. Give it a shorter one."
            ),
        },
        max_length=200,
    )
    into = ExhibitChoice(
        label=_("What it becomes"),
        queryset=ExhibitPage.objects.none(),
        required=False,
        empty_label=_("A new exhibit"),
        help_text=_(
            "For a newer version of a document that was imported before, choose its exhibit. "
            "You will see what changed before anything is written."
        ),
        error_messages={
            "invalid_choice": _(
                "This exhibit is not there any more, or you may not add pages to it. "
                "Choose another."
            ),
            "required": _("Choose the exhibit whose document this is."),
        },
    )
    language = forms.ChoiceField(
        label=_("Its language"),
        required=False,
        help_text=_("It can be changed later, for example when a few Russian letters misled us."),
    )

    def __init__(self, *args: Any, user, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["files"].widget.attrs.update({"multiple": True, "accept": OFFERED})
        allowed = [exhibit.pk for exhibit in exhibits_to_write_into(user)]
        exhibits = ExhibitPage.objects.filter(pk__in=allowed).select_related("locale")
        self.fields["into"].queryset = exhibits.order_by("path")
        if not may_import(user):
            self.fields["into"].required = True
            self.fields["into"].empty_label = _("Choose an exhibit")
        self.fields["language"].choices = [("", _("As the document says")), *settings.LANGUAGES]
