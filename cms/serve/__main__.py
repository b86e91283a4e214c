"""Command line of `make run` and `make dev`."""

import argparse
import os
import sys
import traceback
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import CommandError

from cms.serve import CannotStart, preflight
from cms.serve.address import Address, check_free, read_address
from cms.serve.environment import local_environment
from cms.serve.greeting import greeting
from cms.settings import env

PROJECT = Path(__file__).resolve().parents[2]
INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m cms.serve", description="Start Enfilade.")
    parser.add_argument("--reload", action="store_true", help="the developers' reloading server")
    options = parser.parse_args(arguments)
    os.umask(0o027)
    os.chdir(PROJECT)
    data = Path(env.text("ENFILADE_DATA", default=str(PROJECT / "var"))).absolute()
    try:
        _start(data, reload=options.reload)
    except (CannotStart, CommandError, ImproperlyConfigured) as reason:
        return _refuse(str(reason))
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped before the site was open.\n")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the person gets a sentence, the log everything
        if preflight.is_disk_full(error):
            return _refuse(preflight.disk_full_message(data))
        return _refuse(_record(error, data))
    return 0


def _start(data: Path, *, reload: bool) -> None:
    address = _look_before_leaping(data)
    if reload:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    else:
        os.environ.update(local_environment(os.environ, address, data))

    import django

    django.setup()
    password = _set_up(data, collect=not reload)
    # A minute may have passed on a first start.
    check_free(address)
    if reload:
        _serve_reloading(address, data, password)
    else:
        _serve(address, data, password)


def _look_before_leaping(data: Path) -> Address:
    address = read_address(os.environ)
    check_free(address)
    preflight.check_data_folder(data)
    preflight.check_free_space(data)
    database = env.database("DATABASE_URL", sqlite_file=data / "enfilade.sqlite3")
    preflight.check_database(database)
    (data / "logs").mkdir(exist_ok=True)
    return address


def _set_up(data: Path, *, collect: bool) -> str | None:
    """Do what is missing; return the administrator's password if it was made just now."""
    from cms.serve import first_run

    with first_run.alone(data):
        static_files = first_run.StaticFiles(data) if collect else None
        try:
            if static_files:
                static_files.begin()
            first_run.prepare_database(_say)
            first_run.load_demo(_say, data)
            password = first_run.make_admin(env.text("ENFILADE_ADMIN_PASSWORD"))
            if static_files:
                static_files.finish(_say)
        except BaseException:
            if static_files:
                static_files.abandon()
            raise
    return password


def _serve(address: Address, data: Path, password: str | None) -> None:
    from django.conf import settings
    from django.db import connections

    from cms.serve.server import Server, start_beside, stop_beside

    text = greeting(address, kiosk_path=_kiosk_path(), password=password)
    # A connection must not be shared with the processes that gunicorn forks.
    connections.close_all()
    keepers = start_beside(data, queue=settings.USES_POSTGRESQL)

    def close() -> None:
        stop_beside(keepers)
        _say("\nEnfilade is closed.")

    Server(when_ready=lambda: _say(text), when_over=close).run()


def _serve_reloading(address: Address, data: Path, password: str | None) -> None:
    from django.conf import settings

    from cms.serve.server import start_beside

    # They end with this process, which lives on under the next program.
    start_beside(data, queue=settings.USES_POSTGRESQL)
    _say(greeting(address, kiosk_path=_kiosk_path(), password=password))
    os.environ.setdefault("DJANGO_RUNSERVER_HIDE_WARNING", "true")
    os.execv(  # noqa: S606
        sys.executable, [sys.executable, "-m", "django", "runserver", "--nostatic", address.bind]
    )


def _kiosk_path() -> str | None:
    """The kiosk address of the first exhibit that visitors can see."""
    from exhibit.models import ExhibitPage
    from exhibit.reading import public_pages

    page = public_pages(ExhibitPage.objects.filter(is_on_kiosk=True)).order_by("path").first()
    return f"/kiosk/{page.slug}/" if page else None


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"\nEnfilade did not start. {sentence}\n")
    return 1


def _record(error: Exception, data: Path) -> str:
    """Put the traceback where it can be sent to somebody; return the sentence about it."""
    what = f"{type(error).__name__}: {error}".splitlines()[0].rstrip(".")
    log = data / "logs" / "start.log"
    try:
        with log.open("a", encoding="utf-8") as output:
            traceback.print_exception(error, file=output)
    except OSError:
        return f"An error that nobody foresaw: {what}."
    return f"An error that nobody foresaw: {what}. The end of {log} has the details."


if __name__ == "__main__":
    raise SystemExit(main())
