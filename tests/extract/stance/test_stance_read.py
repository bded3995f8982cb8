"""What a speaker does with a content, from the bare sentence: found by the network, then judged.

The floors are what was measured, less two points. Most of what is missed is missed by the network,
which finds fewer attributions in a sentence by itself than in a report.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from sayso.extract.extracting import extract_together
from sayso.model.facts import Facts
from sayso.model.speech import Attribution
from sayso.model.text import Document, Span
from tests.extract.stance.test_stance import macro_f1

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases/stance.jsonl").read_text("utf-8").splitlines()
]
MIN_RIGHT_SHARE = 0.81
MIN_MEAN_F1 = 0.86
MIN_CLAIM_SHARE = 0.84  # the others are topics and attitudes
MISSED, NO_CLAIM = "missed", "no claim"


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _stance(case: dict[str, Any], facts: Facts) -> str:
    """The stance of the attribution whose cue and content are most like those of a case."""
    cue = _span(case["text"], case["cue"])
    content = {at for piece in case["content"] for at in _places(_span(case["text"], piece))}

    def likeness(attribution: Attribution) -> float:
        read = {at for span in attribution.content for at in _places(span)}
        return len(content & read) / len(content | read)

    near = [known for known in facts.attributions if known.cue and known.cue.touches(cue)]
    if not near:
        return MISSED
    best = max(near, key=likeness)
    stances = (str(claim.stance) for claim in facts.claims if claim.chain[-1:] == (best.id,))
    return next(stances, NO_CLAIM)


def _places(span: Span) -> range:
    return range(span.start, span.end)


@cache
def read() -> tuple[Facts, ...]:
    documents = [Document(name=str(place), text=case["text"]) for place, case in enumerate(CASES)]
    return tuple(extract_together(documents))


def test_most_stances_are_right_where_nobody_marks_the_sentence() -> None:
    read_stances = [
        (case["stance"], _stance(case, facts))
        for case, facts in zip(CASES, read(), strict=True)
        if case["stance"]
    ]
    pairs = [pair for pair in read_stances if pair[1] != NO_CLAIM]
    assert len(pairs) >= MIN_CLAIM_SHARE * len(read_stances)
    assert sum(wanted == found for wanted, found in pairs) / len(pairs) >= MIN_RIGHT_SHARE
    assert macro_f1(pairs) >= MIN_MEAN_F1


def test_titles_and_scare_quotes_are_not_attributed() -> None:
    spurious = [
        case["text"]
        for case, facts in zip(CASES, read(), strict=True)
        if not case["stance"] and facts.attributions
    ]
    assert len(spurious) <= 3, spurious
