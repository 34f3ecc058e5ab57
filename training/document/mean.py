"""The weighted mean of the weights of two runs of which one began with the other: no slower than either.

Wortsman et al., "Model soups: averaging weights of multiple fine-tuned models improves accuracy without increasing inference time" (2022).
"""

import argparse
import json

import torch

from network import Network
from pages import read_index
from validate import validate


def mean_of(first: dict[str, torch.Tensor], second: dict[str, torch.Tensor], share: float) -> dict[str, torch.Tensor]:
    """Weights and normalisation statistics, `share` of the second; counters are the second's."""
    return {
        name: torch.lerp(first[name], value, share) if value.is_floating_point() else value for name, value in second.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--first", required=True, help="a checkpoint of the same network")
    parser.add_argument("--second", required=True)
    parser.add_argument("--share", type=float, default=0.5, help="of the second")
    parser.add_argument("--validation", action="append", required=True)
    parser.add_argument("--validation-part", type=int, default=1, help="every n-th source only")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    first, second = (torch.load(path, weights_only=True) for path in (args.first, args.second))
    mean = mean_of(first["average"], second["average"], args.share)
    torch.save({"average": mean, "step": second["step"]}, args.out)
    network = Network().to(memory_format=torch.channels_last)
    network.load_state_dict(mean)
    judged = [page for folder in args.validation for page in read_index(folder) if page.split == "validation"]
    sources = set(sorted({page.source for page in judged})[:: args.validation_part])
    figures = validate(network, [page for page in judged if page.source in sources])
    print(json.dumps({name: round(value, 4) for name, value in figures.items()}))


if __name__ == "__main__":
    main()
