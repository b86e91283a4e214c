"""The form behind every page that curators write."""

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
