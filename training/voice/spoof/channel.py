"""What both classes pass through alike, so that no codec, level, noise or length tells them apart; and loudspeakers for replay."""
import subprocess
from typing import Iterable

import numpy as np
from scipy.signal import butter, fftconvolve, lfilter, sosfilt

from speakers import RATE

# Name, ffmpeg's encoder and container, sample rate, share.
CODECS = {
    "none": (None, 16000, 0.25),
    "opus": (["-c:a", "libopus", "-b:a", "24k", "-f", "ogg"], 16000, 0.2),
    "mp3": (["-c:a", "libmp3lame", "-b:a", "32k", "-f", "mp3"], 16000, 0.15),
    "a-law": (["-c:a", "pcm_alaw", "-f", "wav"], 8000, 0.25),
    "gsm": (["-c:a", "libgsm", "-f", "gsm"], 8000, 0.15),
}
# The corpora are kept so; what comes from a synthesiser must have been too.
STORED = (["-c:a", "libopus", "-b:a", "40k", "-f", "ogg"], 16000, 1.0)
GAP = RATE // 2


def coded(sounds: list[np.ndarray], codec: tuple) -> list[np.ndarray]:
    """Through a codec and back, many in one file with silence between."""
    arguments, rate, _ = codec
    if arguments is None or not sounds:
        return sounds
    joined = np.concatenate([np.concatenate([sound, np.zeros(GAP, np.float32)]) for sound in sounds])
    pcm = (np.clip(joined, -1, 1) * 32767).astype("<i2").tobytes()
    ffmpeg = ["ffmpeg", "-loglevel", "error", "-threads", "1"]
    raw = ["-f", "s16le", "-ar", str(RATE), "-ac", "1"]
    encoded = subprocess.run([*ffmpeg, *raw, "-i", "-", "-ar", str(rate), *arguments, "-"], input=pcm, capture_output=True, check=True).stdout
    source = ["-f", "gsm"] if "gsm" in arguments else []
    back = subprocess.run([*ffmpeg, *source, "-i", "-", *raw, "-"], input=encoded, capture_output=True, check=True).stdout
    out = np.frombuffer(back, "<i2").astype(np.float32) / 32768
    out = np.pad(out, (0, max(0, len(joined) - len(out))))
    starts = np.cumsum([0] + [len(sound) + GAP for sound in sounds])
    return [out[start : start + len(sound)] for start, sound in zip(starts, sounds)]


def room(sound: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """A tail of decaying noise, the direct sound first."""
    seconds, tail = random.uniform(0.1, 0.5), random.uniform(-25, -6)
    length = int(seconds * RATE)
    echo = random.standard_normal(length) * 10 ** (-3 * np.arange(length) / length)
    echo *= np.sqrt(10 ** (tail / 10) / np.sum(echo**2))
    return (sound + fftconvolve(sound, np.concatenate([[0] * 16, echo]))[: len(sound)]).astype(np.float32)


def noise(sound: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Coloured noise 12–40 dB below the speech."""
    hiss = lfilter([1], [1, -random.uniform(0, 0.95)], random.standard_normal(len(sound)))
    hiss *= np.sqrt(np.mean(sound**2) / np.mean(hiss**2)) * 10 ** (-random.uniform(12, 40) / 20)
    return (sound + hiss).astype(np.float32)


def level(sound: np.ndarray, random: np.random.Generator) -> np.ndarray:
    gain = 10 ** (random.uniform(-32, -18) / 20) / (np.sqrt(np.mean(sound**2)) + 1e-9)
    return (sound * min(gain, 0.9 / (np.max(np.abs(sound)) + 1e-9))).astype(np.float32)


def through(sounds: Iterable[np.ndarray], names: Iterable[str], seed: str) -> list[tuple[np.ndarray, str]]:
    """Every sound through storage, room, noise, level and a codec, drawn by its name and nothing else."""
    names = list(names)
    randoms = [np.random.default_rng(list(f"{seed} {name}".encode())) for name in names]
    made = []
    for sound, random in zip(coded(list(sounds), STORED), randoms):
        if random.uniform() < 0.5:
            sound = room(sound, random)
        made.append(level(noise(sound, random), random))
    chosen = [str(random.choice(list(CODECS), p=[share for *_, share in CODECS.values()])) for random in randoms]
    for codec in CODECS:
        at = [i for i, name in enumerate(chosen) if name == codec]
        for i, sound in zip(at, coded([made[i] for i in at], CODECS[codec])):
            made[i] = sound
    return list(zip(made, chosen))


def replayed(sound: np.ndarray, small: bool, random: np.random.Generator) -> np.ndarray:
    """Played by a telephone's loudspeaker or a box on a desk, and recorded again in a room."""
    low, high = (random.uniform(350, 700), random.uniform(5000, 7500)) if small else (random.uniform(60, 150), random.uniform(6500, 7800))
    driven = np.tanh(sound * random.uniform(2, 6) / (np.max(np.abs(sound)) + 1e-9)) if small else sound
    played = sosfilt(butter(2, [low, high], "band", fs=RATE, output="sos"), driven)
    for _ in range(4 if small else 2):
        # Resonances of the case, up to 6 dB.
        f, q, gain = random.uniform(400, 6000), random.uniform(2, 8), random.uniform(-6, 6)
        played = lfilter(*peaking(f, q, gain), played)
    return noise(room(np.asarray(played, np.float32), random), random)


def peaking(frequency: float, q: float, decibels: float) -> tuple[list[float], list[float]]:
    """Bristow-Johnson's cookbook: a peak of so many dB."""
    a, w = 10 ** (decibels / 40), 2 * np.pi * frequency / RATE
    alpha = np.sin(w) / (2 * q)
    return [1 + alpha * a, -2 * np.cos(w), 1 - alpha * a], [1 + alpha / a, -2 * np.cos(w), 1 - alpha / a]
