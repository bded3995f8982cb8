"""Export the network that reads disputes.

`python -m training.disputes.finish WEIGHTS --data FOLDER`, with the weights that a stage has written.
Several weights that were trained from one start are averaged. Prints how well the eight-bit graph agrees
with the float network.
"""

import argparse
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from sayso.encoder.disputes import RELATIONS
from training.disputes.labelled import kept_piles
from training.disputes.network import (
    INPUTS,
    OUTPUTS,
    WHOLE_NUMBERS,
    DisputeReader,
    Example,
    collate,
)
from training.disputes.train import (
    mean_of,
    pair_example,
    picked_pairs,
    window_example,
    windows_of_pile,
)
from training.export import quantise

WEIGHTS = Path("src/sayso/encoder/weights")
COMPARED = 30  # piles, of each a window and a pair


def main() -> None:
    """Export, quantise, and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument(
        "--to", type=Path, default=WEIGHTS / "disputes.onnx", help="by default the package's file"
    )
    options = parser.parse_args()
    network = DisputeReader()
    network.load_state_dict(mean_of(options.weights))
    network.eval()
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "disputes.onnx"
        export(network, whole)
        quantise(whole, options.to, seven_bits=True)
    print(f"{options.to}: {options.to.stat().st_size / 1e6:.1f} MB")
    compare(network, options)


def export(network: DisputeReader, path: Path) -> None:
    """Write the network as float ONNX, for any number of pieces and claims."""
    batch, pieces, claims = 2, 7, 3
    examples = [torch.ones(batch, pieces, dtype=torch.int64) for _ in WHOLE_NUMBERS]
    examples += [torch.ones(batch, claims, pieces) for _ in range(2)]
    examples.append(torch.ones(batch, claims, claims, RELATIONS))
    axes = [torch.export.Dim(name, max=512) for name in ("batch", "pieces", "claims")]
    shapes = [{0: axes[0], 1: axes[1]} for _ in WHOLE_NUMBERS]
    shapes += [{0: axes[0], 1: axes[2], 2: axes[1]} for _ in range(2)]
    shapes.append({0: axes[0], 1: axes[2], 2: axes[2]})
    program = torch.onnx.export(
        network,
        tuple(examples),
        dynamo=True,
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_shapes=tuple(shapes),
        external_data=False,
        verbose=False,
    )
    if program is None:
        raise RuntimeError("torch exported nothing")
    program.save(str(path))


def compare(network: DisputeReader, options: argparse.Namespace) -> None:
    """Print how far the outputs of both networks are apart, and how they correlate."""
    rng = np.random.default_rng(0)
    examples: list[Example] = []
    for pile in kept_piles("polnear", options.data)[:COMPARED]:
        windows, pairs = list(windows_of_pile(pile)), picked_pairs(pile, (), rng)
        examples += [window_example(pile, one) for one in windows[:1]]
        examples += [pair_example(pile, one) for one in pairs[:1]]
    session = onnxruntime.InferenceSession(str(options.to))
    wanted, found = [], []
    for one in examples:
        inputs, _, _ = collate([one])
        with torch.no_grad():
            wanted.append([part.numpy().ravel() for part in network(**inputs)])
        given = {name: value.numpy() for name, value in inputs.items()}
        found.append([part.ravel() for part in session.run(list(OUTPUTS), given)])
    for place, name in enumerate(OUTPUTS):
        left, right = (np.concatenate([one[place] for one in both]) for both in (wanted, found))
        apart = np.abs(left - right).mean()
        print(
            f"{name}: correlation {np.corrcoef(left, right)[0, 1]:.4f}, mean distance {apart:.3f}"
        )


if __name__ == "__main__":
    main()
