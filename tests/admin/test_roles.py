"""Who may do what at the curators' desk."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page, Workflow

from cms.roles.roles import ROLES
from cms.roles.setting_up import ensure_roles
from tests import factories

pytestmark = pytest.mark.django_db

CURATOR, EDITOR, REGISTRAR, ATTENDANT = (role.name for role in ROLES)


@pytest.fixture(autouse=True)
def roles():
    ensure_roles()


@pytest.fixture
def exhibit():
    return factories.make_exhibit()


def addresses(exhibit) -> dict[str, str]:
    home = factories.home()
    return {
        "dashboard": reverse("wagtailadmin_home"),
        "explore": reverse("wagtailadmin_explore", args=[exhibit.pk]),
        "edit exhibit": reverse("wagtailadmin_pages:edit", args=[exhibit.pk]),
        "new exhibit": reverse("wagtailadmin_pages:add", args=["exhibit", "exhibitpage", home.pk]),
        "images": reverse("wagtailimages:index"),
        "recordings": reverse("wagtailmedia:index"),
        "captions": reverse("wagtailsnippets_media_recordingtext:list"),
        "sources": reverse("wagtailsnippets_exhibit_source:list"),
        "moments": reverse("wagtailsnippets_exhibit_moment:list"),
        "themes": reverse("wagtailsnippets_exhibit_theme:list"),
        "kiosk screens": reverse("kiosk_screens"),
        "people who sign in": reverse("wagtailusers_users:index"),
    }


ALLOWED = {
    CURATOR: {
        "dashboard",
        "explore",
        "edit exhibit",
        "new exhibit",
        "images",
        "recordings",
        "captions",
        "sources",
        "moments",
        "themes",
        "kiosk screens",
    },
    EDITOR: {
        "dashboard",
        "explore",
        "edit exhibit",
        "new exhibit",
        "images",
        "recordings",
        "sources",
        "moments",
        "kiosk screens",
    },
    REGISTRAR: {"dashboard", "images", "recordings", "captions", "sources"},
    ATTENDANT: {"dashboard", "kiosk screens"},
}


@pytest.mark.parametrize("role", ALLOWED)
def test_a_role_reaches_its_own_pages_and_no_others(client, exhibit, role):
    factories.sign_in(client, factories.make_user(role))

    reached = {
        name
        for name, address in addresses(exhibit).items()
        if client.get(address).status_code == 200
    }

    assert reached == ALLOWED[role]


def test_an_editor_cannot_publish(client, exhibit):
    editor = factories.make_user(EDITOR)
    curator = factories.make_user(CURATOR)

    assert not exhibit.permissions_for_user(editor).can_publish()
    assert exhibit.permissions_for_user(curator).can_publish()


def test_a_page_submitted_by_an_editor_passes_the_registrar_and_then_the_curator(exhibit):
    chapter = factories.make_chapter(exhibit, live=False)
    chapter.save_revision()
    workflow = chapter.get_workflow()

    state = workflow.start(chapter, factories.make_user(EDITOR))
    first = state.current_task_state
    assert list(first.task.specific.groups.values_list("name", flat=True)) == [REGISTRAR]

    first.approve(user=factories.make_user(REGISTRAR))
    state.refresh_from_db()
    second = state.current_task_state
    assert list(second.task.specific.groups.values_list("name", flat=True)) == [CURATOR]

    second.approve(user=factories.make_user(CURATOR))
    assert Page.objects.get(pk=chapter.pk).live


def test_setting_up_again_keeps_what_the_museum_changed():
    editors = Group.objects.get(name=EDITOR)
    GroupPagePermission.objects.filter(group=editors).delete()

    assert ensure_roles() == []
    assert not GroupPagePermission.objects.filter(group=editors).exists()


def test_a_reset_gives_back_what_a_role_began_with():
    editors = Group.objects.get(name=EDITOR)
    GroupPagePermission.objects.filter(group=editors).delete()

    ensure_roles(reset=True)

    assert GroupPagePermission.objects.filter(group=editors).count() == 2


def test_stock_groups_and_workflow_do_not_stand_beside_ours():
    assert not Group.objects.filter(name="Moderators").exists()
    assert list(Workflow.objects.active().values_list("name", flat=True)) == ["Two-step review"]
