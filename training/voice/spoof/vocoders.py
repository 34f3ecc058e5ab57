"""Copy synthesis: a genuine utterance taken apart and put together again, as cloned speech ends in a vocoder too."""
import numpy as np
import pyworld
from scipy.ndimage import gaussian_filter1d
from scipy.signal import istft, lfilter, stft

from speakers import RATE


def world(samples: np.ndarray, random: np.random.Generator) -> dict[str, np.ndarray]:
    """Morise, Yokomori & Ozawa, "WORLD" (2016): as it was, with another speaker's pitch and tract, and coarse and smooth as statistical synthesis is."""
    x = samples.astype(np.float64)
    f0, times = pyworld.dio(x, RATE)
    f0 = pyworld.stonemask(x, f0, times, RATE)
    envelope = pyworld.cheaptrick(x, f0, times, RATE)
    aperiodicity = pyworld.d4c(x, f0, times, RATE)
    size = pyworld.get_cheaptrick_fft_size(RATE)
    coded = pyworld.code_spectral_envelope(envelope, RATE, 30)
    smooth = pyworld.decode_spectral_envelope(gaussian_filter1d(coded, 2, axis=0), RATE, size)
    bands = pyworld.decode_aperiodicity(pyworld.code_aperiodicity(aperiodicity, RATE), RATE, size)
    factor = float(np.exp(random.choice([-1, 1]) * random.uniform(0.06, 0.18)))
    pitch = f0 * factor ** 2.5
    make = lambda f, s, a: pyworld.synthesize(f, np.ascontiguousarray(s), np.ascontiguousarray(a), RATE).astype(np.float32)
    return {
        "world-copy": make(f0, envelope, aperiodicity),
        "world-converted": make(pitch, stretched(envelope, factor), stretched(aperiodicity, factor)),
        "world-statistical": make(gaussian_filter1d(f0, 2) * (f0 > 0), smooth, bands),
    }


def stretched(spectrum: np.ndarray, factor: float) -> np.ndarray:
    """Every formant moved by a factor."""
    bins = np.arange(spectrum.shape[1])
    return np.stack([np.interp(bins / factor, bins, row) for row in spectrum])


def griffin_lim(samples: np.ndarray, random: np.random.Generator, bands: int = 80, rounds: int = 30) -> np.ndarray:
    """Griffin & Lim (1984) out of 80 mel bands, as early neural synthesisers ended."""
    forth = lambda x: stft(x, RATE, nperseg=1024, noverlap=768)[2]
    back = lambda spectrum: istft(spectrum, RATE, nperseg=1024, noverlap=768)[1]
    weights = mel_bands(bands, 513)
    magnitude = np.maximum(1e-9, np.linalg.pinv(weights) @ (weights @ np.abs(forth(samples))))
    phase = np.exp(2j * np.pi * random.uniform(size=magnitude.shape))
    for _ in range(rounds):
        again = forth(back(magnitude * phase))[:, : magnitude.shape[1]]
        phase = again / np.maximum(1e-9, np.abs(again))
    return back(magnitude * phase)[: len(samples)].astype(np.float32)


def mel_bands(bands: int, bins: int) -> np.ndarray:
    mel = lambda hertz: 2595 * np.log10(1 + hertz / 700)
    edges = 700 * (10 ** (np.linspace(0, mel(RATE / 2), bands + 2) / 2595) - 1)
    at = np.linspace(0, RATE / 2, bins)
    return np.stack([np.maximum(0, np.minimum((at - a) / (b - a), (c - at) / (c - b))) for a, b, c in zip(edges, edges[1:], edges[2:])])


def linear_prediction(samples: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Atal & Hanauer (1971): pulses or noise through an all-pole filter of order 18."""
    hop, size, order = 160, 480, 18
    x = np.pad(lfilter([1, -0.95], [1], samples), (size // 2, size))
    f0, _ = pyworld.dio(samples.astype(np.float64), RATE, frame_period=10)
    window = np.hanning(size)
    out = np.zeros(len(samples) + size)
    state, phase = np.zeros(order), 0.0
    for k in range(len(samples) // hop):
        frame = x[k * hop : k * hop + size] * window
        gain, taps = levinson(frame, order)
        excitation = random.standard_normal(hop)
        if k < len(f0) and f0[k] > 0:
            phases = phase + np.cumsum(np.full(hop, f0[k] / RATE))
            pulses = np.floor(phases) > np.floor(np.concatenate([[phase], phases[:-1]]))
            phase = phases[-1] % 1
            excitation = pulses * np.sqrt(RATE / f0[k]) + 0.05 * excitation
        piece, state = lfilter([gain], taps, excitation, zi=state)
        out[k * hop : (k + 1) * hop] = piece
    return lfilter([1], [1, -0.95], out[: len(samples)]).astype(np.float32)


def levinson(frame: np.ndarray, order: int) -> tuple[float, np.ndarray]:
    spectrum = np.abs(np.fft.rfft(frame, 1024)) ** 2
    r = np.fft.irfft(spectrum)[: order + 1]
    r[0] = r[0] * 1.0001 + 1e-9
    taps, error = np.array([1.0]), r[0]
    for i in range(1, order + 1):
        k = -np.dot(taps, r[i:0:-1]) / error
        taps = np.append(taps, 0) + k * np.append(taps, 0)[::-1]
        error *= 1 - k * k
    return float(np.sqrt(max(error, 0) / (0.375 * len(frame)))), taps
