"""Trains the network on pairs of seals, with AdamW (Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019) at a rate that falls to nothing."""

import argparse
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from network import ImprintNetwork
from pairs import EASY, Batches, Pairs, read, tensor

sys.path.append(str(Path(__file__).parents[2] / "common"))
from onnx_file import weights_in  # noqa: E402

BATCH = 32
WARM = 100
# The share of the steps over which the rate falls.
FALLING = 0.4


@torch.inference_mode()
def said_of(network: ImprintNetwork, pairs: Pairs, which: np.ndarray) -> np.ndarray:
    network.eval()
    parts = np.array_split(which, max(1, len(which) // 64))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        said = np.concatenate([network(tensor(pairs.cells[part])).float().numpy() for part in parts])
    network.train()
    return said


def judged(network: ImprintNetwork, pairs: Pairs) -> str:
    """Share of copies above the strangers' highest, second, fifth and tenth: the network's log-odds, the trees', their sum."""
    asked = np.flatnonzero(pairs.alike | pairs.twins | (pairs.trees > EASY))
    said = said_of(network, pairs, asked)
    alike, trees = pairs.alike[asked], pairs.trees[asked].clip(1e-9, 1 - 1e-9)
    trees = np.log(trees / (1 - trees))

    def recalls(scores: np.ndarray) -> str:
        others = np.sort(scores[~alike])[::-1]
        return " ".join(f"{100 * (scores[alike] > others[k]).mean():.1f}" for k in (0, 1, 4, 9))

    return f"network {recalls(said)}, trees {recalls(trees)}, both {recalls(said + trees)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, nargs="+", required=True, help="files of `fit-seal-judge --only pairs`, without their endings")
    parser.add_argument("--held", type=Path, nargs="*", default=[], help="pairs of further seeds, judged at every checkpoint")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--every", type=int, default=1000)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--harden", type=int, default=3000, help="steps after which the hardest pairs are sought anew")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--start", type=Path, help="weights to go on from, a checkpoint or an ONNX file")
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    batches = Batches(read(*args.pairs), args.seed)
    held = {path.name: read(path) for path in args.held}
    network = ImprintNetwork()
    if args.start:
        # The last block may be missing: it adds nothing at first (`Further`). Nothing else may.
        kept = {name: value for name, value in network.state_dict().items() if name.startswith("last.")}
        network.load_state_dict(kept | weights_in(args.start))
    optimiser = torch.optim.AdamW(network.parameters(), lr=args.rate, weight_decay=1e-2)
    started, mean = time.monotonic(), None
    for step in range(1, args.steps + 1):
        for group in optimiser.param_groups:
            group["lr"] = args.rate * min(1, step / WARM) * min(1, (args.steps - step) / (FALLING * args.steps) + 0.01)
        if step % args.harden == 0:
            batches.harden(lambda which: said_of(network, batches.pairs, which))
        pairs, alike = batches.next(BATCH)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            said = network(pairs)
        loss = F.binary_cross_entropy_with_logits(said.float(), alike)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        mean = loss.item() if mean is None else 0.98 * mean + 0.02 * loss.item()
        if step % 100 == 0:
            print(f"{step} {mean:.4f} {time.monotonic() - started:.0f} s", flush=True)
        if step % args.every == 0 or step == args.steps:
            torch.save(network.state_dict(), args.out / f"{step}.pt")
            for name, pairs_of in held.items():
                print(f"{name}: {judged(network, pairs_of)}", flush=True)


if __name__ == "__main__":
    main()
