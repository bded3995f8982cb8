"""Fit the weights that attach harm to those counted: `python -m training.casualties --data FOLDER`.

This is a conditional logit over `sayso.extract.casualties.attachment_features`, fitted on the written
cases of figures and on sentences of real texts. `counted.jsonl` has the places of these sentences in the
shared data, and the harm that the rules before this fit gave to each number. Where several predicates
tell the right harm, any of them is right. It needs only numpy and takes half a minute. With `--half` it
leaves out every second case of a kind, and says how many of the choices in these are right.
"""

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.figurecases import FILES, read_cases
from sayso.extract.casualties import figures
from sayso.extract.casualties.attachment import attach_harm, score
from sayso.extract.casualties.attachment_features import Choice, choices
from sayso.extract.casualties.casualty_sentence import CasualtySentence
from sayso.extract.casualties.parts import attach_part
from sayso.extract.casualties.toll_statements import with_toll

COUNTED = Path(__file__).parent / "counted.jsonl"
WEIGHTS = Path("src/sayso/extract/casualties/attachment.json")
PENALTY = 0.5  # on the square of the weights
ROUNDS = 4  # of saying which of several right choices is meant, and fitting
MAX_STEPS = 20
MAX_LOGIT = 500.0
FOLDS = 5
WEIGHT_OF_OWN = 3  # how often a case counts that a rule was made from
# Added to the fitted weights: a figure that is missed costs less than one that is invented.
CAUTION = {"loose": -1.5}
START = {"by grammar": 3.0, "none": 1.0}

Floats = NDArray[np.float64]
Weights = Mapping[str, float]


@dataclass(frozen=True)
class Made:
    """The choice that a case makes for one group: the features of each, and which ones are right.

    `loose`: a loose word of harm is among them.
    """

    rows: Floats
    right: Floats
    loose: bool = False


def read_made(
    cases: Sequence[Mapping[str, Any]], names: Sequence[str], weights: Weights
) -> list[Made]:
    """The choices that cases make; of several right ones the groups before have the likeliest."""
    return [made for case in cases for made in _made_by(case, names, weights)]


def _made_by(case: Mapping[str, Any], names: Sequence[str], weights: Weights) -> Iterator[Made]:
    text, given = case["text"], _given_places(case)
    for sentence in figures.read_sentences(text):
        for at, reading in enumerate(sentence.readings):
            number = reading.group.number
            harm = given.get((number.start, number.end)) or given.get((number.bare, number.end))
            found = list(choices(sentence, at))
            right = [_tells(choice, harm) for choice in found]
            if any(right):
                best = max(
                    (choice for choice, is_right in zip(found, right, strict=True) if is_right),
                    key=lambda choice: score(choice.features, weights),
                )
                reading.predicate = best.predicate
                if len(found) > 1 and not _is_part(sentence, at):
                    loose = any(one.predicate is not None and one.predicate.loose for one in found)
                    yield Made(_rows(found, names), np.array(right, dtype=np.float64), loose)
            if reading.predicate is not None:
                with_toll(sentence, at)


def _is_part(sentence: CasualtySentence, at: int) -> bool:
    attach_part(sentence, at, 0)
    return sentence.readings[at].part_of is not None


def _tells(choice: Choice, harm: str | None) -> bool:
    told = choice.predicate.harm if choice.predicate is not None else None
    return (str(told) if told else None) == harm


def _given_places(case: Mapping[str, Any]) -> dict[tuple[int, int], str | None]:
    """The harm of each figure of a case, by its place."""
    places: dict[tuple[int, int], str | None] = {}
    behind = 0
    for words, _, _, harm, *_ in case["figures"]:
        for hit in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", case["text"]):
            if hit.start() >= behind and hit.span() not in places:
                places[hit.span()] = harm
                behind = hit.start()
                break
    return places


def _rows(found: Sequence[Choice], names: Sequence[str]) -> Floats:
    rows = np.zeros((len(found), len(names)))
    for row, choice in zip(rows, found, strict=True):
        row[:] = [float(choice.features.get(name, 0.0)) for name in names]
    return rows


def feature_names(cases: Sequence[Mapping[str, Any]]) -> list[str]:
    """The names of all features that occur."""
    found: set[str] = set()
    for case in cases:
        for sentence in figures.read_sentences(case["text"]):
            for at in range(len(sentence.readings)):
                attach_harm(sentence, at)
                found.update(*(choice.features for choice in choices(sentence, at)))
    return sorted(found)


class _Stacked:
    """All choices one below another, with sums over those of each group."""

    def __init__(self, made: Sequence[Made]) -> None:
        self.rows = np.concatenate([one.rows for one in made])
        self.right = np.concatenate([one.right for one in made])
        counts = [len(one.rows) for one in made]
        self.starts = np.concatenate([[0], np.cumsum(counts)[:-1]])
        self.counts = np.array(counts)

    def odds(self, weights: Floats, among: Floats | None = None) -> Floats:
        """The probability of each choice; `among` leaves only some."""
        scores = self.rows @ weights
        scores -= np.repeat(np.maximum.reduceat(scores, self.starts), self.counts)
        odds = np.exp(np.maximum(scores, -MAX_LOGIT)) * (1.0 if among is None else among)
        return odds / np.repeat(np.add.reduceat(odds, self.starts), self.counts)

    def sums(self, values: Floats) -> Floats:
        """For each group the sum of its choices."""
        summed: Floats = np.add.reduceat(values, self.starts, axis=0)
        return summed


def fit_weights(made: Sequence[Made], size: int) -> Floats:
    """The weights that make the right choices most probable (Newton's method, steps halved)."""
    stacked, weights = _Stacked(made), np.zeros(size)
    for _ in range(ROUNDS):
        shares = stacked.odds(weights, stacked.right)
        for _ in range(MAX_STEPS):
            odds = stacked.odds(weights)
            means = stacked.sums(odds[:, None] * stacked.rows)
            gradient = PENALTY * weights + stacked.rows.T @ (odds - shares)
            hessian = PENALTY * np.eye(size) + stacked.rows.T @ (odds[:, None] * stacked.rows)
            step = np.linalg.solve(hessian - means.T @ means, gradient)
            before = _loss(stacked, shares, weights)
            while _loss(stacked, shares, weights - step) > before and np.abs(step).max() > 1e-6:
                step /= 2
            weights = weights - step
            if np.abs(step).max() < 1e-3:
                break
    return weights


def _loss(stacked: _Stacked, shares: Floats, weights: Floats) -> float:
    fit = float(shares @ np.log(np.maximum(stacked.odds(weights), 1e-300)))
    return PENALTY * float(weights @ weights) / 2 - fit


def accuracy_of(made: Sequence[Made], weights: Floats) -> float:
    """How often the most probable choice is a right one."""
    return float(np.mean([one.right[int((one.rows @ weights).argmax())] for one in made]))


def real_cases(data: Path) -> Iterator[Mapping[str, Any]]:
    """The sentences of real texts, with the harm of each number."""
    marked = [json.loads(line) for line in COUNTED.read_text("utf-8").splitlines()]
    for name in dict.fromkeys(case["set"] for case in marked):
        with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
            texts = {document["name"]: document["text"] for document in map(json.loads, lines)}
        for case in marked:
            if case["set"] == name:
                text = texts[case["name"]][case["start"] : case["end"]]
                figures = [
                    [text[start:end], None, None, harm] for start, end, harm in case["harms"]
                ]
                yield {"text": text, "figures": figures}


def _halves(name: str) -> tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]]:
    """The cases of a file for looking at, and those for checking."""
    numbers: dict[str, int] = defaultdict(int)
    halves: tuple[list[Mapping[str, Any]], list[Mapping[str, Any]]] = ([], [])
    for case in read_cases(name):
        kind = case.get("kind", name)
        halves[numbers[kind] % 2].append(case)
        numbers[kind] += 1
    return halves


def main() -> None:
    """Fit, say how right the choices are where nothing was fitted on, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the shared data")
    parser.add_argument("--half", action="store_true", help="leave out every second new case")
    options = parser.parse_args()
    own, (look, check) = read_cases(FILES[0]), _halves(FILES[1])
    cases = [*own, *look] if options.half else [*own, *look, *check]
    more = list(real_cases(options.data))
    names = feature_names(cases)
    made = read_made([*own * (WEIGHT_OF_OWN - 1), *cases], names, START)
    made += [one for one in read_made(more, names, START) if not one.loose]
    folds = [
        accuracy_of(made[fold::FOLDS], fit_weights(_without(made, fold), len(names)))
        for fold in range(FOLDS)
    ]
    weights = fit_weights(made, len(names))
    weights += [CAUTION.get(name, 0.0) for name in names]
    print(f"{len(made)} choices: right {accuracy_of(made, weights):.4f} of those fitted on,")
    print(f"{np.mean(folds):.4f} of those left out in turn")
    if options.half:
        unseen = read_made(check, names, dict(zip(names, weights, strict=True)))
        print(f"{accuracy_of(unseen, weights):.4f} of {len(unseen)} in the other half")
    stored = {name: round(float(one), 3) for name, one in zip(names, weights, strict=True)}
    WEIGHTS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


def _without(made: Sequence[Made], fold: int) -> list[Made]:
    return [one for number, one in enumerate(made) if number % FOLDS != fold]


if __name__ == "__main__":
    main()
