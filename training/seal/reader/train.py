"""Fine-tunes PP-OCRv4's recogniser on strips of seals: CTC, all layers but the stem and the depthwise kernels, which cost most and know edges already."""

import argparse
import math
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from network import Recogniser
from strips import WAYS, Strips, batches, dictionary
from validate import line, validate

parser = argparse.ArgumentParser()
parser.add_argument("--weights", required=True, help="an ONNX file of this graph with its weights, or a .pt of an earlier run")
parser.add_argument("--graph", required=True, help="ch_PP-OCRv4_rec_infer.onnx, or the ONNX file whose weights are trained further")
parser.add_argument("--dictionary", required=True)
parser.add_argument("--strips", nargs="+", required=True)
parser.add_argument("--validation", nargs="+", required=True)
parser.add_argument("--out", required=True)
parser.add_argument("--minutes", type=float, default=60)
parser.add_argument("--columns", type=int, default=12000, help="of all strips of a batch")
parser.add_argument("--rate", type=float, default=5e-4)
parser.add_argument("--threads", type=int, default=1)
parser.add_argument("--each", type=int, default=150, help="steps between validations")
parser.add_argument("--seed", type=int, default=1)
options = parser.parse_args()

#: Of the head's rate; the backbone is nearer to what it has to be.
BACKBONE = 0.5
WARM = 60
DECAY = 0.995

torch.set_num_threads(options.threads)
torch.manual_seed(options.seed)
random = np.random.default_rng(options.seed)
characters = dictionary(options.dictionary)
network = Recogniser(options.graph)
if options.weights.endswith(".pt"):
    network.load_state_dict(torch.load(options.weights))
backbone, head = network.freeze()
averaged = {name: value.detach().clone() for name, value in network.named_parameters()}
optimiser = torch.optim.AdamW(
    [{"params": backbone, "scale": BACKBONE}, {"params": head, "scale": 1.0}], lr=options.rate, weight_decay=0.01
)
strips = Strips(options.strips, characters)
held = {folder: Strips([folder], characters) for folder in options.validation}
out = Path(options.out)
out.mkdir(parents=True, exist_ok=True)


def judge(step: int) -> None:
    own = {name: value.detach().clone() for name, value in network.named_parameters()}
    with torch.no_grad():
        for name, value in network.named_parameters():
            value.copy_(averaged[name])
    for folder, rows in held.items():
        rows.refresh()
        print(step, Path(folder).name, line(validate(network, rows, characters, list(WAYS)[:2])), flush=True)
    torch.save(network.state_dict(), out / f"{step}.pt")
    with torch.no_grad():
        for name, value in network.named_parameters():
            value.copy_(own[name])


started = time.time()
if options.weights.endswith(".onnx"):
    judge(0)
step, total, seen = 0, 0.0, 0
started = time.time()
for input, classes in batches(strips, random, options.columns):
    done = (time.time() - started) / (60 * options.minutes)
    if done >= 1:
        break
    pace = min(1, (step + 1) / WARM) * 0.5 * (1 + math.cos(math.pi * done))
    for group in optimiser.param_groups:
        group["lr"] = options.rate * group["scale"] * pace
    with torch.autocast("cpu", torch.bfloat16):
        logits = network(input.to(memory_format=torch.channels_last))
    steps = logits.shape[1]
    loss = F.ctc_loss(
        logits.float().log_softmax(-1).transpose(0, 1),
        torch.tensor([n for own in classes for n in own]),
        torch.full((len(classes),), steps),
        torch.tensor([len(own) for own in classes]),
        zero_infinity=True,
    )
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(backbone + head, 5.0)
    optimiser.step()
    step += 1
    seen += len(classes)
    total += loss.item()
    decay = min(DECAY, step / (step + 10))
    with torch.no_grad():
        for name, value in network.named_parameters():
            if value.requires_grad:
                averaged[name].lerp_(value, 1 - decay)
    if step % 25 == 0:
        print(f"{step}: {(time.time() - started) / 60:.1f} min, {seen} strips of {len(strips.rows)}, loss {total / 25:.4f}", flush=True)
        total = 0.0
        strips.refresh()
    if step % options.each == 0:
        judge(step)
judge(step)
