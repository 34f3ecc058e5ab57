"""Speech from text by programs of the system: espeak-ng, flite, festival; and a neural voice (Piper) where its package is installed."""
import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from speakers import read
from texts import sentence

ESPEAK = [f"{language}+{variant}" for language in ("en-us", "en-gb", "cmn") for variant in ("m1", "m3", "m7", "f1", "f2", "f4")]
FESTIVAL = {"hts": "cmu_us_slt_arctic_hts", "diphone": "kal_diphone"}


def run(command: list[str], text: str, out: Path) -> np.ndarray:
    subprocess.run(command, input=text.encode(), check=True, capture_output=True)
    return read(out)


def espeak(number: int) -> np.ndarray:
    voice = ESPEAK[number % len(ESPEAK)]
    text = sentence(number, "zh" if voice.startswith("cmn") else "en")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.wav"
        speed, pitch = 140 + 7 * (number % 9), 35 + 5 * (number % 7)
        return run(["espeak-ng", "-v", voice, "-s", str(speed), "-p", str(pitch), "-w", str(out), "--stdin"], text, out)


def flite(voice: str, number: int) -> np.ndarray:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.wav"
        stretch = 0.85 + 0.05 * (number % 7)
        return run(["flite", "-voice", voice, "--setf", f"duration_stretch={stretch}", "-t", sentence(number), "-o", str(out)], "", out)


def festival(voice: str, number: int) -> np.ndarray:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out.wav"
        stretch = 0.85 + 0.05 * (number % 7)
        return run(["text2wave", "-eval", f"(voice_{FESTIVAL[voice]})", "-eval", f"(Parameter.set 'Duration_Stretch {stretch})", "-o", str(out)],
                   sentence(number), out)


class Piper:
    """VITS with a HiFi-GAN decoder; phonemes from espeak-ng."""

    def __init__(self, model: Path):
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(model, options)
        self.config = json.loads(Path(f"{model}.json").read_text())

    def __call__(self, number: int) -> np.ndarray:
        from scipy.signal import resample_poly

        said = subprocess.run(["espeak-ng", "-v", self.config["espeak"]["voice"], "--ipa", "-q", sentence(number)], check=True, capture_output=True)
        ids = self.config["phoneme_id_map"]
        phonemes = [c for c in " ".join(said.stdout.decode().split()) if c in ids]
        numbers = ids["^"] + ids["_"] + [i for c in phonemes for i in ids[c] + ids["_"]] + ids["$"]
        asked = self.config["inference"]
        scales = np.array([asked["noise_scale"], asked["length_scale"] * (0.9 + 0.05 * (number % 5)), asked["noise_w"]], np.float32)
        (sound,) = self.session.run(None, {"input": np.array([numbers], np.int64), "input_lengths": np.array([len(numbers)], np.int64), "scales": scales})
        return resample_poly(sound.ravel(), 320, 441).astype(np.float32)[: 6 * 16000]
