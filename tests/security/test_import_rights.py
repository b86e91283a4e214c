"""An import writes and shows nothing that its curator may not write, whatever the form says."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page, Revision

from cms.importer.accepting import accept
from cms.importer.facts import BundleProblem
from cms.importer.models import PendingImport
from exhibit.models import ChapterPage, ExhibitPage
from tests import factories
from tests.admin.manuscript_hands import file, hand_in, press, review_url, words
from tests.importer.handing_in import handed_in, upload, zipped

pytestmark = pytest.mark.django_db

ENGLISH = "# The Road Out\n\n## 1. The bridge\nThey crossed.\n"
RUSSIAN = "# Дорога\n\n## 1. Мост\nОни перешли.\n"
REFUSED = "You may not write into this exhibit in this language: "


@pytest.fixture(autouse=True)
def imports(settings, tmp_path):
    settings.IMPORTS_ROOT = tmp_path / "imports"


@pytest.fixture
def exhibit(db):
    return factories.make_exhibit(title="The Road Out")


@pytest.fixture
def limited(client, exhibit):
    """Somebody who may edit one exhibit, in one language, and nothing else."""
    group = Group.objects.create(name="The road alone")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for name in ("add_page", "change_page"):
        permission = Permission.objects.get(codename=name, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=exhibit, permission=permission)
    user = factories.make_user(username="limited")
    user.groups.add(group)
    factories.sign_in(client, user)
    return user


def both_languages():
    return zipped({"manuscript.md": ENGLISH, "manuscript.ru.md": RUSSIAN})


def waiting(client, *files, **fields) -> PendingImport:
    answer = hand_in(client, *files, **fields)
    assert answer.status_code == 302, words(answer)
    return PendingImport.objects.get()


def test_a_bundle_writes_into_no_translation_that_is_not_its_curators(client, exhibit, limited):
    russian = factories.make_translation(exhibit, "ru", title="Дорога")
    pending = waiting(client, both_languages(), into=exhibit.pk)

    answer = press(client, pending, "accept")

    assert REFUSED in words(answer)
    assert not Page.objects.child_of(exhibit).exists()
    assert not Page.objects.child_of(russian).exists()
    assert PendingImport.objects.get().is_waiting


def test_a_bundle_makes_no_translation_where_its_curator_adds_no_pages(client, exhibit, limited):
    pending = waiting(client, both_languages(), into=exhibit.pk)

    assert REFUSED in words(press(client, pending, "accept"))
    assert list(ExhibitPage.objects.all()) == [exhibit]


@pytest.mark.parametrize("screen", ["manuscript_review", "manuscript_compare"])
def test_a_review_shows_no_draft_of_a_translation_that_is_not_its_curators(
    client, exhibit, limited, screen
):
    russian = factories.make_translation(exhibit, "ru", title="Дорога")
    chapter = factories.make_chapter(russian, title="Мост", text="Тайный черновик.")
    pending = waiting(client, both_languages(), into=exhibit.pk)
    args = [pending.pk, chapter.pk] if screen == "manuscript_compare" else [pending.pk]

    answer = client.get(reverse(screen, args=args), {"language": "ru"}, follow=True)

    assert "Тайный" not in answer.content.decode()
    assert answer.status_code == 404 or REFUSED in words(answer)


def test_a_changed_form_leads_into_no_other_exhibit(client, exhibit, limited):
    other = factories.make_exhibit(title="The River")
    pending = waiting(client, file("road.md", ENGLISH), into=exhibit.pk)

    for wanted in (str(other.pk), "", "999999", "9" * 5000, "-1"):
        assert "You may not write into this exhibit" in words(
            press(client, pending, "save", into=wanted)
        )
        pending.refresh_from_db()
        assert pending.exhibit == exhibit


def test_rights_withdrawn_while_an_import_waits_hold(client, exhibit, limited):
    pending = waiting(client, file("road.md", ENGLISH), into=exhibit.pk)
    GroupPagePermission.objects.filter(group__user=limited).delete()

    answer = client.post(review_url(pending), {"version": pending.version, "order": "accept"})

    assert answer.status_code == 302
    assert PendingImport.objects.get().is_waiting
    assert not Page.objects.child_of(exhibit).exists()


def test_what_is_left_of_a_deleted_exhibits_import_is_not_its_curators(client, exhibit, limited):
    pending = waiting(client, file("road.md", ENGLISH), into=exhibit.pk)
    exhibit.delete()

    client.post(review_url(pending), {"version": pending.version, "order": "accept"})

    assert not ExhibitPage.objects.exists()


def test_a_locked_chapter_stays_as_it_is(exhibit):
    user = factories.make_user(username="keeper", is_superuser=True)
    first = handed_in(upload("road.md", ENGLISH), into=exhibit)
    accept(first, user=user, version=first.version)
    chapter = ChapterPage.objects.child_of(exhibit).get()
    other = factories.make_user(username="other", is_superuser=True)
    ChapterPage.objects.filter(pk=chapter.pk).update(locked=True, locked_by=other)
    pending = handed_in(
        upload("road.md", ENGLISH.replace("They crossed", "Few crossed")), into=exhibit
    )

    outcome = accept(pending, user=user, version=pending.version)

    assert [written.page.pk for written in outcome.kept] == [chapter.pk]
    assert Revision.objects.for_instance(chapter).count() == 1


@pytest.mark.parametrize(
    "order",
    ["up|x", "merge|x", "split|x|y", "before|x|y", "show|x", "|", "nonsense", "open|<script>"],
)
def test_an_order_about_nothing_that_is_there_does_nothing(client, exhibit, limited, order):
    pending = waiting(client, file("road.md", ENGLISH), into=exhibit.pk)

    assert press(client, pending, order).status_code == 200


@pytest.mark.parametrize("page", ["9" * 5000, "9" * 25, "²", "-1"])
def test_a_page_of_no_number_is_not_found(client, exhibit, limited, page):
    pending = waiting(client, file("road.md", ENGLISH), into=exhibit.pk)

    assert press(client, pending, f"compare|{page}").status_code == 404


@pytest.mark.parametrize("number", [10**30, 10**18])
@pytest.mark.parametrize("screen", ["export_exhibit", "export_exhibit_bundle"])
def test_an_exhibit_of_no_number_is_not_exported(client, limited, screen, number):
    assert client.get(reverse(screen, args=[number])).status_code == 404


def test_an_exhibit_of_no_number_is_said_at_the_field(client, limited):
    answer = hand_in(client, file("road.md", ENGLISH), into="9" * 30)

    assert "This exhibit is not there any more" in words(answer)


def test_files_of_texts_that_are_no_text_are_named():
    files = {
        "manuscript.md": ENGLISH,
        "exhibit.toml": "[[page]]\nslug = 'about'\ntitle = 'About'\nbody = 'about.txt'\n"
        "[manuscripts]\nen = 'manuscript.md'\n",
        "about.txt": b"\xff\xfe\xfa",
    }
    pending = handed_in(zipped(files))

    with pytest.raises(BundleProblem, match=r"about.txt is not UTF-8 text"):
        accept(pending, user=None, version=pending.version)
