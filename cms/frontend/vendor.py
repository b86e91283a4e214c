"""Fetch the front-end libraries and fonts named in vendor.toml, or check the ones we have.

    python -m cms.frontend.vendor           fetch everything from npm (needs npm and fonttools)
    python -m cms.frontend.vendor --check   compare what we have with its checksums, offline

The new folder is built whole beside the old one and then takes its place.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path

from cms.frontend.checksums import VENDOR_DIR, find_differences, write_sums

CATALOGUE = Path(__file__).with_name("vendor.toml")
FONTS_CSS_HEAD = "/* Written by `make vendor` from cms/frontend/vendor.toml. */\n\n"
# A browser's developer tools would ask for a map that we do not ship, and collectstatic, which
# follows the comment, would stop.
SOURCE_MAP_COMMENT = re.compile(rb"\n?//# sourceMappingURL=\S+\s*\Z")


class VendorError(Exception):
    """A package could not be taken; the message is for the developer."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the checksums, offline")
    if parser.parse_args(arguments).check:
        return _check()
    try:
        _fetch_all(tomllib.loads(CATALOGUE.read_text(encoding="utf-8")))
    except VendorError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _check() -> int:
    differences = find_differences()
    sys.stdout.write(
        "".join(f"{line}\n" for line in differences) or "Vendored files: as fetched.\n"
    )
    return 1 if differences else 0


def _fetch_all(catalogue: dict) -> None:
    try:
        from cms.frontend.fonts import copy_font
    except ImportError:
        raise VendorError("fonttools is missing; `make vendor` installs it.") from None

    with tempfile.TemporaryDirectory(dir=VENDOR_DIR.parent) as scratch:
        built = Path(scratch) / "vendor"
        rules = []
        for library in catalogue.get("library", []):
            package, target = _unpack(library, Path(scratch), built)
            for name in library["files"]:
                _copy_file(package / name, target / Path(name).relative_to("dist"))
        for font in catalogue["font"]:
            package, target = _unpack(font, Path(scratch), built)
            rules.append(copy_font(package, target, font, catalogue["narrow"]))
        (built / "fonts.css").write_text(FONTS_CSS_HEAD + "\n".join(rules), encoding="utf-8")
        count = write_sums(built)
        shutil.rmtree(VENDOR_DIR, ignore_errors=True)
        built.rename(VENDOR_DIR)
    size_bytes = sum(path.stat().st_size for path in VENDOR_DIR.rglob("*") if path.is_file())
    sys.stdout.write(f"{count} files, {size_bytes // 1024} KB, in {VENDOR_DIR}\n")


def _unpack(entry: dict, scratch: Path, built: Path) -> tuple[Path, Path]:
    """Download one package, compare it with its pinned integrity, and unpack it.

    Returns the folder it was unpacked into and the folder its files are to be copied to.
    """
    specifier = f"{entry['npm']}@{entry['version']}"
    sys.stdout.write(f"{specifier}\n")
    try:
        packed = subprocess.run(  # noqa: S603 - the words come from vendor.toml
            ["npm", "pack", "--json", "--silent", "--pack-destination", scratch, specifier],  # noqa: S607
            check=True,
            capture_output=True,
            text=True,
        )
    except FileNotFoundError:
        raise VendorError("npm is missing; it is needed to fetch packages, not to run.") from None
    except subprocess.CalledProcessError as error:
        raise VendorError(f"npm could not fetch {specifier}: {error.stderr.strip()}") from None
    report = json.loads(packed.stdout)[0]
    if report["integrity"] != entry["integrity"]:
        raise VendorError(
            f"{specifier} has the integrity {report['integrity']}, which is not the one in "
            "vendor.toml. If you have just changed the version, put this one in."
        )
    unpacked = scratch / f"{entry['name']}-unpacked"
    with tarfile.open(scratch / report["filename"]) as archive:
        archive.extractall(unpacked, filter="data")
    target = built / f"{entry['name']}@{entry['version']}"
    target.mkdir(parents=True)
    shutil.copyfile(unpacked / "package/LICENSE", target / "LICENSE")
    return unpacked / "package", target


def _copy_file(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    content = source.read_bytes()
    if source.suffix == ".js":
        content = SOURCE_MAP_COMMENT.sub(b"\n", content)
    target.write_bytes(content)


if __name__ == "__main__":
    raise SystemExit(main())
