"""What breaks behind a page costs visitors a picture or a result, never the page."""

import time
from unittest import mock

import pytest
import redis
from django.core.cache import caches
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse

from cms import cache as forgiving
from media.models import ExhibitImage
from tests.security import museum

NOBODY_LISTENS = "redis://127.0.0.1:9/0"
PAGES = [*museum.WEB, *museum.KIOSK]


@pytest.fixture
def exhibit(db):
    return museum.build()


def answers() -> dict[str, int]:
    return {page: Client().get(page, follow=True).status_code for page in PAGES}


ALL_WELL = dict.fromkeys(PAGES, 200)


@pytest.fixture
def redis_is_away(settings):
    forgiving._away_until.clear()
    backend = {"BACKEND": "cms.cache.ForgivingRedisCache", "LOCATION": NOBODY_LISTENS}
    settings.CACHES = {"default": backend, "renditions": backend}
    yield
    forgiving._away_until.clear()


def test_pages_answer_without_their_cache(exhibit, redis_is_away):
    assert answers() == ALL_WELL


def test_the_desk_answers_without_the_cache(exhibit, redis_is_away, admin_client):
    assert admin_client.get(reverse("wagtailadmin_home")).status_code == 200
    assert admin_client.get(reverse("wagtailimages:index")).status_code == 200


def test_a_cache_that_is_away_is_an_empty_one(redis_is_away):
    cache = caches["default"]
    cache.set("a", 1)
    cache.set_many({"a": 1})
    cache.delete("a")
    cache.delete_many(["a"])
    cache.clear()
    assert cache.get("a") is None
    assert cache.get("a", 7) == 7
    assert cache.get_many(["a"]) == {}
    assert cache.get_or_set("a", lambda: 5) == 5
    assert cache.add("a", 1) is False
    assert cache.touch("a") is False
    assert "a" not in cache
    with pytest.raises(ValueError, match="not found"):
        cache.incr("a")


def test_a_cache_that_is_away_is_not_asked_at_every_call(redis_is_away):
    """A black hole makes each call wait; a page makes dozens."""
    asked = []

    def refuse(self, *arguments):
        asked.append(arguments)
        raise redis.TimeoutError

    with mock.patch.object(redis.Redis, "get", refuse):
        for _ in range(50):
            caches["default"].get("a")
    assert len(asked) == 1


def test_a_cache_that_is_back_is_used_again(redis_is_away):
    caches["default"].get("a")
    with (
        mock.patch.object(time, "monotonic", return_value=time.monotonic() + 60),
        mock.patch.object(redis.Redis, "get", return_value=b"5"),
    ):
        assert caches["default"].get("a") == 5


def test_the_log_holds_no_password(redis_is_away, settings, caplog):
    settings.CACHES = {
        "default": {
            "BACKEND": "cms.cache.ForgivingRedisCache",
            "LOCATION": "redis://keeper:river-bridge@127.0.0.1:9/0",
        }
    }
    caches["default"].get("a")
    assert "doing without" in caplog.text
    assert "river-bridge" not in caplog.text


@pytest.mark.cache
def test_a_cache_that_is_there_keeps_what_it_is_given(db):
    caches["default"].set("a", {"b": 1}, 30)
    assert caches["default"].get("a") == {"b": 1}
    assert caches["default"].get_many(["a", "c"]) == {"a": {"b": 1}}
    caches["default"].delete("a")
    assert caches["default"].get("a") is None


def test_pages_answer_when_every_original_is_gone(exhibit):
    for image in ExhibitImage.objects.all():
        image.renditions.all().delete()
        image.file.storage.delete(image.file.name)
    assert answers() == ALL_WELL


def test_pages_answer_when_an_original_is_damaged(exhibit):
    for image in ExhibitImage.objects.all():
        image.renditions.all().delete()
        with open(image.file.path, "wb") as file:
            file.write(b"\x89PNG\r\n\x1a\nrubbish")
    assert answers() == ALL_WELL


def test_pages_answer_when_no_rendition_can_be_written(exhibit):
    ExhibitImage.get_rendition_model().objects.all().delete()
    full = OSError(28, "No space left on device")
    with mock.patch("media.storage.UploadStorage._save", side_effect=full):
        assert answers() == ALL_WELL


def test_pages_answer_when_the_files_of_renditions_are_gone(exhibit):
    answers()
    for rendition in ExhibitImage.get_rendition_model().objects.all():
        rendition.file.storage.delete(rendition.file.name)
    assert answers() == ALL_WELL


def test_the_desk_lists_a_damaged_picture(exhibit, admin_client):
    for image in ExhibitImage.objects.all():
        image.renditions.all().delete()
        with open(image.file.path, "wb") as file:
            file.write(b"rubbish")
    for address in ("wagtailimages:index", "wagtailadmin_home"):
        assert admin_client.get(reverse(address)).status_code == 200
    image = ExhibitImage.objects.first()
    assert admin_client.get(reverse("wagtailimages:edit", args=[image.pk])).status_code == 200


def test_search_answers_when_its_index_is_empty(exhibit):
    from exhibit.models import Passage

    Passage.objects.all().delete()
    for page in ("/search/?q=engines", "/road/search/?q=engines"):
        assert Client().get(page).status_code == 200


def test_search_answers_when_its_index_fails(exhibit):
    with mock.patch("exhibit.search.views.find", side_effect=DatabaseError("broken")):
        assert Client().get("/road/search/?q=engines").status_code == 200


def test_health_tells_when_the_database_is_away(db):
    with mock.patch("cms.health.connection.cursor", side_effect=DatabaseError("away")):
        answer = Client().get("/healthz")
    assert answer.status_code == 503
    assert "away" not in answer.content.decode()
