"""Put the museum's home where Wagtail's welcome page stands."""

from django.db import migrations


def make_home(apps, schema_editor):
    content_type = apps.get_model("contenttypes.ContentType")
    page = apps.get_model("wagtailcore.Page")
    site = apps.get_model("wagtailcore.Site")
    locale = apps.get_model("wagtailcore.Locale")
    home = apps.get_model("exhibit.MuseumHomePage")
    # Wagtail's own migration made this page; deleting it frees its place in the tree.
    page.objects.filter(slug="home", depth=2).delete()
    kind, _ = content_type.objects.get_or_create(model="museumhomepage", app_label="exhibit")
    root = page.objects.get(depth=1)
    museum = home.objects.create(
        title="Our museum",
        draft_title="Our museum",
        slug="home",
        content_type=kind,
        path="00010001",
        depth=2,
        numchild=0,
        url_path="/home/",
        locale=locale.objects.get(language_code="en"),
        live=True,
    )
    root.numchild = 1
    root.save()
    site.objects.all().delete()
    site.objects.create(hostname="localhost", root_page_id=museum.pk, is_default_site=True)


def remove_home(apps, schema_editor):
    apps.get_model("wagtailcore.Site").objects.all().delete()
    apps.get_model("exhibit.MuseumHomePage").objects.filter(slug="home", depth=2).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("exhibit", "0002_relations"),
        ("wagtailcore", "0098_apitoken"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make_home, remove_home)]
