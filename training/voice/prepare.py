"""All speech of the corpora, silence cut, at several speeds, plain and as telephones and chat programs send it.

Writes into a folder: `index.json` (corpus, speaker, utterance, part), and for each copy `<speed>-<codec>.npy` (16-bit samples of all utterances
behind each other, 16 kHz) with `<speed>.json` (their offsets). A voice at another speed is another speaker to the network: pitch and formants move together.
"""

import argparse
import json
import subprocess
from pathlib import Path

import numpy as np
import soundfile
from scipy.signal import resample_poly

from activity import RATE, Activity, spoken
from splits import split_of, utterances

# As fractions, so that resampling is exact; above 1 the voice is higher and faster.
SPEEDS = {"1": (1, 1), "0.84": (25, 21), "0.92": (25, 23), "1.08": (25, 27), "1.17": (6, 7)}

TELEPHONE = ["-t", "raw", "-e", "signed", "-b", "16", "-c", "1", "-r", str(RATE)]
# sox knows telephone codecs; ffmpeg brings Opus.
CODECS = {
    "amr-12": ("amr-nb", ["-C", "7"]),
    "amr-7": ("amr-nb", ["-C", "4"]),
    "amr-5": ("amr-nb", ["-C", "1"]),
    "gsm": ("gsm", []),
    "opus-6": ("opus", ["6k"]),
    "opus-12": ("opus", ["12k"]),
}
CODED = {
    "1": ["amr-12", "amr-5", "gsm", "opus-6", "opus-12"],
    "0.84": ["amr-7", "opus-12"],
    "0.92": ["amr-12", "opus-6"],
    "1.08": ["amr-5", "opus-12"],
    "1.17": ["gsm", "amr-12"],
}


def piped(command: list[str], data: bytes) -> bytes:
    return subprocess.run(command, input=data, check=True, capture_output=True).stdout


def coded(samples: np.ndarray, codec: str) -> np.ndarray:
    """The same number of samples, sent through a codec and back."""
    kind, options = CODECS[codec]
    raw = samples.astype("<i2").tobytes()
    if kind == "opus":
        form = ["-f", "s16le", "-ar", str(RATE), "-ac", "1"]
        packets = piped(["ffmpeg", "-v", "error", *form, "-i", "-", "-c:a", "libopus", "-b:a", *options, "-application", "voip", "-f", "ogg", "-"], raw)
        back = piped(["ffmpeg", "-v", "error", "-i", "-", *form, "-"], packets)
    else:
        packets = piped(["sox", "-V1", *TELEPHONE, "-", "-t", kind, "-r", "8000", "-c", "1", *options, "-"], raw)
        back = piped(["sox", "-V1", "-t", kind, "-r", "8000", "-c", "1", "-", *TELEPHONE, "-"], packets)
    heard = np.frombuffer(back, "<i2")[: len(samples)]
    return np.pad(heard, (0, len(samples) - len(heard)))


def sixteen_bits(samples: np.ndarray) -> np.ndarray:
    return np.clip(np.round(samples * 32767), -32768, 32767).astype(np.int16)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--speech", required=True, help="folder of both corpora")
    parser.add_argument("--activity", required=True, help="silero_vad_v5.onnx")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    files = utterances(Path(args.speech))
    recordings = [soundfile.read(str(u.path), dtype="float32")[0] for u in files]
    speech = spoken(Activity(Path(args.activity)), recordings)
    index = [[u.corpus, u.speaker, u.path.stem, split_of(u.speaker)] for u in files]
    (out / "index.json").write_text(json.dumps(index))
    for speed, (up, down) in SPEEDS.items():
        copies = [resample_poly(samples, up, down) if up != down and len(samples) else samples for samples in speech]
        ends = np.cumsum([len(copy) for copy in copies]).tolist()
        (out / f"{speed}.json").write_text(json.dumps([0, *ends]))
        np.save(out / f"{speed}-clean.npy", sixteen_bits(np.concatenate(copies)))
        print(speed, ends[-1] / RATE / 3600, "h", flush=True)
    for speed, codecs in CODED.items():
        clean = np.load(out / f"{speed}-clean.npy")
        for codec in codecs:
            target = out / f"{speed}-{codec}.npy"
            if not target.exists():
                np.save(target.with_suffix(".part.npy"), coded(clean, codec))
                target.with_suffix(".part.npy").rename(target)
            print(target.stem, flush=True)


if __name__ == "__main__":
    main()
