"""Trained networks as ONNX, checked against PyTorch, with a golden file of what they say of inputs that TypeScript makes, too."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import numpy_helper
from torch import Tensor, nn


def options(description: str | None, name: str) -> Namespace:
    """`weights` and `out` of an export's command line."""
    parser = ArgumentParser(description=description)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help=f"{name}; its golden file goes beside it")
    return parser.parse_args()


def loaded(network: nn.Module, weights: Path) -> nn.Module:
    """The network with a checkpoint's weights, as it is used."""
    network.load_state_dict(torch.load(weights, weights_only=True))
    return network.eval()


def weights_in(file: Path) -> dict[str, Tensor]:
    """Weights by their names: of a checkpoint, or of an ONNX file whose export kept the names, as it does where nothing is folded."""
    if file.suffix != ".onnx":
        return torch.load(file, weights_only=True)
    initialisers = onnx.load(file).graph.initializer
    return {one.name: torch.from_numpy(numpy_helper.to_array(one).copy()) for one in initialisers}


class OnnxFile:
    """A network exported beside its place: it is put there, whole, when golden answers are known.

    `axes`: of each input and output, which axes may be of any length.
    """

    def __init__(
        self,
        network: nn.Module,
        example: tuple[Tensor, ...],
        out: Path,
        *,
        inputs: Sequence[str],
        outputs: Sequence[str],
        axes: dict[str, dict[int, str]],
    ):
        self.network, self.out, self.inputs = network, out, inputs
        self.part = out.with_suffix(".part.onnx")
        self.difference = 0.0
        names = {"input_names": list(inputs), "output_names": list(outputs), "dynamic_axes": axes}
        torch.onnx.export(network, example, str(self.part), opset_version=17, dynamo=False, **names)
        self.session = onnxruntime.InferenceSession(str(self.part))

    @torch.inference_mode()
    def ask(self, *given: Tensor) -> list[np.ndarray]:
        """What PyTorch says, output by output; how far ONNX is from it is kept."""
        told = self.network(*given)
        expected = [one.numpy() for one in (told if isinstance(told, tuple) else (told,))]
        said = self.session.run(None, {name: values.numpy() for name, values in zip(self.inputs, given)})
        differences = [float(np.abs(a - b).max()) for a, b in zip(said, expected)]
        self.difference = max(self.difference, *differences)
        return expected

    def keep(self, golden: object) -> None:
        """Puts the file in its place, the golden one beside it, and prints what became of it."""
        self.part.rename(self.out)
        self.out.with_suffix(".golden.json").write_text(json.dumps(golden) + "\n")
        weights = sum(parameter.numel() for parameter in self.network.parameters())
        print(json.dumps({"weights": weights, "bytes": self.out.stat().st_size, "largestDifference": self.difference}))


def rounded(values: Sequence[float] | np.ndarray, digits: int = 5) -> list[float]:
    return [round(float(value), digits) for value in values]
