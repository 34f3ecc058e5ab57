"""Exports the peer that the bench measures beside ours: Resemblyzer's voice encoder (Wan et al., "Generalized end-to-end loss for speaker
verification", 2018; Resemblyzer 0.1.4, Apache-2.0), from the wheel on PyPI, as ONNX, with golden values of its features and embeddings.

    python training/voice/peer.py Resemblyzer-0.1.4-py3-none-any.whl models/voice/peer.onnx bench/voice/peer.golden.json
"""

import io
import json
import sys
import zipfile
from pathlib import Path

import librosa
import numpy as np
import torch

RATE, FFT, HOP, BANDS, PARTIAL = 16000, 400, 160, 40, 160


class Encoder(torch.nn.Module):
    """[partials, 160, 40] → unit vectors [partials, 256]."""

    def __init__(self) -> None:
        super().__init__()
        self.lstm = torch.nn.LSTM(BANDS, 256, 3, batch_first=True)
        self.linear = torch.nn.Linear(256, 256)

    def forward(self, mels: torch.Tensor) -> torch.Tensor:
        _, (hidden, _) = self.lstm(mels)
        embedding = torch.relu(self.linear(hidden[-1]))
        return embedding / (embedding.norm(dim=1, keepdim=True) + 1e-9)


def load(wheel: Path) -> Encoder:
    weights = zipfile.ZipFile(wheel).read("resemblyzer/pretrained.pt")
    state = torch.load(io.BytesIO(weights), map_location="cpu", weights_only=False)["model_state"]
    encoder = Encoder()
    missing, _ = encoder.load_state_dict(state, strict=False)
    assert not missing, missing
    return encoder.eval()


def louder(sound: np.ndarray) -> np.ndarray:
    """Raised to a level of -30 dBFS; what is louder stays."""
    gain = -30 - 20 * np.log10(np.sqrt((sound**2).mean()) + 1e-9)
    return sound if gain < 0 else sound * 10 ** (gain / 20)


def mel(sound: np.ndarray) -> np.ndarray:
    return librosa.feature.melspectrogram(y=sound, sr=RATE, n_fft=FFT, hop_length=HOP, n_mels=BANDS).T.astype(np.float32)


def starts(samples: int) -> list[int]:
    """First frames of the partials, 1.3 a second; the last is left out where less than three quarters of it are sound."""
    frames = int(np.ceil((samples + 1) / HOP))
    step = int(np.round((RATE / 1.3) / HOP))
    found = list(range(0, max(1, frames - PARTIAL + step + 1), step))
    covered = (samples - found[-1] * HOP) / (PARTIAL * HOP)
    return found[:-1] if covered < 0.75 and len(found) > 1 else found


def embed(encoder: Encoder, sound: np.ndarray) -> np.ndarray:
    sound = louder(sound)
    first = starts(len(sound))
    length = (first[-1] + PARTIAL) * HOP
    if length >= len(sound):
        sound = np.pad(sound, (0, length - len(sound)))
    mels = mel(sound)
    with torch.no_grad():
        mean = encoder(torch.tensor(np.stack([mels[at : at + PARTIAL] for at in first]))).mean(0).numpy()
    return mean / np.linalg.norm(mean)


def golden(encoder: Encoder) -> list[dict]:
    """A sweep with harmonics, which any language makes the same: sin over 12 harmonics of a rising tone."""
    cases = []
    for seconds in (1.1, 2.9):
        time = np.arange(int(seconds * RATE)) / RATE
        phase = 2 * np.pi * (120 * time + 20 * time**2)
        sound = (0.02 * sum(np.sin(k * phase) / k for k in range(1, 13))).astype(np.float32)
        mels = mel(louder(sound))
        cases.append(
            {
                "seconds": seconds,
                "starts": starts(len(sound)),
                "mel": [float(f"{x:.6g}") for x in mels[50]],
                "embedding": [float(f"{x:.6g}") for x in embed(encoder, sound)],
            }
        )
    return cases


def main(wheel: Path, model: Path, values: Path) -> None:
    encoder = load(wheel)
    torch.onnx.export(
        encoder,
        (torch.zeros(2, PARTIAL, BANDS),),
        str(model),
        input_names=["mels"],
        output_names=["embeds"],
        dynamic_axes={"mels": {0: "partials"}, "embeds": {0: "partials"}},
        opset_version=17,
        dynamo=False,
    )
    values.write_text(json.dumps(golden(encoder)) + "\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
