"""SHA-256 sums of the vendored files, in the format of `sha256sum`."""

import hashlib
from pathlib import Path

VENDOR_DIR = Path(__file__).resolve().parents[2] / "exhibit/static/exhibit/vendor"
SUMS_NAME = "CHECKSUMS"


def write_sums(folder: Path) -> int:
    """Write CHECKSUMS for everything under `folder`; return the number of files."""
    lines = [f"{_sum(folder / name)}  {name}\n" for name in _names(folder)]
    (folder / SUMS_NAME).write_text("".join(lines), encoding="utf-8")
    return len(lines)


def find_differences(folder: Path = VENDOR_DIR) -> list[str]:
    """Say in one sentence each which files are missing, changed or not listed; [] when all agree.

    Reads the files only: no network, no npm.
    """
    sums_file = folder / SUMS_NAME
    if not sums_file.exists():
        return [f"{sums_file} is missing; run `make vendor`."]
    listed = {}
    for line in sums_file.read_text(encoding="utf-8").splitlines():
        digest, name = line.split("  ", 1)
        listed[name] = digest
    found = set(_names(folder))
    differences = [f"{name} is listed but missing." for name in sorted(listed.keys() - found)]
    differences += [f"{name} is not listed." for name in sorted(found - listed.keys())]
    differences += [
        f"{name} is not the file that was fetched."
        for name in sorted(found & listed.keys())
        if _sum(folder / name) != listed[name]
    ]
    return differences


def _names(folder: Path) -> list[str]:
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.name != SUMS_NAME
    )


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
