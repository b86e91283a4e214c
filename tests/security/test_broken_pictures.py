"""A damaged picture is one that cannot be shown, whatever its decoder raises."""

import random
from io import BytesIO

import pytest
from PIL import Image

from cms.admin.manuscripts.pictures import _drawn_small
from cms.importer.manuscript.formats.pictures import picture_fault


def damaged(kind: str, seed: int) -> bytes:
    target = BytesIO()
    exif = Image.Exif()
    exif[274] = 6
    Image.new("RGBA" if kind == "AVIF" else "RGB", (40, 30)).save(target, kind, exif=exif)
    picture, chance = bytearray(target.getvalue()), random.Random(seed)  # noqa: S311 - the same every time
    for _ in range(chance.choice((1, 2, 4, 10))):
        picture[chance.randrange(len(picture))] = chance.randrange(256)
    return bytes(picture)


@pytest.mark.parametrize("kind", ["AVIF", "JPEG", "PNG", "WEBP"])
@pytest.mark.filterwarnings("ignore")
def test_a_damaged_picture_is_drawn_or_is_none(tmp_path, kind):
    file = tmp_path / "bridge"
    for seed in range(150):
        file.write_bytes(damaged(kind, seed))

        drawn, fault = _drawn_small(file), picture_fault(file)

        assert drawn is None or drawn.startswith(b"RIFF"), seed
        assert fault is None or fault.code in {"image_rejected", "image_too_large"}, seed
