"""Publish an exhibit as a whole."""

from collections.abc import Callable, Collection
from typing import Any

from django.db import transaction
from wagtail.models import Page

from exhibit.models import ExhibitPage


@transaction.atomic
def publish_exhibit(
    exhibit: ExhibitPage,
    *,
    user: Any = None,
    only: Collection[int] | None = None,
    on_published: Callable[[Page], None] = lambda page: None,
) -> list[Page]:
    """Publish the exhibit and every page below it that has an unpublished draft, in tree order.

    Args:
        only: ids of the pages to publish, where some drafts should stay drafts.

    Returns:
        The pages that changed; an empty list if all were live already.
    """
    changed = []
    pages = Page.objects.descendant_of(exhibit, inclusive=True).order_by("path")
    if only is not None:
        pages = pages.filter(pk__in=only)
    for page in pages.specific():
        if page.live and not page.has_unpublished_changes:
            continue
        draft = page.get_latest_revision() or page.save_revision(user=user)
        draft.publish(user=user)
        changed.append(page)
        on_published(page)
    return changed
