"""Whether an import will take what an export wrote."""

from collections.abc import Iterator

from cms.exporter.exhibit import ExportedBundle
from cms.importer.manuscript.bundle.archive import ArchiveLimits

_MEGABYTE = 1024 * 1024


def importing_remarks(bundle: ExportedBundle) -> Iterator[str]:
    """Name what is larger than an import takes of a zip; folders have no such limit."""
    limits = ArchiveLimits()
    if bundle.media_bytes > limits.total_bytes:
        yield (
            f"The pictures and recordings are {bundle.media_bytes // _MEGABYTE} MB; an import "
            f"takes {limits.total_bytes // _MEGABYTE} MB in a zip. To import it, give the command "
            "the folder instead."
        )
    for path, stored in bundle.media.items():
        if stored.size > limits.member_bytes:
            yield (
                f"{path} is {stored.size // _MEGABYTE} MB; an import takes "
                f"{limits.member_bytes // _MEGABYTE} MB a file in a zip. To import it, give the "
                "command the folder instead."
            )
