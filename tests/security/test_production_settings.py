"""Production starts only when it has been told its secrets, and says which one is missing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
COMPLETE = {
    "SECRET_KEY": "k3-" + "Zq9x7vB2mN4wL8pR" * 4,
    "BASE_URL": "https://exhibits.museum.example",
}
CLEARED = ("DEBUG", "ENFILADE_LOCAL", "ALLOWED_HOSTS", "DATABASE_URL", "CACHE_URL", "BASE_URL",
           "SECRET_KEY", "BEHIND_PROXY", "SSL_REDIRECT", "DJANGO_ALLOW_ASYNC_UNSAFE")  # fmt: skip


def run(tmp_path, *command: str, **variables: str) -> subprocess.CompletedProcess:
    environment = {name: value for name, value in os.environ.items() if name not in CLEARED}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "ENFILADE_DATA": str(tmp_path),
        **variables,
    }
    return subprocess.run(
        [sys.executable, *command],
        env=environment,
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def load(tmp_path, **variables: str) -> subprocess.CompletedProcess:
    return run(tmp_path, "-c", "import cms.settings.production", **variables)


def test_complete_settings_load(tmp_path):
    assert load(tmp_path, **COMPLETE).returncode == 0


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"BASE_URL": ""}, "BASE_URL"),
        ({"BASE_URL": "exhibits.museum.example"}, "BASE_URL"),
        ({"BASE_URL": "http://exhibits.museum.example"}, "BASE_URL"),
        ({"DEBUG": "1"}, "DEBUG"),
        ({"DEBUG": "perhaps"}, "DEBUG"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "museum.example,*"}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": ".*"}, "ALLOWED_HOSTS"),
        ({"DATABASE_URL": "mysql://a/b"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgres://host"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgres://host:port/name"}, "DATABASE_URL"),
        ({"CACHE_URL": "memcached://a"}, "CACHE_URL"),
    ],
    ids=lambda value: str(value),
)
def test_what_is_missing_or_wrong_is_named(tmp_path, change, named):
    refused = load(tmp_path, **(COMPLETE | change))
    assert refused.returncode != 0
    last = refused.stderr.strip().splitlines()[-1]
    assert "ImproperlyConfigured" in last
    assert named in last


@pytest.mark.slow
def test_the_deployment_check_has_nothing_to_say(tmp_path):
    checked = run(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING", **COMPLETE)
    assert checked.returncode == 0, checked.stderr


def test_no_secret_is_in_the_repository():
    listed = subprocess.run(
        ["git", "grep", "-lniE", r"(secret_key|password|token)\s*=\s*[\"'][a-z0-9+/_-]{24,}[\"']"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    known = {"tests/security/test_production_settings.py"}
    assert set(listed.stdout.split()) <= known
