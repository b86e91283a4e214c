"""The document opened in LibreOffice and saved again, as a Word document and as a web page."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from .packing import packed, packed_alike

_PATIENCE_SECONDS = 180


def saved_by_libreoffice(document: bytes) -> dict[str, bytes]:
    """Return nothing where LibreOffice is not installed."""
    if not (office := shutil.which("soffice")):
        return {}
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "keepers.docx"
        given.write_bytes(document)
        made = Path(folder) / "made"
        for kind in ("docx:MS Word 2007 XML", "html:HTML (StarWriter)"):
            subprocess.run(
                [office, "--headless", f"-env:UserInstallation=file://{folder}/profile",
                 "--convert-to", kind, "--outdir", str(made), str(given)],
                check=True, capture_output=True, timeout=_PATIENCE_SECONDS,
            )  # fmt: skip
        page = {file.name: file.read_bytes() for file in sorted(made.iterdir())}
    return {
        "keepers-libreoffice.docx": packed_alike(page.pop("keepers.docx")),
        "keepers-libreoffice-page.zip": packed(page),
    }
