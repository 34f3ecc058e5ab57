"""A checkpoint as ONNX, with golden log-odds that the TypeScript side must reproduce."""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor

from network import Network

GOLDEN = {"coefficients": (9, 13, True), "pixels": (8, 5, False)}
"""Rows, columns, whether there are coefficients."""


def hashed(count: int, salt: int) -> np.ndarray:
    """`count` bytes that both sides can make: 32-bit integer arithmetic on the index alone."""
    i = np.arange(count, dtype=np.uint64)
    mixed = ((i + salt) * 2654435761) % 2**32
    return ((mixed >> 15) % 256).astype(np.uint8)


def golden_input(rows: int, columns: int, coefficients: bool) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """luma, chroma, levels, quantization of a page of noise, as networkInput gives them, batch axis first."""
    cells = rows * columns
    luma = hashed(64 * cells, 1).reshape(1, 1, 8 * rows, 8 * columns)
    chroma = hashed(2 * cells, 2).reshape(1, 2, rows, columns)
    levels = (hashed(64 * cells, 3).astype(np.int16) // 4 - 32).astype(np.int8).reshape(1, rows, columns, 64)
    table = (hashed(64, 4) // 8 + 1).astype(np.float32)[None]
    if not coefficients:
        levels, table = np.zeros_like(levels), np.zeros_like(table)
    return torch.from_numpy(luma), torch.from_numpy(chroma), torch.from_numpy(levels), torch.from_numpy(table)


def without_traces(model: onnx.ModelProto) -> onnx.ModelProto:
    """The model without the exporter's notes on where in which file of this machine each node came from."""
    graph = model.graph
    for part in (model, graph, *graph.node, *graph.initializer, *graph.value_info, *graph.input, *graph.output):
        part.ClearField("doc_string")
        part.ClearField("metadata_props")
    return model


@torch.no_grad()
def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--out", required=True, help="the .onnx file; golden values go beside it")
    args = parser.parse_args()
    state = torch.load(args.checkpoint, weights_only=True)
    network = Network().eval()
    network.load_state_dict(state["average"])
    out = Path(args.out)
    rows, columns = torch.export.Dim("rows", min=2, max=4096), torch.export.Dim("columns", min=2, max=4096)
    torch.onnx.export(
        network,
        golden_input(12, 20, True),
        out,
        dynamo=True,
        opset_version=18,
        external_data=False,
        input_names=["luma", "chroma", "levels", "quantization"],
        output_names=["logits"],
        dynamic_shapes=(
            {2: 8 * rows, 3: 8 * columns},
            {2: rows, 3: columns},
            {1: rows, 2: columns},
            {},
        ),
    )
    onnx.save(without_traces(onnx.load(out)), out)
    onnx.checker.check_model(str(out))
    golden = {
        name: {
            "rows": shape[0],
            "columns": shape[1],
            "coefficients": shape[2],
            "logits": [round(value, 5) for value in network(*golden_input(*shape)).flatten().tolist()],
        }
        for name, shape in GOLDEN.items()
    }
    out.with_suffix(".golden.json").write_text(json.dumps(golden) + "\n")
    print(f"{out}: {out.stat().st_size / 1e6:.2f} MB, step {state['step']}")


if __name__ == "__main__":
    main()
