"""What every test may rely on."""

import pytest
from django.core.cache import caches


@pytest.fixture(autouse=True)
def _empty_caches():
    """Renditions are remembered by their picture's number, which the next test uses again."""
    yield
    for cache in caches.all(initialized_only=True):
        cache.clear()
