"""A checkpoint as ONNX: the graph that it came from with its own weights; compared with PyTorch, and what it reads of drawn strips kept for a test."""

import argparse
import json

import numpy as np
import onnxruntime
import torch

from network import Recogniser
from strips import HEIGHT, dictionary, padded_width

#: Characters of bars in a box of 32, as [left, top, width, height].
BARS = {
    "十": [[2, 14, 28, 4], [14, 2, 4, 28]],
    "工": [[4, 3, 24, 4], [14, 3, 4, 25], [2, 26, 28, 4]],
    "王": [[4, 3, 24, 4], [5, 14, 22, 4], [14, 3, 4, 25], [2, 26, 28, 4]],
    "口": [[5, 5, 4, 23], [5, 5, 22, 4], [23, 5, 4, 23], [5, 25, 22, 4]],
    "田": [[4, 4, 4, 24], [4, 4, 24, 4], [24, 4, 4, 24], [4, 25, 24, 4], [14, 4, 4, 24], [4, 14, 24, 4]],
}
TEXTS = ["十王田", "口工王十田口"]
PAPER, INK = 233, 47


def drawn(text: str) -> tuple[list[list[int]], int]:
    bars = [[8 + 40 * i + x, 8 + y, w, h] for i, letter in enumerate(text) for x, y, w, h in BARS[letter]]
    return bars, 40 * len(text) + 16


def strip_of(bars: list[list[int]], width: int) -> np.ndarray:
    grey = np.full((HEIGHT, width), PAPER, np.float32)
    for x, y, w, h in bars:
        grey[y : y + h, x : x + w] = INK
    input = np.zeros((1, 3, HEIGHT, padded_width(width)), np.float32)
    input[0, :, :, :width] = grey / 127.5 - 1
    return input


def reading(probabilities: np.ndarray, characters: list[str]) -> tuple[str, list[float]]:
    """Best path, with the highest probability of each character's steps."""
    text, confidences, last = "", [], 0
    for row in probabilities:
        best = int(row.argmax())
        if best and best == last:
            confidences[-1] = max(confidences[-1], float(row[best]))
        elif best:
            text += characters[best]
            confidences.append(float(row[best]))
        last = best
    return text, [round(value, 5) for value in confidences]


parser = argparse.ArgumentParser()
parser.add_argument("--checkpoint", required=True)
parser.add_argument("--graph", required=True, help="the file whose weights were trained further")
parser.add_argument("--dictionary", required=True)
parser.add_argument("--out", required=True)
parser.add_argument("--golden")
# M. Wortsman et al., "Robust fine-tuning of zero-shot models" (CVPR 2022), equation 1.
parser.add_argument("--share", type=float, default=1, help="of the checkpoint in the weights; the rest is the graph's own")
options = parser.parse_args()

characters = dictionary(options.dictionary)
network = Recogniser(options.graph)
trained = torch.load(options.checkpoint)
network.load_state_dict({name: own.lerp(trained[name], options.share) for name, own in network.state_dict().items()})
network.save(options.out)
session = onnxruntime.InferenceSession(options.out)
name = session.get_inputs()[0].name
worst, golden = 0.0, []
for text in TEXTS:
    bars, width = drawn(text)
    input = strip_of(bars, width)
    (exported,) = session.run(None, {name: input})
    with torch.no_grad():
        own = torch.softmax(network(torch.from_numpy(input)), -1).numpy()
    worst = max(worst, float(np.abs(exported - own).max()))
    read, confidences = reading(own[0], characters)
    golden.append({"width": width, "bars": bars, "text": read, "confidences": confidences})
    print(text, read, confidences)
print(f"ONNX and PyTorch differ by {worst:.2g} at most")
if options.golden:
    with open(options.golden, "w", encoding="utf8") as file:
        file.write(json.dumps({"paper": PAPER, "ink": INK, "strips": golden}, ensure_ascii=False) + "\n")
