"""Keep what is made from published pages true to them."""

from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from exhibit.search import passages


def connect() -> None:
    page_published.connect(_keep_passages, dispatch_uid="keep_passages")
    page_unpublished.connect(_forget_passages, dispatch_uid="forget_passages")


def _keep_passages(sender, instance: Page, **kwargs) -> None:
    passages.keep(instance)


def _forget_passages(sender, instance: Page, **kwargs) -> None:
    passages.forget(instance)
