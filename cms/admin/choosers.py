"""Choosers of facts in which a missing one can be written down on the spot."""

from django import forms
from wagtail.models import Locale
from wagtail.snippets.views.chooser import SnippetChooserViewSet

from exhibit.models import Moment, Person, Place, Source, Term


class ShortForm(forms.ModelForm):
    """The few fields that cannot be done without. The rest can follow on the fact's own page."""

    # The page behind the dialog has a title, too.
    prefix = "new"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs["rows"] = 2


class FactForm(ShortForm):
    locale = forms.ModelChoiceField(
        Locale.objects.all(),
        label="Language",
        help_text="The language this is written in, e.g. English.",
        empty_label=None,
        initial=Locale.get_default,
    )

    def clean(self):
        cleaned = super().clean()
        if "locale" in cleaned:
            self.instance.locale = cleaned["locale"]
        return cleaned


def _form(of: type, *names: str, base: type[ShortForm] = FactForm) -> type[ShortForm]:
    return forms.modelform_factory(of, form=base, fields=names)


class SourceChooser(SnippetChooserViewSet):
    creation_form_class = _form(
        Source,
        "kind",
        "authors",
        "title",
        "container",
        "publisher",
        "place",
        "year",
        "url",
        base=ShortForm,
    )
    creation_tab_label = "New source"
    create_action_label = "Add this source"


class PersonChooser(SnippetChooserViewSet):
    creation_form_class = _form(Person, "name", "dates", "role")
    creation_tab_label = "New person"
    create_action_label = "Add this person"


class PlaceChooser(SnippetChooserViewSet):
    creation_form_class = _form(Place, "name", "latitude", "longitude", "text", "on_map")
    creation_tab_label = "New place"
    create_action_label = "Add this place"


class MomentChooser(SnippetChooserViewSet):
    creation_form_class = _form(Moment, "date", "date_text", "title", "text")
    creation_tab_label = "New moment"
    create_action_label = "Add this moment"


class TermChooser(SnippetChooserViewSet):
    creation_form_class = _form(Term, "term", "definition")
    creation_tab_label = "New term"
    create_action_label = "Add this term"
