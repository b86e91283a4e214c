"""Radio at night: a valve set is turned along the short waves beside a cooling samovar."""
# requires: numpy, scipy, imageio-ffmpeg   (to make the sounds again; the site needs none of it)

import numpy as np
from sound_kit import RATE, band, clock, lay, pan, pink, ring, room, sound_in, swell, wander

SECONDS = 68
SWITCHED_ON, SWITCHED_OFF = 3.0, 61.0
# Where the pointer stands on the dial: (second, kHz from the first station).
POINTER = (
    (0, -9.0),
    (5.5, -9.0),
    (10.0, 0.72),
    (20.5, 0.72),
    (21.5, 0.5),
    (26.0, 12.0),
    (37.0, 12.0),
    (43.0, 22.0),
    (58.2, 22.0),
    (61.0, 25.4),
    (SECONDS, 25.4),
)
CARRIERS = ((-5.2, 0.5), (4.1, 0.55), (7.3, 0.3), (15.8, 0.6), (18.4, 0.35), (24.6, 0.4))
MORSE_AT, TIME_AT, MUSIC_AT = 0.0, 12.0, 22.0
CQ = "-.-. --.-"
FIRST_PIP = 29.0
TUNE_STARTS, BEAT = 42.6, 0.4
# The tune, made for this exhibit: three beats a bar, half steps from A; None is a rest.
TUNE = (
    0,
    None,
    7,
    5,
    3,
    2,
    3,
    None,
    0,
    -5,
    None,
    None,
    -4,
    None,
    3,
    2,
    0,
    -2,
    0,
    None,
    None,
    None,
    None,
    -5,
    0,
    None,
    7,
    8,
    7,
    5,
    7,
    None,
    3,
    0,
    None,
    None,
    5,
    3,
    2,
    -2,
    None,
    2,
    0,
    None,
    None,
    None,
    None,
    None,
)
BASS = (-24, -29, -28, -29, -31, -29, -24, -29, -24, -19, -21, -24, -19, -29, -24, -24)


def keyed(time) -> np.ndarray:
    """The key of a telegraph: 1 down, 0 up. "CQ" again and again, at eleven words a minute."""
    unit, key = 60 / 50 / 11, np.zeros(time.size)
    second = 5.0
    while second < 30:
        for sign in CQ + " ":
            if sign == " ":
                second += 3 * unit
                continue
            length = unit * (3 if sign == "-" else 1)
            key[int(second * RATE) : int((second + length) * RATE)] = 1
            second += length + unit
        second += 4 * unit
    return np.convolve(key, np.hanning(265) / np.hanning(265).sum(), "same")  # no clicks


def pips(time) -> np.ndarray:
    """Five short, and a long one that begins the hour."""
    tone = np.sin(2 * np.pi * 1000 * time)
    gate = np.zeros(time.size)
    for number in range(6):
        start = FIRST_PIP + number
        gate[int(start * RATE) : int((start + (0.5 if number == 5 else 0.1)) * RATE)] = 1
    return tone * np.convolve(gate, np.hanning(133) / np.hanning(133).sum(), "same")


def music_box(random, time) -> np.ndarray:
    """Steel tongues, plucked not quite evenly."""
    track = np.zeros(time.size)

    def tongue(half_steps, loud, fall):
        pitch = 880 * 2 ** (half_steps / 12)
        return loud * ring(
            ((pitch, 1, fall), (pitch * 2.01, 0.18, fall / 2), (pitch * 3.93, 0.22, fall / 5)), fall
        )

    for beat, note in enumerate(TUNE):
        second = TUNE_STARTS + beat * BEAT + random.normal(0, 0.008)
        if note is not None:
            lay(track, tongue(note, 1.0 + 0.15 * (beat % 3 == 0), 1.7), second)
        if beat % 3 == 0:
            lay(track, tongue(BASS[beat // 3] + 12, 0.7, 2.2), second)
        elif note is None:
            lay(track, tongue(BASS[beat // 3] + (27 if beat % 3 == 1 else 31), 0.3, 1.2), second)
    slow = time + 0.0009 * np.sin(2 * np.pi * 0.7 * time)  # a worn turntable somewhere
    return np.interp(slow, time, track)


def fading(random, samples: int, deepest: float) -> np.ndarray:
    """How a far station comes and goes."""
    return deepest + (1 - deepest) * wander(random, samples, 0.55)


def received(random, time) -> np.ndarray:
    """What the detector gives: stations, the whistles between them, and the hiss below."""
    dial = swell(time, *POINTER)
    dial += 0.012 * (wander(random, time.size, 0.8) - 0.5)

    def off(station):
        return dial - station

    def beat(station):
        return np.sin(2 * np.pi * np.cumsum(np.abs(off(station)) * 1000) / RATE)

    def within(station, khz):
        return np.exp(-((off(station) / khz) ** 2))

    sound = (
        0.6 * keyed(time) * beat(MORSE_AT) * within(MORSE_AT, 1.9) * fading(random, time.size, 0.35)
    )
    for station, strength in CARRIERS:
        sound += (
            strength * 0.8 * beat(station) * within(station, 1.5) * fading(random, time.size, 0.3)
        )
    tuned = within(TIME_AT, 0.9)
    sound += (
        tuned
        * fading(random, time.size, 0.75)
        * (0.9 * pips(time) + 0.05 * np.sin(2 * np.pi * 100 * time))
    )
    music = music_box(random, time)
    ghost = np.interp(time - 0.0011 - 0.0006 * wander(random, time.size, 0.3), time, music)
    tuned_music = within(MUSIC_AT, 0.9)
    sound += tuned_music * fading(random, time.size, 0.45) * 0.7 * (music - 0.55 * ghost)
    sound += 0.05 * tuned_music * np.sin(2 * np.pi * 1870 * time) * wander(random, time.size, 0.4)
    # A strong signal makes the set turn itself down, and the hiss with it.
    quieter = 1 - 0.6 * tuned - 0.62 * tuned_music
    crackle = np.zeros(time.size)
    crackle[random.integers(0, time.size, 190)] = random.exponential(4, 190)
    hiss = pink(random, time.size) * 0.5 + 0.5 * random.standard_normal(time.size)
    return sound + quieter * (
        0.42 * band(hiss, 250, 3600) * (0.7 + 0.6 * wander(random, time.size, 1.1))
        + band(crackle, 300, 3000)
    )


def samovar(random, time) -> np.ndarray:
    """Brass that ticks as it cools, and the last of the simmer."""
    track = np.zeros((2, time.size))
    second = 0.8
    while second < SECONDS:
        pitch = random.choice((1.0, 1.07, 1.16, 0.91))
        tick = ring(
            (
                (2140 * pitch, 1, 0.09),
                (3390 * pitch, 0.8, 0.07),
                (5230 * pitch, 0.5, 0.04),
                (930 * pitch, 0.5, 0.05),
            ),
            0.14,
        )
        lay(track, pan(tick, -0.55), second, 0.35 + 0.65 * random.random())
        second += 0.62 + 0.5 * random.random() + (0.5 if random.random() < 0.2 else 0)
    simmer = band(random.standard_normal(time.size), 380, 900) * wander(random, time.size, 9) ** 3
    return track + pan(0.16 * simmer * swell(time, (0, 1), (SECONDS, 0.35)), -0.5)


def compose() -> np.ndarray:
    """Sixty-eight seconds, stereo."""
    random = np.random.default_rng(1988)
    time = clock(SECONDS)
    warm = swell(
        time,
        (0, 0),
        (SWITCHED_ON, 0),
        (SWITCHED_ON + 3.2, 1),
        (SWITCHED_OFF, 1),
        (SWITCHED_OFF + 0.5, 0),
        (SECONDS, 0),
    )
    powered = swell(
        time,
        (0, 0),
        (SWITCHED_ON, 0),
        (SWITCHED_ON + 0.6, 1),
        (SWITCHED_OFF, 1),
        (SWITCHED_OFF + 0.3, 0),
        (SECONDS, 0),
    )
    hum = sum(
        level * np.sin(2 * np.pi * pitch * time)
        for pitch, level in ((50, 0.5), (100, 1), (150, 0.3), (200, 0.35), (300, 0.15))
    )
    cone = band(np.tanh(0.8 * received(random, time)) * warm, 140, 3800)
    wood = cone + 0.5 * band(cone, 170, 260) + 0.35 * band(cone, 620, 900)
    switch = ring(((410, 1, 0.06), (1180, 0.9, 0.03), (2650, 0.6, 0.02)), 0.1)
    for second in (SWITCHED_ON, SWITCHED_OFF):
        lay(wood, switch, second, 0.9)
    wireless = pan(wood + 0.045 * hum * powered, 0.25)
    brass = samovar(random, time)
    kitchen = room(random, 0.5, 0.35)
    mix = 0.8 * wireless + 0.5 * brass
    mix = mix + 0.22 * sound_in(kitchen, mix)
    return mix * swell(time, (0, 0), (1.5, 1), (SECONDS - 3.5, 1), (SECONDS, 0))
