"""The one place that decides what an anonymous visitor may see.

Everything visible asks here: pages, contents, search, sitemap, kiosk, timeline and map. A test
refuses a bare ``.live()`` anywhere else in what visitors get.
"""

from collections.abc import Callable

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page
from wagtail.query import PageQuerySet


def public_pages(pages: PageQuerySet) -> PageQuerySet:
    """Narrow ``pages`` to those that are live, started, not expired, and not restricted.

    A page below one that is not public is not public either, though Wagtail would serve it.
    Expiry counts at once, whether or not the scheduler has run. Runs two queries.
    """
    return public_filter()(pages)


def public_filter() -> Callable[[PageQuerySet], PageQuerySet]:
    """Return ``public_pages`` as it stands now, for asking several times in one request.

    Runs its two queries here and none later; never keep it from one request to the next.
    """
    restricted = Page.objects.all().private_q()
    visible = _in_time() & ~restricted & ~_below_hidden_page()
    return lambda pages: pages.live().filter(visible)


def is_public(page: Page) -> bool:
    """Return whether an anonymous visitor may see ``page`` now. Runs three queries."""
    return public_pages(Page.objects.filter(pk=page.pk)).exists()


def is_hidden(page: Page) -> bool:
    """Return whether ``page`` must not be served now, restrictions left aside. Two queries.

    A restricted page is not hidden: Wagtail asks there for a password or for signing in.
    """
    pages = Page.objects.filter(pk=page.pk).live().filter(_in_time())
    return not pages.exclude(_below_hidden_page()).exists()


def _in_time() -> Q:
    now = timezone.now()
    return (Q(expire_at__isnull=True) | Q(expire_at__gt=now)) & (
        Q(go_live_at__isnull=True) | Q(go_live_at__lte=now)
    )


def _below_hidden_page() -> Q:
    # Only pages with children hide anything, which leaves the many drafts out.
    parents = Page.objects.filter(numchild__gt=0, depth__gt=1)
    hidden = parents.filter(Q(live=False) | ~_in_time()).values_list("path", flat=True)
    below = Q(pk__in=[])
    for path in hidden:
        below |= Q(path__startswith=path)
    return below
