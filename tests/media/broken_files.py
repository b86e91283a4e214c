"""Files that are not what they say, or not all there, by the name a curator would give them."""

import io
import struct
import zipfile

from PIL import Image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">%s</svg>'


def picture(kind: str, *, size: tuple[int, int] = (64, 48), **options) -> bytes:
    """Return a picture with enough detail that half of its bytes are not enough."""
    image = Image.effect_noise(size, 80).convert("RGB")
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def animation(frames: int, *, size: tuple[int, int]) -> bytes:
    buffer = io.BytesIO()
    pictures = [Image.new("L", size, index % 256) for index in range(frames)]
    pictures[0].save(buffer, "GIF", save_all=True, append_images=pictures[1:])
    return buffer.getvalue()


def huge_png(width: int, height: int) -> bytes:
    """A PNG of a few dozen bytes that claims to be enormous."""
    import zlib

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + name + data + zlib.crc32(name + data).to_bytes(4)

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 100))
        + chunk(b"IEND", b"")
    )


def mp4(*, cut: int = 0) -> bytes:
    def box(name: bytes, data: bytes) -> bytes:
        return (len(data) + 8).to_bytes(4) + name + data

    whole = box(b"ftyp", b"isom" * 4) + box(b"moov", b"\0" * 200) + box(b"mdat", b"\1" * 400)
    return whole[: len(whole) - cut]


def mp3(*, frames: int = 12, announced: int | None = None) -> bytes:
    frame = bytes([0xFF, 0xFB, 0x90, 0x00]) + b"\0" * 413
    first = frame
    if announced is not None:
        first = frame[:36] + b"Xing" + (2).to_bytes(4) + announced.to_bytes(4) + frame[48:]
    return b"ID3\x04\x00\x00" + bytes([0, 0, 0, 10]) + b"\0" * 10 + first + frame * (frames - 1)


def wave(*, cut: int = 0) -> bytes:
    data = b"\0" * 400
    body = b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8)
    body += b"data" + struct.pack("<I", len(data)) + data
    whole = b"RIFF" + struct.pack("<I", len(body)) + body
    return whole[: len(whole) - cut]


def ogg(*, cut: int = 0) -> bytes:
    page = b"OggS" + b"\0" * 22 + bytes([2, 100, 50]) + b"\1" * 150
    return (page * 3)[: len(page) * 3 - cut]


def webm(*, cut: int = 0) -> bytes:
    header = b"\x1a\x45\xdf\xa3" + bytes([0x80 | 7]) + b"\x42\x82\x84webm"
    segment = b"\x18\x53\x80\x67" + bytes([0x40, 200]) + b"\0" * 200
    whole = header + segment
    return whole[: len(whole) - cut]


def office(part: str, *, macros: bool = False) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(part, "<x/>")
        if macros:
            package.writestr("word/vbaProject.bin", b"\0")
    return buffer.getvalue()


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


BROKEN_PICTURES = {
    "truncated.jpg": half(picture("JPEG")),
    "truncated.png": half(picture("PNG")),
    "truncated.webp": half(picture("WEBP")),
    "truncated.avif": half(picture("AVIF")),
    "truncated.gif": half(picture("GIF")),
    "short.jpg": picture("JPEG")[:30],
    "garbage.jpg": b"\xff\xd8\xff\xe0" + b"rubbish" * 40,
    "garbage.png": b"\x89PNG\r\n\x1a\n" + b"rubbish" * 40,
    "garbage.webp": b"RIFF\x40\0\0\0WEBPVP8 " + b"rubbish" * 40,
    "garbage.avif": b"\0\0\0\x1cftypavif" + b"rubbish" * 40,
    "garbage.gif": b"GIF89a" + b"rubbish" * 40,
    "garbage.svg": b"<svg" + b"rubbish" * 40,
    "words.png": b"these are words",
    "empty.png": b"",
    "png-named.jpg": picture("PNG"),
    "jpeg-named.webp": picture("JPEG"),
    "html-named.png": b"<html><script>alert(1)</script></html>",
    "svg-named.png": SVG % b"",
    "tiff-named.jpg": picture("TIFF"),
    "picture.tiff": picture("TIFF"),
    "too-many-pixels.png": huge_png(8000, 6000),
    "bomb.png": huge_png(60000, 60000),
    "too-many-frames.gif": animation(160, size=(600, 500)),
    "zero.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>',
    "negative.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 -5 10"/>',
    "no-size.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "enormous.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e9 1e9"/>',
    "script.svg": SVG % b"<script>alert(1)</script>",
    "handler.svg": SVG % b'<path onload="alert(1)"/>',
    "doctype.svg": b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG % b"<text>&a;</text>",
    "outside.svg": SVG % b'<path fill="url(https://elsewhere.example/a)"/>',
    "page-inside.svg": SVG % b"<foreignObject/>",
}
GOOD_PICTURES = {
    "good.jpg": picture("JPEG"),
    "good.jpeg": picture("JPEG"),
    "good.png": picture("PNG"),
    "good.webp": picture("WEBP"),
    "good.avif": picture("AVIF"),
    "good.gif": animation(3, size=(20, 20)),
    "good.svg": SVG % b'<path d="M0 0h9"/>',
}
BROKEN_RECORDINGS = {
    "truncated.mp4": mp4(cut=100),
    "no-index.mp4": b"\0\0\0\x18ftypisomisomisomisom",
    "garbage.mp4": b"rubbish" * 90,
    "html-named.mp4": b"<html></html>" * 9,
    "truncated.mp3": mp3(announced=900_000),
    "garbage.mp3": b"rubbish" * 900,
    "only-tag.mp3": b"ID3\x04\0\0" + bytes([0, 0, 60, 10]) + b"\0" * 20,
    "mp4-named.mp3": mp4(),
    "truncated.wav": wave(cut=50),
    "garbage.wav": b"RIFFrubbish" * 9,
    "truncated.ogg": ogg(cut=40),
    "garbage.opus": b"rubbish" * 90,
    "truncated.webm": webm(cut=60),
    "garbage.webm": b"rubbish" * 90,
    "empty.mp3": b"",
}
GOOD_RECORDINGS = {
    "good.mp4": mp4(),
    "good.m4a": mp4(),
    "good.mp3": mp3(),
    "announced.mp3": mp3(announced=12 * 417),
    "good.wav": wave(),
    "good.ogg": ogg(),
    "good.webm": webm(),
}
BROKEN_DOCUMENTS = {
    "html-named.pdf": b"<html><script>alert(1)</script></html>",
    "truncated.pdf": b"%PDF-1.7\n" + b"x" * 5000,
    "garbage.docx": b"rubbish" * 90,
    "sheet-named.docx": office("xl/workbook.xml"),
    "macros.docx": office("word/document.xml", macros=True),
    "truncated.xlsx": half(office("xl/workbook.xml")),
    "zip-named.odt": office("anything.txt"),
    "binary.txt": b"\0\1\2" * 90,
    "program.exe": b"MZ" * 90,
    "page.html": b"<html></html>",
    "empty.pdf": b"",
}
GOOD_DOCUMENTS = {
    "good.pdf": b"%PDF-1.7\n" + b"x" * 500 + b"\n%%EOF\n",
    "good.docx": office("word/document.xml"),
    "good.xlsx": office("xl/workbook.xml"),
    "good.odt": office("content.xml"),
    "good.txt": "Слова".encode(),
    "good.csv": b"a,b\n1,2\n",
}
