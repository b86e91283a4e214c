"""A stranger cannot fill the disk through a form."""

from unittest import mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection

from tests import factories
from tests.media.broken_files import picture

LARGE = picture("PNG", size=(400, 400))


@pytest.mark.parametrize("address", ["/admin/login/", "/", "/search/", "/admin/images/add/"])
def test_a_strangers_large_upload_is_refused_unread(db, address):
    with mock.patch.object(HttpRequest, "_load_post_and_files") as read:
        answer = Client().post(address, {"file": SimpleUploadedFile("a.png", LARGE)})
    assert answer.status_code == 413
    read.assert_not_called()


def test_a_curators_large_upload_is_taken(admin_client):
    answer = admin_client.post(
        reverse("wagtailimages:add"),
        {
            "title": "Picture",
            "file": SimpleUploadedFile("a.png", LARGE),
            "collection": Collection.get_first_root_node().pk,
        },
    )
    assert answer.status_code == 302


def test_signing_in_is_small_enough(db):
    factories.make_user(username="keeper", is_superuser=True)
    answer = Client().post(
        reverse("wagtailadmin_login"), {"username": "keeper", "password": "river-bridge-1988"}
    )
    assert answer.status_code == 302
