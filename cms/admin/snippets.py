"""Lists and forms for the facts that chapters share, for themes, and for words of recordings."""

from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from cms.admin import choosers
from exhibit.models import Moment, Person, Place, Route, Source, Term, Theme
from media.models import RecordingText


class SourceViewSet(SnippetViewSet):
    model = Source
    chooser_viewset_class = choosers.SourceChooser
    icon = "openquote"
    list_display = ["__str__", "title", "kind", "key"]
    list_filter = ["kind"]
    ordering = ["key"]


class PersonViewSet(SnippetViewSet):
    model = Person
    chooser_viewset_class = choosers.PersonChooser
    icon = "user"
    list_display = ["name", "role", "dates"]
    ordering = ["name"]


class PlaceViewSet(SnippetViewSet):
    model = Place
    chooser_viewset_class = choosers.PlaceChooser
    icon = "site"
    list_display = ["name", "latitude", "longitude", "on_map"]
    ordering = ["name"]


class RouteViewSet(SnippetViewSet):
    model = Route
    icon = "arrows-up-down"
    ordering = ["name"]


class MomentViewSet(SnippetViewSet):
    model = Moment
    chooser_viewset_class = choosers.MomentChooser
    icon = "date"
    list_display = ["title", "date_text", "date"]
    ordering = ["earliest"]


class TermViewSet(SnippetViewSet):
    model = Term
    chooser_viewset_class = choosers.TermChooser
    icon = "doc-full"
    list_display = ["term", "definition"]
    ordering = ["term"]


class FactsGroup(SnippetViewSetGroup):
    menu_label = "Facts"
    menu_icon = "list-ul"
    menu_order = 250
    items = (
        SourceViewSet,
        PersonViewSet,
        PlaceViewSet,
        RouteViewSet,
        MomentViewSet,
        TermViewSet,
    )


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "view"
    menu_label = "Themes"
    menu_order = 260
    add_to_admin_menu = True
    list_display = ["name", "first_scheme", "pairing", "density"]


class RecordingTextViewSet(SnippetViewSet):
    model = RecordingText
    icon = "openquote"
    menu_label = "Captions"
    menu_order = 340
    add_to_admin_menu = True
    list_display = ["recording", "get_language_display"]
    list_filter = ["language"]
    search_backend_name = None
    search_fields = ["transcript", "captions", "recording__title"]
