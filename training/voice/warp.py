"""Voices that nobody has: formants moved while the pitch stays. With speeds, which move both together, pitch and formants vary apart.

Jaitly and Hinton, "Vocal Tract Length Perturbation (VTLP) improves speech recognition" (2013), here by the cepstral envelope, so that it is a
waveform that comes out: the envelope is stretched along frequency under the fine structure and phase of the original. Writes copies of the training part beside the prepared ones, as
`<speed>x<factor>-clean.npy` with their offsets and the teacher's word on them.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from copies import Copies, index
from prepare import sixteen_bits
from teacher import opened

# Speeds with factors of formants: with these a voice is as far from itself, by the teacher, as two recordings of one person at most are.
WARPED = {
    "1x0.86": ("1", 0.86),
    "1x1.16": ("1", 1.16),
    "0.92x0.86": ("0.92", 0.86),
    "1.08x1.16": ("1.08", 1.16),
    "0.92x1.16": ("0.92", 1.16),
    "1.08x0.86": ("1.08", 0.86),
}

SIZE, HOP = 512, 128
# Quefrencies below half a millisecond per harmonic of the highest voice: the envelope without the pitch.
LIFTER = 32
QUIETEST = 1e-5


def warped(samples: Tensor, factors: Tensor) -> Tensor:
    """Samples B × N in [-1, 1]; formants at `factors` (B) times their frequencies. What lies beyond 8 kHz / factor is held level."""
    window = torch.hann_window(SIZE)
    spectrum = torch.stft(samples, SIZE, HOP, window=window, return_complex=True)
    logs = spectrum.abs().clamp(min=QUIETEST).log()
    cepstrum = torch.fft.irfft(logs, SIZE, dim=1)
    cepstrum[:, LIFTER:-LIFTER] = 0
    envelope = torch.fft.rfft(cepstrum, dim=1).real
    bins = envelope.shape[1]
    places = (torch.arange(bins)[None] / factors[:, None]).clamp(max=bins - 1)
    low = places.floor().long().clamp(max=bins - 2)
    part = (places - low)[:, :, None]
    at = low[:, :, None].expand(-1, -1, envelope.shape[2])
    moved = envelope.gather(1, at) * (1 - part) + envelope.gather(1, at + 1) * part
    return torch.istft(spectrum * (moved - envelope).exp(), SIZE, HOP, window=window, length=samples.shape[1])


@torch.inference_mode()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", required=True, help="what prepare.py wrote")
    parser.add_argument("--weights", required=True, help="pretrained.pt out of the wheel")
    args = parser.parse_args()
    torch.set_num_threads(1)
    folder, teacher = Path(args.set), opened(Path(args.weights))
    lines = index(folder)
    for voice, (speed, factor) in WARPED.items():
        plain = Copies(folder, speed, "clean")
        out, said = [], np.zeros((len(lines), 256), np.float32)
        for k, line in enumerate(lines):
            known = line.part == "train" and plain.count(k) >= SIZE
            samples = warped(torch.from_numpy(plain[k])[None], torch.tensor([factor]))[0].numpy() if known else np.zeros(0, np.float32)
            out.append(sixteen_bits(samples))
            if known:
                said[k] = teacher.embed(samples)
        (folder / f"{voice}.json").write_text(json.dumps([0, *np.cumsum([len(samples) for samples in out]).tolist()]))
        np.save(folder / f"{voice}-clean.npy", np.concatenate(out))
        # The last to be written: what has a teacher's word is whole.
        np.save(folder / f"{voice}-teacher.part.npy", said)
        (folder / f"{voice}-teacher.part.npy").rename(folder / f"{voice}-teacher.npy")
        print(voice, flush=True)


if __name__ == "__main__":
    main()
