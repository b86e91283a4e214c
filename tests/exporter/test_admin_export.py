"""Taking an exhibit out from its desk."""

import io
import zipfile

import pytest
from django.urls import reverse
from wagtail.models import Locale

from cms.exporter.exhibit import export_exhibit
from cms.roles.setting_up import ensure_roles
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def exhibit(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"
    made = factories.make_exhibit(
        slug="ferry", title="The Ferry", lead_image=factories.make_image()
    )
    factories.make_chapter(made, title="Reed boats", text="They float.")
    draft = factories.make_chapter(made, title="Iron boats", live=False)
    draft.save_revision()
    return made


@pytest.fixture
def sign_in(client):
    ensure_roles()

    def sign_in(*groups):
        user = factories.make_user(*groups)
        factories.sign_in(client, user)
        return user

    return sign_in


def page(exhibit):
    return reverse("export_exhibit", args=[exhibit.pk])


def zip_of(client, exhibit, **which):
    response = client.get(reverse("export_exhibit_bundle", args=[exhibit.pk]), which)
    assert response.status_code == 200
    return response, zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))


def test_a_curator_downloads_the_drafts_as_a_zip(client, exhibit, sign_in):
    sign_in("Curators")

    response, archive = zip_of(client, exhibit)

    assert response.headers["Content-Disposition"] == 'attachment; filename="ferry.zip"'
    assert "no-store" in response.headers["Cache-Control"]
    manuscript = archive.read("ferry/manuscript.md").decode()
    assert "## 1. Reed boats" in manuscript
    assert "## 2. Iron boats" in manuscript
    assert any(name.startswith("ferry/images/") for name in archive.namelist())


def test_only_what_visitors_see_can_be_asked_for(client, exhibit, sign_in):
    sign_in("Curators")

    _response, archive = zip_of(client, exhibit, which="published")

    assert "Iron boats" not in archive.read("ferry/manuscript.md").decode()


def test_the_page_says_what_the_zip_holds(client, exhibit, sign_in):
    sign_in("Curators")

    shown = client.get(page(exhibit)).content.decode()

    assert "Export as a bundle" in shown
    assert "in these languages: English" in shown
    assert reverse("export_exhibit_bundle", args=[exhibit.pk]) in shown


def test_an_unpublished_exhibit_is_answered_with_a_way_out(client, exhibit, sign_in):
    sign_in("Curators")
    exhibit.unpublish()

    address = reverse("export_exhibit_bundle", args=[exhibit.pk])
    response = client.get(address, {"which": "published"}, follow=True)

    assert response.redirect_chain == [(page(exhibit), 302)]
    assert "Visitors cannot see “The Ferry” yet" in response.content.decode()


@pytest.mark.parametrize("group", ["Curators", "Editors"])
def test_the_desk_and_every_page_lead_there(client, exhibit, sign_in, group):
    sign_in(group)
    chapter = exhibit.get_children().first()

    desk = client.get(reverse("exhibit_desk", args=[exhibit.pk])).content.decode()
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[chapter.pk])).content.decode()

    assert page(exhibit) in desk
    assert page(exhibit) in edit


@pytest.mark.parametrize("group", ["Registrars", "Kiosk attendants"])
@pytest.mark.parametrize("name", ["export_exhibit", "export_exhibit_bundle"])
def test_who_may_not_edit_the_exhibit_takes_nothing_out(client, exhibit, sign_in, group, name):
    sign_in(group)

    response = client.get(reverse(name, args=[exhibit.pk]))

    assert response.status_code in {302, 403}
    assert not response.streaming


def test_a_stranger_is_asked_to_sign_in(client, exhibit):
    response = client.get(reverse("export_exhibit_bundle", args=[exhibit.pk]))

    assert response.status_code == 302
    assert "/login/" in response.url


def test_a_language_that_the_curator_may_not_edit_stays_behind(exhibit):
    russian = factories.make_translation(exhibit, "ru", title="Паром")
    assert russian.locale == Locale.objects.get(language_code="ru")

    bundle = export_exhibit(exhibit, may_read=lambda each: each.pk == exhibit.pk)

    assert bundle.languages == ("en",)
    assert list(bundle.remarks) == ["The exhibit in Русский is left out: you may not edit it."]
    assert "Паром" not in "".join(bundle.texts.values())


def test_downloading_changes_nothing(client, exhibit, sign_in):
    sign_in("Curators")
    address = reverse("export_exhibit_bundle", args=[exhibit.pk])

    assert client.post(address).status_code == 405
    assert client.post(page(exhibit)).status_code == 405
