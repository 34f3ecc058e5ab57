"""What a network reads of validation strips: exact readings and likeness (1 − normalised edit distance) by kind and rendering."""

import numpy as np
import torch

from strips import KINDS, Strips, plain, rendering, stacked


def distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != other))
    return row[-1]


def decode(logits: np.ndarray, characters: list[str]) -> str:
    """Best path of CTC."""
    best = logits.argmax(-1)
    kept = best[np.insert(best[1:] != best[:-1], 0, True)]
    return "".join(characters[i] for i in kept if i)


@torch.no_grad()
def validate(network, strips: Strips, characters: list[str], ways: list[str], most: int = 150) -> dict[str, tuple]:
    """By kind and rendering: (strips, exact, likeness)."""
    found = {}
    for kind in KINDS:
        rows = sorted(strips.by_kind[kind][:most], key=lambda row: row["width"])
        for way in ways if kind != "square" else ways[:1]:
            exact, alike = 0, 0.0
            for start in range(0, len(rows), 8):
                part = rows[start : start + 8]
                input = stacked([plain(rendering(strips.planes_of(row), way)) for row in part])
                with torch.autocast("cpu", torch.bfloat16):
                    logits = network(input.to(memory_format=torch.channels_last)).float().numpy()
                for row, own in zip(part, logits):
                    text = decode(own, characters)
                    exact += text == row["text"]
                    alike += 1 - distance(text, row["text"]) / max(len(text), len(row["text"]))
            if rows:
                found[f"{kind} {way}"] = (len(rows), exact / len(rows), alike / len(rows))
    return found


def line(found: dict[str, tuple]) -> str:
    return "  ".join(f"{name} {100 * exact:.1f}% {alike:.3f}" for name, (_, exact, alike) in found.items())
