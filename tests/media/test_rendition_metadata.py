"""Served pictures tell nothing of who took them or where, and look as they should."""

import io

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image, ImageCms, PngImagePlugin

from media.models import ExhibitImage

SECRETS = [b"GPS-SECRET", b"XMP-SECRET", b"COMMENT-SECRET", b"Exif", b"http://ns.adobe.com/xap"]
SPECS = ["width-40", "width-40|format-jpeg", "width-40|format-png", "width-40|format-webp",
         "width-40|format-avif", "fill-30x30|format-jpeg", "original"]  # fmt: skip
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">XMP-SECRET</x:xmpmeta>'


@pytest.fixture(autouse=True)
def _uploads_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"


def exif(*, orientation: int = 1) -> Image.Exif:
    written = Image.Exif()
    written[0x0112] = orientation
    written[0x013B] = "GPS-SECRET photographer"
    gps = written.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (37.0, 13.0, 20.0), "E", (67.0, 16.0, 40.0)
    gps[29] = "GPS-SECRET"
    return written


def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def photograph(kind: str, *, orientation: int = 1, icc: bytes | None = None) -> bytes:
    """A picture, left half red and right half blue, with everything a camera may write in it."""
    picture = Image.new("RGB", (80, 40), (250, 0, 0))
    picture.paste((0, 0, 250), (40, 0, 80, 40))
    options = {"exif": exif(orientation=orientation).tobytes(), "icc_profile": icc or profile()}
    if kind in {"JPEG", "WEBP", "AVIF"}:
        options["xmp"] = XMP
    if kind == "JPEG":
        options["comment"] = b"COMMENT-SECRET"
        options["quality"] = 95
    if kind == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Comment", "COMMENT-SECRET")
        words.add_itxt("XML:com.adobe.xmp", XMP.decode())
        options["pnginfo"] = words
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def stored(content: bytes, name: str) -> ExhibitImage:
    image = ExhibitImage(title="A")
    image.file.save(name, ContentFile(content))
    return image


def served(image: ExhibitImage, spec: str) -> bytes:
    answer = Client().get(image.get_rendition(spec).url)
    assert answer.status_code == 200
    return b"".join(answer.streaming_content)


@pytest.mark.parametrize("spec", SPECS)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.django_db
def test_no_rendition_tells_of_its_photographer(kind, spec):
    source = photograph(kind)
    assert b"GPS-SECRET" in source
    content = served(stored(source, f"a.{kind.lower()}"), spec)
    for secret in SECRETS:
        assert secret not in content, secret
    picture = Image.open(io.BytesIO(content))
    assert not picture.getexif()
    assert not picture.info.keys() & {"comment", "xmp", "exif", "XML:com.adobe.xmp", "photoshop"}


@pytest.mark.parametrize("spec", ["width-40", "width-40|format-webp"])
@pytest.mark.django_db
def test_iptc_is_left_behind(spec):
    source = photograph("JPEG")
    resource = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x12\x1c\x02\x50\0\x0dIPTC-SECRET!!"
    segment = b"\xff\xed" + (len(resource) + 2).to_bytes(2) + resource
    with_iptc = source[:2] + segment + source[2:]
    assert b"IPTC-SECRET" not in served(stored(with_iptc, "a.jpg"), spec)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.django_db
def test_a_picture_taken_on_its_side_stands_upright(kind):
    # 6: the camera was turned; the left of the file belongs on top.
    image = stored(photograph(kind, orientation=6), f"a.{kind.lower()}")
    picture = Image.open(io.BytesIO(served(image, "max-80x80"))).convert("RGB")
    assert picture.height == 2 * picture.width
    middle = picture.width // 2
    top, bottom = picture.getpixel((middle, 5)), picture.getpixel((middle, picture.height - 5))
    assert top[0] > 200 > top[2]
    assert bottom[2] > 200 > bottom[0]


@pytest.mark.parametrize("spec", SPECS)
@pytest.mark.django_db
def test_the_colour_profile_stays(spec):
    image = stored(photograph("JPEG"), "a.jpg")
    assert Image.open(io.BytesIO(served(image, spec))).info.get("icc_profile")


@pytest.mark.django_db
def test_a_transparent_picture_stays_transparent():
    buffer = io.BytesIO()
    Image.new("RGBA", (60, 60), (0, 0, 0, 0)).save(buffer, "PNG")
    content = served(stored(buffer.getvalue(), "a.png"), "width-40|format-webp")
    assert Image.open(io.BytesIO(content)).convert("RGBA").getpixel((5, 5))[3] == 0


@pytest.mark.django_db
def test_a_comment_in_an_animation_is_left_behind():
    buffer = io.BytesIO()
    Image.new("P", (60, 60)).save(buffer, "GIF", comment=b"COMMENT-SECRET")
    assert b"COMMENT-SECRET" not in served(stored(buffer.getvalue(), "a.gif"), "width-40")
