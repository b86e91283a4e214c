"""Where a bundle's media are kept in the library: collections, whether private, and tags."""

from collections.abc import Mapping
from typing import Any

from wagtail.models import Collection, CollectionViewRestriction

from media.models import ExhibitDocument, ExhibitImage, Recording

_BETWEEN_COLLECTIONS = " / "
_PRIVATE = "{name} (private)"


def collection_for(about: Mapping[str, Any], root: Collection) -> Collection:
    """Return the collection that a table names, made if need be; ``root`` if it names none.

    A private item never comes into a collection that visitors may see: where the museum's own of
    that name is public, one beside it is made that is shown to nobody who is not signed in.
    """
    names = str(about.get("collection") or "").split(_BETWEEN_COLLECTIONS)
    is_private = bool(about.get("private"))
    collection = root
    for name in filter(None, names):
        collection = _child(collection, name)
    if is_private and not _is_private(collection):
        if collection.pk != root.pk and not _is_in_use(collection):
            return _restricted(collection)
        name = collection.name if collection.pk != root.pk else "Media"
        return _restricted(_child(root, _PRIVATE.format(name=name)))
    return collection


def tag(item: Any, about: Mapping[str, Any]) -> None:
    """Put a table's tags on a picture or recording."""
    if names := [str(name) for name in about.get("tags", [])]:
        item.tags.add(*names)


def _child(parent: Collection, name: str) -> Collection:
    known = parent.get_children().filter(name=name).first()
    # Read anew: it learns of its other children only so.
    return known or Collection.objects.get(pk=parent.pk).add_child(instance=Collection(name=name))


def _is_private(collection: Collection) -> bool:
    above = collection.get_ancestors(inclusive=True)
    return CollectionViewRestriction.objects.filter(collection__in=above).exists()


def _is_in_use(collection: Collection) -> bool:
    """Say whether a collection holds anything that hiding it would hide."""
    inside = Collection.objects.filter(path__startswith=collection.path)
    kinds = (ExhibitImage, ExhibitDocument, Recording)
    return any(kind.objects.filter(collection__in=inside).exists() for kind in kinds)


def _restricted(collection: Collection) -> Collection:
    if not _is_private(collection):
        CollectionViewRestriction.objects.create(
            collection=collection, restriction_type=CollectionViewRestriction.LOGIN
        )
    return collection
