"""Trains the network; goes on where DIR/last.pt stands. See README.md."""

import argparse
import json
import math
import time
from pathlib import Path

import torch
from torch import distributed

from batches import Peaks, Sampler, by_pipeline, stream
from grow import grow
from loss import loss
from network import Network, pooled
from optimizer import Optimizer
from pages import held, read_index
from validate import validate


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--train", action="append", required=True, help="folder of tensors; may be given several times")
    parser.add_argument("--validation", action="append", required=True)
    parser.add_argument("--out", required=True, help="folder of checkpoints and log.jsonl")
    parser.add_argument("--steps", type=int, default=20000)
    parser.add_argument("--pairs", type=int, default=6, help="forged crops a batch, each with its twin")
    parser.add_argument("--alone", type=int, default=4, help="further genuine crops a batch")
    parser.add_argument("--often", action="append", default=[], help="PIPELINE=TIMES: its forged pages are drawn so much more often")
    parser.add_argument("--size", type=int, default=64, help="cells along a crop's side")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--validate-every", type=int, default=1000, help="steps")
    parser.add_argument("--validation-part", type=int, default=1, help="every n-th source only")
    parser.add_argument("--start", help="checkpoint whose weights training starts from; of this network or of a smaller one")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--ranks", type=int, default=1, help="processes that train together; gradients are averaged")
    parser.add_argument("--rank", type=int, default=0, help="which of them this one is; 0 validates and writes")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def rate_of(step: int, steps: int, peak: float) -> float:
    """Linear for the first 200 steps or a twentieth, then half a cosine down to a hundredth."""
    warm = min(200, max(1, steps // 20))
    if step < warm:
        return peak * (step + 1) / warm
    return peak * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm))))


def average_gradients(network: Network, ranks: int) -> None:
    """Of all processes, so that each takes the same step."""
    gradients = [p.grad for p in network.parameters()]
    flat = torch.cat([g.flatten() for g in gradients])
    distributed.all_reduce(flat)
    for gradient, mean in zip(gradients, (flat / ranks).split([g.numel() for g in gradients])):
        gradient.copy_(mean.view_as(gradient))


def note_peaks(peaks: Peaks, batch: dict, logits: torch.Tensor) -> None:
    """How high the genuine crops of a batch stand."""
    genuine = [n for n, altered in enumerate(batch["share"].flatten(1).amax(1).tolist()) if altered == 0]
    scores = pooled(logits, batch["weight"]).tolist()
    peaks.note([batch["places"][n] for n in genuine], [scores[n] for n in genuine])


@torch.no_grad()
def follow(average: Network, network: Network, step: int) -> None:
    """Exponential moving average of weights and normalisation statistics over about 500 steps, shorter at first."""
    decay = min(0.998, (step + 1) / (step + 10))
    for slow, fast in zip(average.state_dict().values(), network.state_dict().values()):
        if slow.dtype.is_floating_point:
            slow.lerp_(fast, 1 - decay)
        else:
            slow.copy_(fast)


def main() -> None:
    args = options()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    out = Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    if args.ranks > 1:
        meeting = f"file://{(out / 'ranks').resolve()}"
        distributed.init_process_group("gloo", init_method=meeting, rank=args.rank, world_size=args.ranks)
    leads = args.rank == 0
    pages = [page for folder in args.train for page in read_index(folder)]
    pages = [page for page in pages if page.split == "train" and not held(page.source)]
    judged = [page for folder in args.validation for page in read_index(folder) if page.split == "validation"]
    sources = sorted({page.source for page in judged})[:: args.validation_part]
    judged = [page for page in judged if page.source in set(sources)]
    network = Network().to(memory_format=torch.channels_last)
    average = Network().to(memory_format=torch.channels_last)
    average.load_state_dict(network.state_dict())
    optimizer = Optimizer(network)
    first, best = 0, -math.inf
    if (out / "last.pt").exists():
        state = torch.load(out / "last.pt", weights_only=True)
        network.load_state_dict(state["network"])
        average.load_state_dict(state["average"])
        optimizer.load_state_dict(state["optimizer"])
        first, best = state["step"], state["best"]
    elif args.start:
        weights = torch.load(args.start, weights_only=True)["average"]
        grow(network, weights)
        average.load_state_dict(network.state_dict())

    def log(entry: dict) -> None:
        if not leads:
            return
        line = json.dumps({key: round(value, 4) if isinstance(value, float) else value for key, value in entry.items()})
        print(line, flush=True)
        with (out / "log.jsonl").open("a") as file:
            file.write(line + "\n")

    log({"pages": len(pages), "validation pages": len(judged), "from step": first, **vars(args)})
    if leads and first == 0 and args.start:
        log({"step": 0, **validate(average, judged)})
    sums: dict[str, float] = {}
    started, since = time.monotonic(), first
    times = {name: float(value) for name, value in (entry.split("=") for entry in args.often)}
    unknown = times.keys() - {page.pipeline for page in pages}
    if unknown:
        raise SystemExit(f"--often: no page passed through {', '.join(sorted(unknown))}")
    choose = by_pipeline(pages, times) if times else None
    sampler = Sampler(pages, args.size, args.pairs, args.alone, args.seed + 1000 * args.rank, choose)
    for step, batch in enumerate(stream(sampler, first, args.steps), first):
        network.train()
        with torch.autocast("cpu", torch.bfloat16):
            logits = network(batch["luma"], batch["chroma"], batch["levels"], batch["quantization"])
        total, parts = loss(logits, batch["share"], batch["weight"])
        network.zero_grad(set_to_none=True)
        total.backward()
        note_peaks(sampler.peaks, batch, logits.detach())
        if args.ranks > 1:
            average_gradients(network, args.ranks)
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step(rate_of(step, args.steps, args.rate))
        follow(average, network, step)
        for name, value in {"loss": total.item(), **parts}.items():
            sums[name] = sums.get(name, 0.0) + value
        done = step + 1
        if done % 50 == 0 or done == args.steps:
            count = done - since
            crops = args.ranks * count * len(logits) / (time.monotonic() - started)
            log({"step": done, **{name: value / count for name, value in sums.items()}, "crops/s": crops})
            sums, since, started = {}, done, time.monotonic()
        if leads and (done % args.validate_every == 0 or done == args.steps):
            figures = validate(average, judged)
            log({"step": done, **figures})
            # Detection at 1% false alarms hangs on a page or two of this many: it is logged, not followed.
            merit = figures["page AUC"] + figures["F1"]
            if merit > best:
                best = merit
                torch.save({"average": average.state_dict(), "step": done, "figures": figures}, out / "best.pt")
            state = {"network": network.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict()}
            torch.save({**state, "step": done, "best": best}, out / "last.new")
            (out / "last.new").replace(out / "last.pt")
            started = time.monotonic()


if __name__ == "__main__":
    main()
