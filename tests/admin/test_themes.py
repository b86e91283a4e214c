"""A theme that visitors could not read is not saved."""

import pytest
from django.core.exceptions import ValidationError

from exhibit.models import Theme
from exhibit.theming import contrast

pytestmark = pytest.mark.django_db


def test_the_default_colours_are_readable():
    Theme(name="New", slug="new").full_clean()


def test_the_two_finished_themes_are_readable_and_ready():
    themes = {theme.slug: theme for theme in Theme.objects.all()}

    assert set(themes) == {"amu-darya", "salang"}
    for theme in themes.values():
        theme.full_clean()


@pytest.mark.parametrize("role", ["ink", "quiet", "accent", "second", "warning", "focus"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_unreadable_colours_are_refused_with_the_ratio_and_a_way_out(scheme, role):
    theme = Theme(name="Pale", slug="pale")
    paper = getattr(theme, f"{scheme}_paper")
    setattr(theme, f"{scheme}_{role}", paper)

    with pytest.raises(ValidationError) as refusal:
        theme.full_clean()

    message = " ".join(refusal.value.message_dict[f"{scheme}_{role}"])
    assert "contrast of 1.0:1" in message
    assert "Visitors need at least" in message


def test_the_suggested_colour_passes():
    theme = Theme(name="Grey", slug="grey", light_ink="#9a9a9a")

    with pytest.raises(ValidationError) as refusal:
        theme.full_clean()

    message = " ".join(refusal.value.message_dict["light_ink"])
    suggestion = message.split(" would do.")[0].rsplit(" ", 1)[-1]
    assert contrast.contrast(suggestion, theme.light_paper) >= 4.5


def test_the_suggested_colour_passes_on_every_ground():
    theme = Theme(name="Grey", slug="grey", light_ink="#9a9a9a", light_raised="#d8d8d8")

    with pytest.raises(ValidationError) as refusal:
        theme.full_clean()

    message = " ".join(refusal.value.message_dict["light_ink"])
    suggestion = message.split(" would do.")[0].rsplit(" ", 1)[-1]
    for ground in (theme.light_paper, theme.light_raised):
        assert contrast.contrast(suggestion, ground) >= 4.5


def test_a_ratio_just_below_the_limit_is_not_rounded_up_to_it():
    theme = Theme(name="Almost", slug="almost", light_paper="#ffffff", light_ink="#777777")

    with pytest.raises(ValidationError, match=r"4\.47:1"):
        theme.full_clean()


def test_a_theme_is_served_as_a_stylesheet_that_may_be_kept(client):
    theme = Theme.objects.get(slug="amu-darya")

    answer = client.get(theme.stylesheet_url)

    assert answer.headers["Content-Type"].startswith("text/css")
    assert "immutable" in answer.headers["Cache-Control"]
    assert theme.light_ink.lower() in answer.content.decode()


def test_changed_colours_have_another_address(client):
    theme = Theme.objects.get(slug="amu-darya")
    before = theme.stylesheet_url
    theme.light_ink = "#000000"
    theme.save()

    assert theme.stylesheet_url != before
    assert "immutable" not in client.get(before).headers["Cache-Control"]
