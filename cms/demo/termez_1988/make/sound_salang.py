"""Engines at the Salang: wind, a column in low gear, the tunnel's answer, a loose chain."""
# requires: numpy, scipy, imageio-ffmpeg   (to make the sounds again; the site needs none of it)

import numpy as np
from scipy.signal import fftconvolve
from sound_kit import (
    RATE,
    band,
    clock,
    heard_at,
    lay,
    pan,
    pink,
    ring,
    room,
    sound_in,
    swell,
    wander,
)

SECONDS = 70
NEAREST_METRES = 5.5
TUNNEL_MOUTH_METRES = 14
# When each lorry passes the listener, its speed in metres a second, its engine's turns a minute.
COLUMN = ((21.0, 4.6, 1750), (28.5, 4.3, 1580), (36.0, 4.9, 1880))
# Exhaust pipe and body: where a lorry's sound gathers.
PIPE = (
    (47, 0.5, 0.13),
    (86, 0.7, 0.09),
    (158, 0.9, 0.07),
    (243, 1.0, 0.06),
    (372, 0.9, 0.045),
    (561, 0.7, 0.03),
    (830, 0.45, 0.02),
)


def engine(random, time, turns_a_minute: float) -> np.ndarray:
    """A V8 diesel under load: eight unequal cylinders, knock, and a low gear's whine."""
    labour = 1 + 0.035 * (wander(random, time.size, 0.5) - 0.5) + 0.004 * np.sin(17 * time)
    turns = np.cumsum(turns_a_minute / 60 * labour) / RATE
    firings = turns * 4
    starts = np.flatnonzero(np.diff(np.floor(firings)))
    strength = 1 + 0.42 * random.standard_normal(8)
    pulses = np.zeros(time.size)
    pulses[starts] = strength[np.arange(starts.size) % 8] * random.normal(1, 0.08, starts.size)

    exhaust = fftconvolve(pulses, ring(PIPE, 0.25))[: time.size]
    clack = ring(((1150, 1, 0.02), (1890, 0.8, 0.014), (2960, 0.6, 0.01)), 0.03)
    knock = fftconvolve(pulses * random.normal(1, 0.4, time.size), clack)[: time.size]
    stroke = np.exp(-3.5 * (firings % 1))
    breath = band(random.standard_normal(time.size), 250, 1600) * stroke
    whine = sum(
        level * np.sin(2 * np.pi * turns * teeth)
        for teeth, level in ((19, 0.5), (38, 0.22), (31.4, 0.25))
    )
    whine *= 0.7 + 0.3 * np.sin(2 * np.pi * turns / 3.1)
    sound = exhaust + 0.7 * knock + 0.5 * breath + 0.16 * whine
    return np.tanh(0.7 * sound / sound.std())


def wheels(random, time) -> np.ndarray:
    """Tyres on grit, and a tailboard that shakes."""
    grit = band(random.standard_normal(time.size), 900, 4200) * wander(random, time.size, 24) ** 2
    board = np.zeros(time.size)
    knock = ring(((310, 1, 0.07), (742, 0.8, 0.05), (1430, 0.5, 0.04)), 0.1)
    for second in np.cumsum(random.exponential(0.34, 200)):
        if second < time[-1]:
            lay(board, knock, second, random.random() ** 2)
    return 0.5 * grit + 0.35 * board


def wind(random, time) -> np.ndarray:
    """Gusts, and the low note that they draw from the rocks."""
    sides = []
    gust = 0.3 + 0.7 * wander(random, time.size, 0.33) ** 1.4
    for _ in range(2):
        noise = pink(random, time.size)
        air = band(noise, 90, 420) * gust + 0.55 * band(noise, 500, 1900) * gust**2.2
        note = band(random.standard_normal(time.size), 295, 330, 1) * gust**3
        note += 0.8 * band(random.standard_normal(time.size), 462, 498, 1) * gust**4
        sides.append(air + 1.3 * note)
    return np.stack(sides)


def chain(random, time) -> np.ndarray:
    """A chain on a barrier post, swung by the wind: links that strike in twos and threes."""
    track = np.zeros((2, time.size))
    links = [
        ring(
            [
                (base * ratio, level, fall)
                for ratio, level, fall in (
                    (1, 1, 0.5),
                    (1.71, 0.8, 0.38),
                    (2.63, 0.6, 0.3),
                    (4.02, 0.4, 0.18),
                )
            ],
            0.6,
        )
        for base in (1310, 1475, 1688, 1990)
    ]
    swing = 46.6
    while swing < 67:
        second = swing + random.normal(0, 0.05)
        force = 0.45 + 0.55 * random.random()
        for _ in range(random.integers(2, 5)):
            struck = links[random.integers(len(links))]
            lay(track, pan(struck, -0.35 + 0.12 * random.random()), second, force)
            second += 0.05 + 0.1 * random.random()
            force *= 0.62
        swing += 1.42 + 0.16 * random.standard_normal()
    return track


def compose() -> np.ndarray:
    """Seventy seconds, stereo."""
    random = np.random.default_rng(1989)
    time = clock(SECONDS)
    dry, sent = np.zeros((2, time.size)), np.zeros(time.size)
    for passes, speed, turns in COLUMN:
        along = speed * (time - passes)
        distance = np.hypot(along, NEAREST_METRES)
        inside = np.clip((along - TUNNEL_MOUTH_METRES) / 16, 0, 1)
        inside = inside * inside * (3 - 2 * inside)
        lorry = engine(random, time, turns)
        near = heard_at(lorry + 0.35 * wheels(random, time), distance)
        # Round the last bend the engine is heard before it is seen: rock stands between.
        bend = swell(
            time, (0, 0), (passes - 17, 0.02), (passes - 9, 0.6), (passes - 5, 1), (SECONDS, 1)
        )
        dry += pan(near * bend * (1 - 0.93 * inside), np.clip(along / 16, -0.85, 0.7))
        deep = np.exp(-np.maximum(along - TUNNEL_MOUTH_METRES, 0) / 42)
        sent += np.interp(time - distance / 337, time, lorry) * inside * deep

    rock = np.zeros((2, int(1.1 * RATE)))
    for second, left, right in ((0.31, 0.5, 0.2), (0.52, 0.2, 0.45), (0.86, 0.25, 0.2)):
        rock[:, int(second * RATE)] = left, right
    slope = np.stack([band(side, 120, 1500) for side in sound_in(rock, dry)])
    vault = room(random, 5.5, 1.7, (43, 61, 78, 99, 113, 137, 158, 191, 226))
    tunnel = sound_in(vault, band(sent, 45, 2600))
    tunnel *= 0.12 / tunnel.std()

    air = wind(random, time)
    air /= np.sqrt((air**2).mean())
    gusts = swell(time, (0, 0.9), (14, 0.7), (24, 0.4), (44, 0.5), (56, 1), (SECONDS, 0.9))
    iron = chain(random, time)
    iron = iron + 0.25 * sound_in(room(random, 0.7, 0.4), iron)
    iron /= np.abs(iron).max()
    mix = (
        0.55 * dry
        + 0.3 * slope
        + 0.75 * tunnel * np.array([[0.75], [1.0]])
        + 0.065 * air * gusts
        + 0.3 * iron
    )
    mix = band(mix, low=28)  # pulses push one way; a loudspeaker should not
    return mix * swell(time, (0, 0), (3, 1), (SECONDS - 4, 1), (SECONDS, 0))
