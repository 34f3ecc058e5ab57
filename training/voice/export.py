"""Writes the trained network as ONNX (`feats` B × T × 80 to `embs` B × 192) and its card beside it, and says how far ONNX differs from PyTorch."""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from network import EMBEDDING, MELS, SpeakerNetwork

FRAMES = 300


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--out", required=True, help="speaker.onnx")
    parser.add_argument("--card", required=True, help="model.json")
    parser.add_argument("--id", default="jianzhen-resnet-2")
    args = parser.parse_args()
    out = Path(args.out)
    out.parent.mkdir(parents=True, exist_ok=True)
    network = SpeakerNetwork()
    network.load_state_dict(torch.load(args.checkpoint, map_location="cpu", weights_only=True)["network"])
    network.eval()
    features = torch.randn(2, FRAMES, MELS, generator=torch.Generator().manual_seed(1))
    part = out.with_suffix(".part.onnx")
    names = {"input_names": ["feats"], "output_names": ["embs"], "dynamic_axes": {"feats": {0: "batch", 1: "frames"}, "embs": {0: "batch"}}}
    torch.onnx.export(network, (features,), str(part), opset_version=17, dynamo=False, **names)
    session = onnxruntime.InferenceSession(str(part))
    worst = 0.0
    for frames in (60, FRAMES, 601):
        given = torch.randn(1, frames, MELS, generator=torch.Generator().manual_seed(frames))
        with torch.inference_mode():
            expected = network(given).numpy()
        worst = max(worst, float(np.abs(session.run(None, {"feats": given.numpy()})[0] - expected).max()))
    part.rename(out)
    card = {
        "id": args.id,
        "sha256": hashlib.sha256(out.read_bytes()).hexdigest(),
        "dims": EMBEDDING,
        "features": "Kaldi's filter bank: 80 log mel energies, 25 ms every 10 ms, the mean of each band taken away",
        "licence": "Apache-2.0",
    }
    Path(args.card).write_text(json.dumps(card, indent=2) + "\n")
    print(json.dumps({"sha256": card["sha256"], "bytes": out.stat().st_size, "largestDifference": worst}))


if __name__ == "__main__":
    main()
