"""The weighted mean of the weights of two runs of which one began with the other: often better than both, and no slower.

Wortsman et al., "Model soups: averaging weights of multiple fine-tuned models improves accuracy without increasing inference time" (2022).
"""

import argparse
from pathlib import Path

import torch

from network import SpeakerNetwork
from trials import validated


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", required=True)
    parser.add_argument("--first", required=True)
    parser.add_argument("--second", required=True)
    parser.add_argument("--share", type=float, default=0.6, help="of the second")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    first, second = (torch.load(path, weights_only=True)["network"] for path in (args.first, args.second))
    mean = {name: torch.lerp(first[name], second[name], args.share) if first[name].is_floating_point() else first[name] for name in first}
    torch.save({"network": mean}, args.out)
    network = SpeakerNetwork().to(memory_format=torch.channels_last)
    network.load_state_dict(mean)
    for codec, (one, five) in validated(network, Path(args.set)).items():
        print(f"{args.share} validation {codec}: one against one {one:.2%}, five against five {five:.2%}")


if __name__ == "__main__":
    main()
