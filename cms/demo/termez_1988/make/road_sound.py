"""The film's sound: wind, engines far off while the columns move, at the end steps on a bridge."""
# requires: numpy, scipy   (to make the film again; the site needs none of it)

from pathlib import Path

import numpy as np
from scipy.io import wavfile
from sound_kit import RATE, band, clock, lay, pink, ring, swell, wander

SECONDS = 70.0
LOUDEST = 0.16  # a quiet film: nobody should be startled in a silent room
SEED = 1989


def write_sound(path: Path) -> None:
    sound = compose()
    wavfile.write(path, RATE, (sound * 32767).astype(np.int16))


def compose() -> np.ndarray:
    random = np.random.default_rng(SEED)
    time = clock(SECONDS)
    wind = band(pink(random, time.size), 90, 900) * (0.25 + 0.75 * wander(random, time.size, 0.25))
    wind *= swell(time, (0, 0), (4, 0.6), (34, 0.6), (38, 0.95), (44, 0.7), (62, 0.55), (70, 0))
    track = 0.5 * wind + _engines(random, time)
    for second in (47.2, 47.8, 48.3, 48.9):
        lay(track, _far_gun(random), second + 0.9, 0.5)
    for number in range(9):
        lay(track, _step(random), 62.2 + number * 0.74, 0.42 - 0.03 * number)
    track *= swell(time, (0, 0), (1, 1), (67.5, 1), (70, 0))
    return np.tanh(track / np.abs(track).max() * 1.2) * LOUDEST


def _engines(random, time: np.ndarray) -> np.ndarray:
    """Many diesels far away: a low, uneven hum that comes and goes with the columns."""
    hum = np.zeros_like(time)
    for pitch in (31.0, 37.5, 43.0, 52.0):
        drift = pitch * (1 + 0.03 * (wander(random, time.size, 0.3) - 0.5))
        phase = 2 * np.pi * np.cumsum(drift) / RATE
        hum += np.sin(phase) + 0.6 * np.sin(2 * phase) + 0.35 * np.sin(3 * phase)
    hum = band(hum * (0.6 + 0.4 * wander(random, time.size, 3.0)), 45, 240)
    level = swell(
        time,
        *((0, 0), (10, 0), (13, 1), (26, 1), (30, 0)),
        *((44, 0), (47, 0.8), (51, 1), (57, 1), (60, 0), (70, 0)),
    )
    return 0.16 * hum * level


def _far_gun(random) -> np.ndarray:
    time = clock(2.2)
    rumble = band(pink(random, time.size), 25, 110)
    return rumble * np.exp(-time / 0.55) * (1 - np.exp(-time / 0.04))


def _step(random) -> np.ndarray:
    """A boot on a steel deck."""
    sound = ring(((118, 0.5, 0.35), (263, 0.3, 0.22), (611, 0.12, 0.12)), 0.5)
    scrape = band(pink(random, sound.size), 800, 3500) * np.exp(-clock(0.5) / 0.03) * 0.18
    return (sound + scrape) * (1 - np.exp(-clock(0.5) / 0.002))
