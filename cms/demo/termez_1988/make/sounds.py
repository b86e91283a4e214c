"""Synthesises the exhibit's two sound pieces and writes them as MP3.

    python sounds.py [PIECE ...]

Needs numpy, scipy and imageio-ffmpeg (PyPI), whose ffmpeg measures and encodes. Both pieces are
composed by program from start to end: nothing in them was recorded.
"""
# requires: numpy, scipy, imageio-ffmpeg   (to make the sounds again; the site needs none of it)

import argparse
import re
import subprocess
import tempfile
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import sound_radio
import sound_salang
from scipy.io import wavfile
from sound_kit import RATE

HERE = Path(__file__).parent
PIECES = {"salang-engines": sound_salang.compose, "radio-night": sound_radio.compose}
LOUDNESS_LUFS = -23.0
HIGHEST_PEAK = 10 ** (-2.5 / 20)  # leaves the encoder room below full scale


def ffmpeg(*arguments) -> str:
    """What ffmpeg says, which is where its meters write."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostats", "-y", *arguments]
    return subprocess.run(
        [str(word) for word in command], check=True, capture_output=True, text=True
    ).stderr


def loudness(path: Path) -> tuple[float, float, float]:
    """Integrated LUFS, loudness range in LU and true peak in dB of a sound file."""
    said = ffmpeg("-i", path, "-af", "ebur128=peak=true", "-f", "null", "-").split("Summary:")[1]
    return tuple(
        float(re.search(rf"\b{name}:\s+(-?[\d.]+)", said)[1]) for name in ("I", "LRA", "Peak")
    )


def limited(sound: np.ndarray) -> np.ndarray:
    """The same, with what would pass HIGHEST_PEAK bent under it."""
    knee = 0.8 * HIGHEST_PEAK
    bent = knee + (HIGHEST_PEAK - knee) * np.tanh((np.abs(sound) - knee) / (HIGHEST_PEAK - knee))
    return np.where(np.abs(sound) > knee, np.sign(sound) * bent, sound)


def publish(name: str, folder: Path) -> str:
    """Writes NAME.mp3 at the exhibit's loudness. Returns what its meters show."""
    sound = PIECES[name]()
    sound *= 0.1 / np.abs(sound).max()
    target = folder / f"{name}.mp3"
    with tempfile.TemporaryDirectory() as scratch:
        plain, encoded = Path(scratch) / "plain.wav", Path(scratch) / "encoded.mp3"
        for _ in range(3):  # the limiter and the encoder both take some loudness back
            wavfile.write(plain, RATE, limited(sound).T.astype(np.float32))
            plainly = ("-map_metadata", "-1", "-c:a", "libmp3lame", "-b:a", "128k")
            ffmpeg("-i", plain, *plainly, encoded)
            lufs, width, peak = loudness(encoded)
            sound *= 10 ** ((LOUDNESS_LUFS - lufs) / 20)
        target.write_bytes(encoded.read_bytes())
    return (
        f"{target.name}: {sound.shape[1] / RATE:.0f} s, {lufs} LUFS, range {width} LU, "
        f"peak {peak} dBTP, {target.stat().st_size // 1024} KB"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pieces", nargs="*", metavar="PIECE", help=f"of {', '.join(PIECES)}")
    parser.add_argument("--to", type=Path, default=HERE.parent / "recordings")
    options = parser.parse_args()
    for name in set(options.pieces) - set(PIECES):
        parser.error(f"There is no piece named {name}. The pieces are {', '.join(PIECES)}.")
    for name in options.pieces or PIECES:
        print(publish(name, options.to))


if __name__ == "__main__":
    main()
