"""How a speaker knows: hand-made sentences, and how often the words that say so are found."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.extract.stance.evidence_basis import find_basis
from sayso.extract.stance.stance import judge_stance
from sayso.model.speech import Attribution, Basis, Knowing, Speech
from sayso.model.text import Span

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases/basis.jsonl").read_text("utf-8").splitlines()
]


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def known(case: dict[str, Any]) -> tuple[Basis, ...]:
    text = case["text"]
    source, cue = span(text, case["source"]), span(text, case["cue"])
    content = tuple(span(text, piece) for piece in case["content"])
    kind = judge_stance(text, cue, content, source).kind
    attribution = Attribution(source, cue, content, Speech.INDIRECT, kind, None, 1.0)
    return find_basis(text, attribution, Span(0, len(text)))


def is_right(case: dict[str, Any]) -> bool:
    found = known(case)
    return [str(basis.kind) for basis in found] == [kind for kind, _ in case["basis"]] and all(
        basis.span.touches(span(case["text"], words))
        for basis, (_, words) in zip(found, case["basis"], strict=True)
    )


def test_the_cases_are_well_formed() -> None:
    assert len([case for case in CASES if case["basis"]]) >= 40
    assert {kind for case in CASES for kind, _ in case["basis"]} == set(Knowing)
    assert len({case["text"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("half", ["tune", "check"])
def test_how_a_speaker_knows_is_nearly_always_found(half: str) -> None:
    cases = [case for case in CASES if case["half"] == half]
    wrong = [case["text"] for case in cases if not is_right(case)]
    assert 1 - len(wrong) / len(cases) >= 0.95, wrong


def test_what_leads_to_a_basis_belongs_to_the_speaker_beside_it() -> None:
    text = "The union, citing two guards, said the pier was shut, and the mayor said it was open."
    content = (span(text, "it was open"),)
    attribution = Attribution(
        span(text, "the mayor"),
        Span(text.rindex("said"), text.rindex("said") + 4),
        content,
        Speech.INDIRECT,
        judge_stance(text, span(text, "said"), content).kind,
        None,
        1.0,
    )
    assert find_basis(text, attribution, Span(0, len(text))) == ()


def test_a_kind_is_found_once() -> None:
    text = "Witnesses who saw the fire said they watched the roof fall."
    source, cue = span(text, "Witnesses who saw the fire"), span(text, "said")
    content = (span(text, "they watched the roof fall"),)
    kind = judge_stance(text, cue, content, source).kind
    attribution = Attribution(source, cue, content, Speech.INDIRECT, kind, None, 1.0)
    (basis,) = find_basis(text, attribution, Span(0, len(text)))
    assert (basis.kind, text[basis.span.start : basis.span.end]) == (
        Knowing.EYEWITNESS,
        "Witnesses",
    )
