"""Pairs of sentences with labels as readings of two passages, one claim each.

From the shared data's sets of inference and stance that may be used for weights (its README has their
licences): a sentence that another one entails says the same, one that it contradicts the opposite.
"""

import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from sayso.encoder.disputes import PlacedClaim, mark_texts, pair_inputs
from sayso.model.speech import Stance
from sayso.model.text import Span
from training.disputes.labelled import OPPOSITE, SAME, UNKNOWN, UNRELATED
from training.disputes.network import Example

LABELS = {"entailment": SAME, "contradiction": OPPOSITE, "neutral": UNRELATED}
# How many pairs of each set are taken at most: fewer where they are captions or made by a rule.
MOST = {
    "wanli": 15_001,
    "taxinli": 10_071,
    "sim_wiki": 6_174,
    "translate_wiki": 3_000,
    "conjnli": 2_500,
    "cad": 2_000,
    "neg_mnli": 1_500,
    "fever_symmetric": 1_416,
    "neg_snli": 700,
}
DEBATES = ("perspectrum", "argkp")
MOST_OF_CLAIM = 6  # answers to one claim of a debate
CHANCE_MEETINGS = 0.25  # for each pair, sentences of two others, which are unrelated


class LabelledPair(NamedTuple):
    """Two sentences and what they are to each other."""

    left: str
    right: str
    label: int


def pair_examples(data: Path, count: int, rng: np.random.Generator) -> list[Example]:
    """Readings of pairs drawn from all sets; as many as asked for, if there are so many."""
    if not count:
        return []
    pairs = [*_inferences(data / "pairs/nli.jsonl.gz", rng), *_answers(data, rng)]
    for _ in range(int(CHANCE_MEETINGS * len(pairs))):
        one, other = (pairs[place] for place in rng.integers(len(pairs), size=2))
        pairs.append(LabelledPair(one.left, other.right, UNRELATED))
    order = rng.permutation(len(pairs))[:count]
    return _examples([pairs[place] for place in order], rng)


def _inferences(path: Path, rng: np.random.Generator) -> Iterator[LabelledPair]:
    sets: dict[str, list[LabelledPair]] = defaultdict(list)
    for line in _lines(path):
        if line["set"] in MOST and line["split"] != "test" and line["label"] in LABELS:
            pair = LabelledPair(line["a"], line["b"], LABELS[line["label"]])
            sets[line["set"]].append(pair)
    for name, pairs in sets.items():
        yield from (pairs[place] for place in rng.permutation(len(pairs))[: MOST[name]])


def _answers(data: Path, rng: np.random.Generator) -> Iterator[LabelledPair]:
    """Claims of debates with their answers, and answers of one claim with each other."""
    answers: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for line in _lines(data / "pairs/stance.jsonl.gz"):
        if line["set"] in DEBATES and line["split"] != "test" and line["stance"] != "none":
            answers[line["set"], line["claim_id"]].append(line)
    for lines in answers.values():
        some = [lines[place] for place in rng.permutation(len(lines))]
        for one in some[:MOST_OF_CLAIM]:
            label = SAME if one["stance"] == "for" else OPPOSITE
            yield LabelledPair(one["claim"], one["perspective"], label)
        sides = [
            [one["perspective"] for one in some if one["stance"] == side]
            for side in ("for", "against")
        ]
        for left, right in list(zip(*sides, strict=False))[:MOST_OF_CLAIM]:
            yield LabelledPair(left, right, OPPOSITE)
        clusters: dict[str, list[str]] = defaultdict(list)
        for one in some:
            if one["cluster"] is not None:
                clusters[str(one["cluster"])].append(one["perspective"])
        for left, right, *_ in (group for group in clusters.values() if len(group) > 1):
            yield LabelledPair(left, right, SAME)


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _examples(pairs: Sequence[LabelledPair], rng: np.random.Generator) -> list[Example]:
    """Pairs as readings, each in either order; those without words are left out."""
    both = [[one.left.strip(), one.right.strip()][:: rng.choice((1, -1))] for one in pairs]
    worded = [(sides, one.label) for sides, one in zip(both, pairs, strict=True) if all(sides)]
    texts = mark_texts(
        [
            (words, [_whole_claim(words, number)])
            for sides, _ in worded
            for number, words in enumerate(sides)
        ]
    )
    made = []
    for place, (_, label) in enumerate(worded):
        two = texts[2 * place : 2 * place + 2]
        if all(len(text.pieces) for text in two):
            _, inputs = pair_inputs(two, ((0, 0), (1, 0)))
            labels = np.array([[UNKNOWN, label], [UNKNOWN, UNKNOWN]])
            made.append(Example(inputs, np.zeros((len(two), 4), np.float32), labels))
    return made


def _whole_claim(words: str, number: int) -> PlacedClaim:
    """A sentence as a claim of a speaker of its own."""
    return PlacedClaim((Span(0, len(words)),), None, None, Stance.ASSERTS, str(number), 1)
