"""What the sound pieces are made from: noise, resonances, rooms and movement.

Sounds are float arrays at RATE samples a second; stereo has the shape (2, samples).
"""
# requires: numpy, scipy, imageio-ffmpeg   (to make the sounds again; the site needs none of it)

import numpy as np
from scipy.signal import butter, fftconvolve, sosfilt

RATE = 44_100
BOOM = 0.22  # more, or longer, and one engine's note would run away with the whole tunnel
SPEED_OF_SOUND = 337.0  # metres a second in cold air


def clock(seconds: float) -> np.ndarray:
    """The time of each sample, in seconds."""
    return np.arange(int(seconds * RATE)) / RATE


def band(sound, low=None, high=None, order=2):
    """What lies between `low` and `high` Hz; either may be left open."""
    edges = [edge for edge in (low, high) if edge]
    kind = "bandpass" if low and high else ("highpass" if low else "lowpass")
    return sosfilt(
        butter(order, edges if len(edges) > 1 else edges[0], kind, fs=RATE, output="sos"), sound
    )


def pink(random, samples: int) -> np.ndarray:
    """Noise that loses 3 dB an octave, as wind and rooms do; about one in size."""
    spectrum = np.fft.rfft(random.standard_normal(samples))
    spectrum /= np.sqrt(np.maximum(np.arange(spectrum.size), 30))
    noise = np.fft.irfft(spectrum, samples)
    return noise / noise.std()


def wander(random, samples: int, per_second: float) -> np.ndarray:
    """A smooth curve between 0 and 1 that turns about `per_second` times a second."""
    knots = random.random(int(samples / RATE * per_second) + 4)
    at = np.linspace(1, knots.size - 2.001, samples)
    left = at.astype(int)
    part = at - left
    part = part * part * (3 - 2 * part)
    return knots[left] * (1 - part) + knots[left + 1] * part


def swell(time, *points) -> np.ndarray:
    """A line through (second, level) points, eased at both ends of each stretch."""
    seconds, levels = (np.array(column, float) for column in zip(*points, strict=True))
    place = np.clip(np.searchsorted(seconds, time, "right") - 1, 0, seconds.size - 2)
    part = np.clip((time - seconds[place]) / (seconds[place + 1] - seconds[place]), 0, 1)
    part = part * part * (3 - 2 * part)
    return levels[place] * (1 - part) + levels[place + 1] * part


def ring(modes, seconds: float) -> np.ndarray:
    """A struck thing: `modes` are (frequency Hz, strength, seconds to fall by 60 dB)."""
    time = clock(seconds)
    return sum(
        strength * np.sin(2 * np.pi * frequency * time) * 10 ** (-3 * time / fall)
        for frequency, strength, fall in modes
    )


def lay(track, sound, second: float, gain: float = 1.0) -> None:
    """Adds `sound` to `track` from `second` on; what runs over the end is lost."""
    start = int(second * RATE)
    length = min(sound.shape[-1], track.shape[-1] - start)
    if length > 0:
        track[..., start : start + length] += gain * sound[..., :length]


def pan(sound, place) -> np.ndarray:
    """Stereo from mono; `place` runs from -1 (left) to 1 (right), a number or a curve."""
    angle = (np.asarray(place) + 1) * np.pi / 4
    return np.stack([sound * np.cos(angle), sound * np.sin(angle)])


def room(random, seconds_low: float, seconds_high: float, modes=()) -> np.ndarray:
    """The stereo answer of a space to a clap: how long its low and high tones ring on.

    `modes` are frequencies in Hz at which the space booms.
    """
    time = clock(seconds_low)
    answer = np.zeros((2, time.size))
    for side in answer:
        noise = random.standard_normal(time.size)
        for low, high, share in ((40, 300, 0.0), (300, 1200, 0.5), (1200, 6000, 1.0)):
            fall = seconds_low * (1 - share) + seconds_high * share
            side += band(noise, low, high) * 10 ** (-3 * time / fall)
        for mode in modes:
            phase = random.random() * 2 * np.pi
            side += BOOM * np.sin(2 * np.pi * mode * time + phase) * 10 ** (-3 * time / 0.9)
    return answer / np.sqrt((answer**2).sum(axis=1, keepdims=True))


def sound_in(space, sound) -> np.ndarray:
    """Stereo: `sound`, mono or stereo, as heard in a `room`."""
    sides = sound if sound.ndim == 2 else (sound, sound)
    samples = sides[0].size
    return np.stack(
        [fftconvolve(side, answer)[:samples] for side, answer in zip(sides, space, strict=True)]
    )


def heard_at(sound, distance) -> np.ndarray:
    """A source at `distance` metres (a curve): late, bent in pitch, thinner with every metre."""
    time = np.arange(sound.size) / RATE
    late = np.interp(time - distance / SPEED_OF_SOUND, time, sound, left=0)
    low = band(late, high=700)
    return (low + (late - low) * np.exp(-distance / 55)) / np.maximum(distance, 3) * 6
