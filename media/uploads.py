"""Let into the library only files that are what they say, whole, and safe to serve.

Fields call these before a file is written anywhere, so it makes no difference whether it comes
from a form, an import or code.
"""

import re
from io import BytesIO
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.defaultfilters import filesizeformat
from PIL import Image, ImageFile

from media import document_files, recording_files, sanitise_svg

# Pillow's name of each format, by the endings that may stand for it. A telephone's JPEG often
# holds a second picture (MPO) and shows as the first.
FORMATS = {
    "avif": {"AVIF"},
    "gif": {"GIF"},
    "jpeg": {"JPEG", "MPO"},
    "jpg": {"JPEG", "MPO"},
    "png": {"PNG"},
    "webp": {"WEBP"},
}
_MARK = "_passed_enfilades_check"
# Overrides and isolates of direction can make a name read as another; plain marks stay.
_BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def ending_of(name: str) -> str:
    return PurePath(name or "").suffix.lower().lstrip(".")


def plain_title(title: str) -> str:
    """Return a title without the invisible controls that turn its letters round."""
    return _BIDI_CONTROLS.sub("", title or "")


def checked_image(content: File, name: str) -> File:
    """Return the picture to keep: the same file, or a drawing cleaned of what is not allowed.

    Raises:
        ValidationError: saying what is the matter with the file.
    """
    if hasattr(content, _MARK):
        return content
    ending = ending_of(name)
    _check_size(content, settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    if ending not in settings.WAGTAILIMAGES_EXTENSIONS:
        allowed = ", ".join(settings.WAGTAILIMAGES_EXTENSIONS).upper()
        raise ValidationError(
            f"“.{ending}” is not a kind of picture that is kept here. Use one of {allowed}."
        )
    if ending == "svg":
        content = _cleaned_drawing(content, name)
    else:
        _check_raster(content, ending)
    return _passed(content)


def checked_recording(content: File, name: str) -> File:
    """Return the recording itself. Raises ValidationError saying what is the matter with it."""
    if hasattr(content, _MARK):
        return content
    _check_size(content, settings.RECORDING_MAX_UPLOAD_SIZE)
    try:
        recording_files.check_recording(content, ending_of(name))
    except recording_files.BrokenRecording as error:
        raise ValidationError(f"This recording cannot be used. {error}") from error
    return _passed(content)


def checked_document(content: File, name: str) -> File:
    """Return the document itself. Raises ValidationError saying what is the matter with it."""
    if hasattr(content, _MARK):
        return content
    _check_size(content, settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    try:
        document_files.check_document(content, ending_of(name))
    except document_files.BrokenDocument as error:
        raise ValidationError(f"This document cannot be used. {error}") from error
    return _passed(content)


def _check_size(content: File, maximum_bytes: int) -> None:
    if content.size > maximum_bytes:
        raise ValidationError(
            f"This file is {filesizeformat(content.size)}; at most "
            f"{filesizeformat(maximum_bytes)} can be kept. Make it smaller."
        )
    if not content.size:
        raise ValidationError("This file is empty. Choose another.")


def _check_raster(content: File, ending: str) -> None:
    """Decode every picture in the file: nothing less shows that it is whole."""
    content.seek(0)
    try:
        with Image.open(BytesIO(content.read())) as image:
            _check_kind(image, ending)
            _check_pixels(image)
            for frame in range(_frames(image)):
                image.seek(frame)
                image.load()
    except ValidationError:
        raise
    except Image.DecompressionBombError:
        raise ValidationError(_too_many_pixels("far more")) from None
    except Exception as error:
        # Decoders raise anything when fed with rubbish.
        raise ValidationError(
            "This picture is damaged or incomplete. Copy or export it again, then upload the new "
            "file."
        ) from error
    finally:
        content.seek(0)


def _check_kind(image: ImageFile.ImageFile, ending: str) -> None:
    if image.format not in FORMATS.get(ending, set()):
        raise ValidationError(
            f"This file ends in .{ending}, but its content is {image.format}. "
            "Give it the right ending, or export it again."
        )


def _check_pixels(image: ImageFile.ImageFile) -> None:
    pixels = image.width * image.height * _frames(image)
    if pixels > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise ValidationError(_too_many_pixels(f"{pixels / 1_000_000:.0f} million"))


def _too_many_pixels(found: str) -> str:
    most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
    return (
        f"This picture has {found} pixels, all its frames counted; at most {most} million can be "
        "kept. Make it smaller."
    )


def _frames(image: ImageFile.ImageFile) -> int:
    return 1 if image.format == "MPO" else getattr(image, "n_frames", 1)


def _cleaned_drawing(content: File, name: str) -> File:
    content.seek(0)
    source = content.read()
    content.seek(0)
    try:
        cleaned = sanitise_svg.sanitise(source)
    except sanitise_svg.SvgRefused as error:
        raise ValidationError(f"This drawing cannot be used. {error}") from error
    if cleaned == source:
        return content
    if isinstance(content, ContentFile):
        return ContentFile(cleaned, name=name)
    return SimpleUploadedFile(PurePath(name).name, cleaned, content_type="image/svg+xml")


def _passed(content: File) -> File:
    """Mark a file, so that a form's field, the model and the storage check it once."""
    setattr(content, _MARK, True)
    return content
