"""Trains the network of numbers on simulated seals' codes and tax numbers."""

import argparse
import sys
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from network import CHARACTERS, STEP, NumberNetwork, decoded

sys.path.append(str(Path(__file__).parents[2] / "common"))
sys.path.append(str(Path(__file__).parents[1] / "reader"))
from loop import add_options, begin, train  # noqa: E402
from strips import Strips, plain, spoilt  # noqa: E402

#: Share of the steps over which the rate falls.
FALLING = 0.7
KINDS = ("code", "number")
#: Ink, red, green and blue of the five planes that are kept.
CHANNELS = [0, 2, 3, 4]
STRETCH = (0.95, 1.45)
MOST_WIDTH = 800
#: Strips that get another one's print over them; the lightest level that counts as print, and by how many levels darker it counts in full.
OVERPRINTED, PRINT, FULLY = 0.2, 190, 120
#: Strips drawn at once, of which those of like width make a batch.
POOL = 8
#: Widths are padded to multiples of this.
STRIDE = 32


def padded(strips: list[Tensor]) -> tuple[Tensor, Tensor]:
    """Strips side by side with nothing behind the shorter ones, and how many steps each has."""
    width = -(-max(strip.shape[2] for strip in strips) // STRIDE) * STRIDE
    planes = torch.stack([F.pad(strip, (0, width - strip.shape[2]), value=1.0) for strip in strips])
    return planes, torch.tensor([-(-strip.shape[2] // STEP) for strip in strips])


def overprinted(planes: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Another strip's print over this one: black in its picture, and remains of what was about it in its ink."""
    planes, width = planes.astype(np.float32), planes.shape[2]
    print_ = np.tile(other[1:].max(0), (1, -(-width // other.shape[2])))[:, :width].astype(np.float32)
    share = ((PRINT - print_) / FULLY).clip(0, 1)
    planes[1:] = np.where(share > 0, np.minimum(planes[1:], print_), planes[1:])
    planes[0] += share * (planes[0].mean() - planes[0])
    return planes


class Batches:
    def __init__(self, folders: list[str], seed: int):
        self.strips = Strips(folders, ["", *CHARACTERS])
        self.random = np.random.default_rng(seed)
        self.ready: list[list[tuple[Tensor, list[int]]]] = []

    def again(self) -> None:
        self.strips.refresh()

    def next(self, size: int) -> list[tuple[Tensor, list[int]]]:
        if not self.ready:
            drawn = sorted((self.draw() for _ in range(POOL * size)), key=lambda one: one[0].shape[2])
            self.ready = [drawn[at : at + size] for at in range(0, len(drawn), size)]
            self.random.shuffle(self.ready)
        return self.ready.pop()

    def pick(self) -> dict:
        rows = self.strips.by_kind[KINDS[int(self.random.integers(len(KINDS)))]]
        return rows[int(self.random.integers(len(rows)))]

    def draw(self) -> tuple[Tensor, list[int]]:
        row = self.pick()
        planes = self.strips.planes_of(row)[CHANNELS]
        if self.random.random() < OVERPRINTED:
            planes = overprinted(planes, self.strips.planes_of(self.pick())[CHANNELS])
        text = self.strips.classes(row["text"])
        # A letter twice in a row needs a blank between.
        least = STEP * (len(text) + sum(a == b for a, b in zip(text, text[1:])) + 2)
        stretch = max(least / row["width"], min(self.random.uniform(*STRETCH), MOST_WIDTH / row["width"]))
        return spoilt(planes, stretch, self.random), text


def loss_of(network: NumberNetwork, batch: list[tuple[Tensor, list[int]]]) -> Tensor:
    planes, steps = padded([strip for strip, _ in batch])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = network(planes.to(memory_format=torch.channels_last))
    texts = [text for _, text in batch]
    return F.ctc_loss(
        logits.float().log_softmax(-1).transpose(0, 1),
        torch.tensor([letter for text in texts for letter in text]),
        steps,
        torch.tensor([len(text) for text in texts]),
        zero_infinity=True,
    )


@torch.inference_mode()
def judged(network: NumberNetwork, folder: Path) -> str:
    """Of codes and of tax numbers, how many are read to the letter by the most probable steps, strips as they are."""
    network.eval()
    strips = Strips([str(folder)], ["", *CHARACTERS])
    told = []
    for kind in KINDS:
        right = 0
        for row in strips.by_kind[kind]:
            planes, steps = padded([plain(strips.planes_of(row)[CHANNELS])])
            right += decoded(network(planes)[0, : steps[0]]) == row["text"]
        told.append(f"{kind} {right} of {len(strips.by_kind[kind])}")
    return ", ".join(told)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--strips", nargs="+", required=True, help="folders of scripts/fit-seal-reader; they may still grow")
    add_options(parser, steps=100000, every=500, batch=24, rate=2e-3, threads=1)
    args = parser.parse_args()
    begin(args)
    batches = Batches(args.strips, args.seed)
    network, averaged = (NumberNetwork().to(memory_format=torch.channels_last) for _ in range(2))
    train(
        args,
        (network, averaged),
        lambda: loss_of(network, batches.next(args.batch)),
        falling=FALLING,
        decay=1e-2,
        judge=judged,
        again=batches.again,
        known=lambda: f"{sum(len(batches.strips.by_kind[kind]) for kind in KINDS)} strips",
    )


if __name__ == "__main__":
    main()
