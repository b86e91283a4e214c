"""Who sits at the curators' desk."""

import pytest

from cms.roles.setting_up import ensure_roles
from tests import factories


@pytest.fixture
def curator(client):
    ensure_roles()
    user = factories.make_user("Curators", first_name="Maryam", last_name="Karimi")
    factories.sign_in(client, user)
    return user
