"""The curators' desk: dashboard, help, previews, kiosk addresses."""

import re

import pytest
from django.urls import reverse
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import BaseBlock, StreamBlock, StructBlock

from cms.roles.setting_up import ensure_roles
from exhibit import models
from exhibit.blocks import BodyBlock
from tests import factories

pytestmark = pytest.mark.django_db

VISITOR_PAGES = (
    models.MuseumHomePage,
    models.ExhibitPage,
    models.ChapterPage,
    models.FaqPage,
    models.SourcesPage,
    models.FurtherReadingPage,
    models.PlainPage,
)
# A page's own title has the help that its panel gives it; these come from Wagtail.
FROM_WAGTAIL = {
    "slug",
    "seo_title",
    "search_description",
    "show_in_menus",
    "go_live_at",
    "expire_at",
}


@pytest.fixture
def curator(client):
    ensure_roles()
    user = factories.make_user("Curators")
    factories.sign_in(client, user)
    return user


def test_the_dashboard_begins_with_the_curators_exhibits(client, curator):
    exhibit = factories.make_exhibit(title="The Road Out")
    factories.make_chapter(exhibit, live=False, has_unpublished_changes=True)

    page = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "Your exhibits" in page
    assert "The Road Out" in page
    assert "1 to be published" in page
    assert reverse("kiosk:start", args=[exhibit.slug, "en"]) in page


def test_the_kiosk_page_gives_each_language_its_address_and_code(client, curator):
    exhibit = factories.make_exhibit()
    factories.make_translation(exhibit, "ru")

    page = client.get(reverse("kiosk_screens")).content.decode()

    assert f"http://testserver/kiosk/{exhibit.slug}/en/" in page
    assert f"http://testserver/kiosk/{exhibit.slug}/ru/" in page
    assert page.count("<svg") >= 2


def test_a_draft_exhibit_has_no_kiosk_address(client, curator):
    exhibit = factories.make_exhibit(live=False)

    assert exhibit.slug not in client.get(reverse("kiosk_screens")).content.decode()


@pytest.mark.parametrize("mode", ["", "kiosk"])
def test_an_unsaved_draft_can_be_previewed_on_both_surfaces(client, curator, mode):
    exhibit = factories.make_exhibit(live=False)
    chapter = factories.make_chapter(exhibit, live=False, title="Saved title")
    chapter.save_revision()
    edit = reverse("wagtailadmin_pages:edit", args=[chapter.pk])
    form = client.get(edit).context["form"]
    data = _posted(form) | {"title": "Typed just now", "body-count": "0"}
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[chapter.pk])

    assert client.post(address, data).json()["is_valid"]
    answer = client.get(address, {"mode": mode})

    assert answer.status_code == 200
    assert "Typed just now" in answer.content.decode()


@pytest.mark.parametrize(
    ("model", "mode"),
    [(model, "") for model in VISITOR_PAGES]
    + [(model, "kiosk") for model in VISITOR_PAGES if model.kiosk_template],
)
def test_every_page_type_can_be_previewed_empty(model, mode):
    exhibit = factories.make_exhibit(live=False)
    if model is models.MuseumHomePage:
        page = factories.home()
    else:
        parent = factories.home() if model is models.ExhibitPage else exhibit
        page = parent.add_child(instance=model(title="Empty", slug="empty", locale=parent.locale))

    answer = page.make_preview_request(preview_mode=mode)

    assert answer.status_code == 200


def _help_of(block: BaseBlock, name: str):
    """Yield (path, help text) of every field a curator fills in below a block."""
    if isinstance(block, StreamBlock | StructBlock):
        for child_name, child in block.child_blocks.items():
            if isinstance(child, StructBlock) and isinstance(block, StreamBlock):
                yield f"{name}.{child_name}", getattr(child.meta, "description", "")
            elif not isinstance(child, StructBlock):
                yield (
                    f"{name}.{child_name}",
                    getattr(child.field, "help_text", "")
                    if hasattr(child, "field")
                    else child.meta.help_text,
                )
            yield from _help_of(child, f"{name}.{child_name}")


def test_every_field_of_every_block_has_help():
    missing = [path for path, text in _help_of(BodyBlock(), "body") if not text]

    assert missing == []


def _fields(panels):
    for panel in panels:
        if isinstance(panel, FieldPanel):
            yield panel
        yield from _fields(getattr(panel, "children", []))


@pytest.mark.parametrize("model", VISITOR_PAGES)
def test_every_field_of_every_page_has_help(model):
    missing = [
        panel.field_name
        for panel in _fields(model.content_panels)
        if panel.field_name not in FROM_WAGTAIL
        and not (panel.help_text or model._meta.get_field(panel.field_name).help_text)
    ]

    assert missing == []


@pytest.mark.parametrize(
    "model",
    [
        models.Source,
        models.Person,
        models.Place,
        models.Route,
        models.Moment,
        models.Term,
        models.Theme,
    ],
)
def test_every_field_of_every_fact_has_help(model):
    missing = [
        field.name
        for field in model._meta.get_fields()
        if getattr(field, "editable", False)
        and not field.auto_created
        and field.name not in {"locale", "translation_key"}
        and not field.help_text
    ]

    assert missing == []


@pytest.mark.parametrize("name", BodyBlock().child_blocks)
def test_every_block_has_a_preview_an_icon_and_a_readable_label(client, curator, name):
    block = BodyBlock().child_blocks[name]

    assert block.is_previewable
    assert block.meta.icon != "placeholder"
    assert getattr(block.meta, "label_format", "")


def _posted(form) -> dict[str, str]:
    """Return what a browser would post of a bound form and its formsets, unchanged."""
    data = {
        name: value
        for name, value in ((field.html_name, field.value()) for field in form)
        if isinstance(value, str | int) and not isinstance(value, bool)
    }
    for formset in form.formsets.values():
        for field in formset.management_form:
            data[field.html_name] = str(field.value() or 0)
    return {name: str(value) for name, value in data.items() if not re.search(r"comments-\d", name)}


@pytest.mark.parametrize(("kind", "has_still"), [("audio", False), ("video", True)])
def test_a_films_still_is_chosen_like_any_picture_and_a_sound_has_none(
    client, curator, kind, has_still
):
    page = client.get(reverse("wagtailmedia:add", args=[kind])).content.decode()

    assert ("poster-chooser" in page) is has_still
    assert 'name="caption"' in page
    assert 'name="has_speech"' in page


def test_the_guide_and_its_pictures_are_at_the_desk(client, curator):
    page = client.get(reverse("curators_guide")).content.decode()

    pictures = re.findall(r'<img src="([^"]+)"', page)
    assert "A new exhibit in five minutes" in page
    assert pictures
    assert {client.get(picture).status_code for picture in pictures} == {200}


def test_no_other_file_is_served_as_a_picture_of_the_guide(client, curator):
    answer = client.get(reverse("guide_picture", args=["..%2Fcurators.md"]))

    assert answer.status_code == 404


def test_help_leads_to_no_other_host(client, curator):
    page = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "wagtail.org" not in page
    assert "- Enfilade</title>" in page


def test_a_reviewer_is_told_that_nothing_waits(client, curator):
    assert (
        "Nothing waits for your review."
        in client.get(reverse("wagtailadmin_home")).content.decode()
    )


def test_what_an_editor_submitted_waits_on_the_reviewers_dashboard(client, curator):
    chapter = factories.make_chapter(factories.make_exhibit(), live=False, title="Reed boats")
    chapter.save_revision()
    chapter.get_workflow().start(chapter, factories.make_user("Editors"))
    factories.sign_in(client, factories.make_user("Registrars"))

    page = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "Reed boats" in page
    assert "Nothing waits" not in page
    edit = reverse("wagtailadmin_pages:edit", args=[chapter.pk])
    assert client.get(edit).status_code == 200


def test_the_dashboard_says_what_colleagues_edited_last(client, curator):
    exhibit = factories.make_exhibit(title="The Road Out")
    colleague = factories.make_user("Editors", first_name="Anna", last_name="Petrova")
    factories.make_chapter(exhibit, title="Reed boats").save_revision(user=colleague)

    page = client.get(reverse("wagtailadmin_home")).content.decode()

    assert page.index("What was edited last") < page.index("Anna Petrova")


def test_the_dashboard_names_pictures_without_credit(client, curator):
    factories.make_image(title="Ferry", credit="")

    page = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "1 picture lacks something" in page
    assert "Ferry" in page


def test_an_attendants_dashboard_leads_to_the_screens(client, curator):
    factories.sign_in(client, factories.make_user("Kiosk attendants"))

    page = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "See the kiosk screens" in page
    assert "Your exhibits" not in page
