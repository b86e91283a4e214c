"""Tell whether a sound or film file is what its name says, and whole. Pure: no Django.

Reads the skeleton of the container, never the sound or picture inside; a film of two gigabytes
costs a few hundred bytes of reading.
"""

import os
from collections.abc import Callable
from typing import BinaryIO

MP3_BITRATES = {
    # Kilobits a second by the four bits of the header; MPEG 1 layer III, then MPEG 2 and 2.5.
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
MP3_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
# Three frames in a row are no coincidence.
MP3_FRAMES_TO_BELIEVE = 3
MP3_SEARCH_BYTES = 64 * 1024
_STREAMED_WAVE_SIZES = {0, 0xFFFFFFFF}


class BrokenRecording(ValueError):
    """The file is not what its name says, or not all of it is there."""


def check_recording(file: BinaryIO, ending: str) -> None:
    """Check the content of a file against its ending (lower case, without the dot).

    Raises:
        BrokenRecording: saying which of the two is the matter.
    """
    check = _CHECKS.get(ending)
    if check is None:
        raise BrokenRecording(f"“.{ending}” is not a kind of recording that browsers play.")
    file.seek(0, os.SEEK_END)
    size = file.tell()
    file.seek(0)
    try:
        check(file, size)
    finally:
        file.seek(0)


def _check_mp4(file: BinaryIO, size: int) -> None:
    """Walk the boxes: ``ftyp`` first, then ``moov`` and ``mdat``, none reaching past the end."""
    seen: list[bytes] = []
    place = 0
    while place < size:
        file.seek(place)
        header = file.read(16)
        if len(header) < 8:
            break
        length, name = int.from_bytes(header[:4]), header[4:8]
        if not seen and name != b"ftyp":
            raise BrokenRecording("The content is not MP4. Export it again as MP4.")
        if length == 1:
            length = int.from_bytes(header[8:16])
        elif length == 0:
            length = size - place
        if length < 8 or place + length > size:
            raise BrokenRecording(_CUT_SHORT)
        seen.append(name)
        place += length
    if not seen:
        raise BrokenRecording("The content is not MP4. Export it again as MP4.")
    if b"moov" not in seen or not {b"mdat", b"moof"} & set(seen):
        raise BrokenRecording(_CUT_SHORT)


def _check_mp3(file: BinaryIO, size: int) -> None:
    """Find frames that follow one another; believe the length that a first frame announces."""
    head = file.read(10)
    start = 0
    if head[:3] == b"ID3" and len(head) == 10:
        start = 10 + sum((byte & 0x7F) << (7 * (3 - index)) for index, byte in enumerate(head[6:]))
    if start >= size:
        raise BrokenRecording(_CUT_SHORT if start else "The content is not MP3. Export it again.")
    file.seek(start)
    data = file.read(MP3_SEARCH_BYTES)
    first = next((at for at in range(len(data) - 4) if _are_frames(data, at)), None)
    if first is None:
        raise BrokenRecording("The content is not MP3. Export it again as MP3.")
    announced = _announced_bytes(data[first : first + 200])
    # The last frame may lack a few bytes in files that play well.
    if announced and start + first + announced > size + 2048:
        raise BrokenRecording(_CUT_SHORT)


def _are_frames(data: bytes, at: int) -> bool:
    for _ in range(MP3_FRAMES_TO_BELIEVE):
        if at >= len(data) - 4:
            return at > 0 and len(data) < MP3_SEARCH_BYTES
        length = _frame_bytes(data[at : at + 4])
        if not length:
            return False
        at += length
    return True


def _frame_bytes(header: bytes) -> int:
    """Return the length of a layer III frame, or 0 if this is no header of one."""
    if header[0] != 0xFF or header[1] & 0xE0 != 0xE0 or (header[1] >> 1) & 3 != 1:
        return 0
    version = (header[1] >> 3) & 3
    bitrate, rate, padding = header[2] >> 4, (header[2] >> 2) & 3, (header[2] >> 1) & 1
    if version == 1 or bitrate in {0, 15} or rate == 3:
        return 0
    kilobits = MP3_BITRATES[1 if version == 3 else 2][bitrate]
    return (144 if version == 3 else 72) * kilobits * 1000 // MP3_RATES[version][rate] + padding


def _announced_bytes(frame: bytes) -> int:
    """Return how many bytes an encoder's first frame says will follow, or 0 if it says nothing."""
    for mark in (b"Xing", b"Info"):
        at = frame.find(mark)
        if at >= 0 and int.from_bytes(frame[at + 4 : at + 8]) & 2:
            has_frames = int.from_bytes(frame[at + 4 : at + 8]) & 1
            place = at + 8 + (4 if has_frames else 0)
            return int.from_bytes(frame[place : place + 4])
    return 0


def _check_ogg(file: BinaryIO, size: int) -> None:
    """Walk the pages; the last must be complete."""
    place = 0
    while place < size:
        file.seek(place)
        header = file.read(27)
        if header[:4] != b"OggS":
            raise BrokenRecording(_CUT_SHORT if place else "The content is not Ogg. Export again.")
        segments = file.read(header[26]) if len(header) == 27 else b""
        if len(header) < 27 or len(segments) < header[26]:
            raise BrokenRecording(_CUT_SHORT)
        place += 27 + len(segments) + sum(segments)
    if not place or place > size:
        raise BrokenRecording(_CUT_SHORT)


def _check_wave(file: BinaryIO, size: int) -> None:
    header = file.read(12)
    if header[:4] != b"RIFF" or header[8:] != b"WAVE":
        raise BrokenRecording("The content is not WAV. Export it again as WAV or MP3.")
    announced = int.from_bytes(header[4:8], "little")
    if announced not in _STREAMED_WAVE_SIZES and announced + 8 > size:
        raise BrokenRecording(_CUT_SHORT)


def _check_webm(file: BinaryIO, size: int) -> None:
    """Read the EBML header and the size of the segment after it."""
    header = file.read(64)
    if header[:4] != b"\x1a\x45\xdf\xa3" or b"webm" not in header:
        raise BrokenRecording("The content is not WebM. Export it again as WebM or MP4.")
    length, width = _ebml_size(header[4:12])
    segment = 4 + width + length
    file.seek(segment)
    header = file.read(12)
    if header[:4] != b"\x18\x53\x80\x67":
        raise BrokenRecording(_CUT_SHORT)
    length, width = _ebml_size(header[4:])
    is_unknown = length == (1 << (7 * width)) - 1
    if not is_unknown and segment + 4 + width + length > size:
        raise BrokenRecording(_CUT_SHORT)


def _ebml_size(data: bytes) -> tuple[int, int]:
    """Return a variable-length number and how many bytes it took."""
    if not data or not data[0]:
        raise BrokenRecording(_CUT_SHORT)
    width = 9 - data[0].bit_length()
    return int.from_bytes(data[:width]) & ((1 << (7 * width)) - 1), width


_CUT_SHORT = "Part of the file is missing. Copy or export it again, then upload the new one."
_CHECKS: dict[str, Callable[[BinaryIO, int], None]] = {
    "mp4": _check_mp4,
    "m4a": _check_mp4,
    "mp3": _check_mp3,
    "ogg": _check_ogg,
    "opus": _check_ogg,
    "wav": _check_wave,
    "webm": _check_webm,
}
