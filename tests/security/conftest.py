import logging

import pytest

from tests import factories


@pytest.fixture(autouse=True)
def _few_words():
    """Refused uploads and locked doors are logged; the tests that read logs turn them on."""
    logging.getLogger("axes").setLevel(logging.CRITICAL)


@pytest.fixture
def exhibit(db):
    return factories.make_exhibit(slug="road", title="The Road Out")


@pytest.fixture
def admin_client(client, db):
    user = factories.make_user(
        username="keeper", email="keeper@museum.example", is_superuser=True, is_staff=True
    )
    factories.sign_in(client, user)
    return client
