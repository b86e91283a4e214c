"""Give a new museum two finished themes to choose from."""

from django.db import migrations

# The model's own defaults are Amu Darya's colours: warm paper, river green, brick.
AMU_DARYA = {"name": "Amu Darya", "first_scheme": "light"}
# Graphite and snow with an ochre accent; glacier blue is the second voice.
SALANG = {
    "name": "Salang",
    "first_scheme": "dark",
    "light_ink": "#17191b",
    "light_quiet": "#4f565b",
    "light_paper": "#f5f7f8",
    "light_raised": "#ffffff",
    "light_rule": "#cfd6da",
    "light_accent": "#7a5206",
    "light_accent_ink": "#ffffff",
    "light_second": "#2b566d",
    "light_focus": "#7a5206",
    "light_warning": "#8f2d14",
    "dark_ink": "#eef2f4",
    "dark_quiet": "#a9b3b9",
    "dark_paper": "#16191b",
    "dark_raised": "#1f2326",
    "dark_rule": "#3a4146",
    "dark_accent": "#e2a93f",
    "dark_accent_ink": "#1a1407",
    "dark_second": "#8fc3dd",
    "dark_focus": "#f2c469",
    "dark_warning": "#f2a187",
}
THEMES = {"amu-darya": AMU_DARYA, "salang": SALANG}


def make_themes(apps, schema_editor):
    themes = apps.get_model("exhibit.Theme").objects
    for slug, look in THEMES.items():
        # A museum that has made a theme of this name keeps its own.
        if not themes.filter(name=look["name"]).exists():
            themes.get_or_create(slug=slug, defaults=look)


def keep_themes(apps, schema_editor):
    """Going back removes nothing: exhibits may have chosen them, curators changed them."""


class Migration(migrations.Migration):
    dependencies = [("exhibit", "0003_museum_home")]
    operations = [migrations.RunPython(make_themes, keep_themes)]
