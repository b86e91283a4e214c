"""Save what a page should hold as a draft, unless its latest draft says the same."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.models import Page

from cms.importer.facts import BundleProblem


def save_draft(page: Page, values: Mapping[str, Any], *, user: Any) -> tuple[Page, str]:
    """Put the values into a draft revision of ``page``.

    Returns:
        The page and "created", "updated" or "unchanged".

    Raises:
        BundleProblem: naming the page and the field, for what a curator could not have saved.
    """
    is_new = not page.latest_revision_id
    draft = page if is_new else page.get_latest_revision_as_object()
    before = None if is_new else _comparable(draft)
    for name, value in values.items():
        setattr(draft, name, value)
    if not is_new and _comparable(draft) == before:
        return page, "unchanged"
    _check(draft)
    if is_new:
        draft.save()
    draft.save_revision(user=user, log_action=True)
    return draft, "created" if is_new else "updated"


def _check(draft: Page) -> None:
    """Refuse a page that a curator could not have saved, naming it and the field."""
    try:
        draft.full_clean()
    except ValidationError as error:
        problems = " ".join(
            f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items()
        )
        raise BundleProblem(f"“{draft.title[:80]}” cannot be kept. {problems}") from error


def _comparable(page: Page) -> dict[str, Any]:
    """Return what a curator would call the content of a page, to tell whether it changed."""
    skip = {
        "pk", "latest_revision", "latest_revision_created_at", "live_revision", "draft_title",
        "has_unpublished_changes", "live", "last_published_at", "first_published_at", "words",
        "path", "depth", "numchild", "url_path", "comments", "wagtail_admin_comments", "locked",
    }  # fmt: skip
    data = {name: value for name, value in page.serializable_data().items() if name not in skip}
    for name, value in data.items():
        if isinstance(value, list):
            data[name] = [
                {key: part for key, part in item.items() if key not in {"pk", "page", "exhibit"}}
                if isinstance(item, dict)
                else item
                for item in value
            ]
    return data
