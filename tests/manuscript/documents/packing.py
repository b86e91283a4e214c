"""Pack a zip so that the same contents are the same bytes, whenever it is made."""

import zipfile
from io import BytesIO

DAY = (2026, 3, 2, 10, 0, 0)


def packed(members: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, DAY), content, zipfile.ZIP_DEFLATED, 9)
    return file.getvalue()


def packed_alike(archive: bytes) -> bytes:
    """Pack an archive again, with one date for all that is in it."""
    with zipfile.ZipFile(BytesIO(archive)) as given:
        return packed({name: given.read(name) for name in given.namelist()})
