"""The form behind every page that curators write."""

from itertools import count

from django.utils.text import slugify
from django.utils.translation import override
from wagtail.admin.forms import WagtailAdminPageForm


class VisitorPageForm(WagtailAdminPageForm):
    """Begins with the title that pages of this kind usually carry, in the page's language."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        page = self.instance
        if page.pk or page.title or not page.default_title:
            return
        with override(page.locale.language_code if page.locale_id else None):
            self.initial["title"] = str(page.default_title)
        # The slug follows a title as it is typed, and this one is not.
        self.initial["slug"] = slugify(str(page.default_title)) or page._meta.model_name

    def clean_slug(self) -> str:
        """Number an address made from the title where a neighbour has it, until it is public.

        Refusing it would hold back every save of a page whose curator chose no address at all.
        One that was typed is refused by Wagtail as ever.
        """
        slug = self.cleaned_data["slug"]
        title = self.cleaned_data.get("title", "")
        # Browsers spell a title of another script in Latin letters their own way.
        is_made = not title.isascii() or slug == slugify(title)
        if not slug or not is_made or self.instance.first_published_at or not self.parent_page:
            return slug
        neighbours = self.parent_page.get_children().exclude(pk=self.instance.pk)
        taken = set(neighbours.filter(slug__startswith=slug).values_list("slug", flat=True))
        numbered = (f"{slug}-{number}" for number in count(2))
        return next(name for name in numbered if name not in taken) if slug in taken else slug
