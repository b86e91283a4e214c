"""What a curator meets who makes a page or a fact."""

import pytest
from django.urls import reverse
from wagtail.admin.rich_text import get_rich_text_editor_widget
from wagtail.models import Locale, Page

from cms.roles.setting_up import ensure_roles
from exhibit.models import FaqPage, Person, Source, SourcesPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client):
    ensure_roles()
    factories.sign_in(client, factories.make_user("Curators"))


@pytest.fixture
def exhibit():
    return factories.make_exhibit()


def add_url(exhibit, model) -> str:
    return reverse("wagtailadmin_pages:add", args=["exhibit", model, exhibit.pk])


def chapter_form(**fields) -> dict[str, str]:
    counts = {
        f"{prefix}-{name}": "0"
        for prefix in ("moments", "places", "people", "terms", "comments")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    }
    return counts | {"kind": "numbered", "body-count": "0"} | fields


@pytest.mark.parametrize(
    ("model", "title", "slug"),
    [
        (FaqPage, "Questions and answers", "questions-and-answers"),
        (SourcesPage, "Sources", "sources"),
    ],
)
def test_a_page_that_every_exhibit_has_begins_with_its_usual_title(
    client, curator, exhibit, model, title, slug
):
    form = client.get(add_url(exhibit, model._meta.model_name)).context["form"]

    assert form["title"].value() == title
    assert form["slug"].value() == slug


def test_two_chapters_of_one_title_get_two_addresses(client, curator, exhibit):
    factories.make_chapter(exhibit, title="The bridge", slug="the-bridge")

    client.post(
        add_url(exhibit, "chapterpage"), chapter_form(title="The bridge", slug="the-bridge")
    )

    slugs = Page.objects.child_of(exhibit).values_list("slug", flat=True)
    assert set(slugs) == {"the-bridge", "the-bridge-2"}


def test_an_address_that_was_typed_and_is_taken_is_refused(client, curator, exhibit):
    factories.make_chapter(exhibit, title="The bridge", slug="the-bridge")

    answer = client.post(
        add_url(exhibit, "chapterpage"), chapter_form(title="Another", slug="the-bridge")
    )

    assert "slug" in answer.context["form"].errors
    assert answer.context["form"]["title"].value() == "Another"


def test_a_chapter_cannot_stand_where_the_timeline_is(client, curator, exhibit):
    answer = client.post(
        add_url(exhibit, "chapterpage"), chapter_form(title="Timeline", slug="timeline")
    )

    message = " ".join(answer.context["form"].errors["slug"])
    assert "is the address of the exhibit’s own timeline page" in message
    assert "timeline-story" in message


def test_a_source_is_written_down_in_the_chooser_and_named_by_itself(client, curator):
    address = reverse("wagtailsnippetchoosers_exhibit_source:create")
    filled = {
        "new-kind": "book",
        "new-authors": "Anna Ivanova",
        "new-title": "Boats of the Oxus",
        "new-year": "1976",
    }

    answers = [client.post(address, filled).json() for _ in range(2)]

    assert [answer["step"] for answer in answers] == ["chosen", "chosen"]
    assert list(Source.objects.values_list("key", flat=True)) == ["ivanova-1976", "ivanova-1976-2"]


def test_a_person_is_written_down_in_the_language_that_was_chosen(client, curator):
    russian = Locale.objects.get(language_code="ru")
    address = reverse("wagtailsnippetchoosers_exhibit_person:create")

    client.post(address, {"new-locale": russian.pk, "new-name": "Анна Иванова"})

    assert Person.objects.get(name="Анна Иванова").locale == russian


def test_an_editor_may_not_make_a_theme_in_its_chooser(client, curator):
    factories.sign_in(client, factories.make_user("Editors"))
    choose = client.get(reverse("wagtailsnippetchoosers_exhibit_theme:choose")).json()

    assert "New theme" not in choose["html"]


@pytest.mark.parametrize("is_published", [False, True])
def test_a_marker_without_its_note_is_kept_in_a_draft_and_refused_in_publishing(
    client, curator, exhibit, is_published
):
    text = get_rich_text_editor_widget().format_value("<p>A claim. [1]</p>")
    filled = chapter_form(title="A claim", slug="a-claim") | {
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "text",
        "body-0-id": "",
        "body-0-value-text": text,
        "body-0-value-notes-count": "0",
    }
    if is_published:
        filled["action-publish"] = "yes"

    client.post(add_url(exhibit, "chapterpage"), filled)

    assert Page.objects.child_of(exhibit).filter(slug="a-claim").exists() is not is_published
