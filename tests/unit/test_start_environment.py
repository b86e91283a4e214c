"""What a start fills in, and what it leaves as the owner gave it."""

from cms.serve.address import Address
from cms.serve.environment import local_environment, read_secret_key

HERE = Address("127.0.0.1", 8001)


def test_the_secret_key_is_kept_and_readable_by_its_owner_alone(tmp_path):
    first = read_secret_key(tmp_path)

    assert read_secret_key(tmp_path) == first
    assert len(first) >= 50
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_two_sites_do_not_share_a_key(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()

    assert read_secret_key(tmp_path / "a") != read_secret_key(tmp_path / "b")


def test_an_empty_key_file_is_replaced(tmp_path):
    (tmp_path / "secret_key").touch()

    assert len(read_secret_key(tmp_path)) >= 50


def test_a_first_start_needs_nothing_set(tmp_path):
    added = local_environment({}, HERE, tmp_path)

    assert added["BASE_URL"] == "http://127.0.0.1:8001"
    assert added["ENFILADE_LOCAL"] == "1"
    assert "*" not in added["ALLOWED_HOSTS"]


def test_a_site_with_its_own_address_keeps_the_rules_of_production(tmp_path):
    given = {"BASE_URL": "https://exhibits.museum.example"}

    added = local_environment(given, HERE, tmp_path)

    assert "ENFILADE_LOCAL" not in added
    assert "ALLOWED_HOSTS" not in added
    assert "BASE_URL" not in added


def test_a_given_secret_is_used_and_none_is_written(tmp_path):
    added = local_environment({"SECRET_KEY": "s" * 60}, HERE, tmp_path)

    assert "SECRET_KEY" not in added
    assert not (tmp_path / "secret_key").exists()
