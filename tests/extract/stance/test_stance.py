"""What a speaker does with a content: hand-made sentences, and how well the lexicon judges them."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sayso.extract.stance.stance import StanceJudgement, judge_stance
from sayso.model.speech import Kind, Stance
from sayso.model.text import Span

ALL = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases/stance.jsonl").read_text("utf-8").splitlines()
]
# In the others nobody says anything: titles, scare quotes, words that only look like cues.
CASES = [case for case in ALL if case["stance"]]


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def judged(case: dict[str, Any]) -> StanceJudgement:
    text = case["text"]
    content = [span(text, piece) for piece in case["content"]]
    source = span(text, case["source"]) if case["source"] else None
    return judge_stance(text, span(text, case["cue"]), content, source)


def test_the_cases_are_well_formed() -> None:
    assert len(CASES) >= 500
    for case in CASES:
        Stance(case["stance"])
        Kind(case["kind"])
        assert case["sort"] in {"wild", "synthetic", "negative", "known failure"}
    assert len({case["text"] for case in ALL}) == len(ALL)
    assert {case["stance"] for case in CASES} == set(Stance)


@pytest.mark.parametrize("half", ["tune", "check"])
def test_most_stances_are_right(half: str) -> None:
    cases = [case for case in CASES if case["half"] == half]
    wrong = [
        (case["text"], case["stance"], str(judged(case).stance))
        for case in cases
        if judged(case).stance != case["stance"]
    ]
    assert 1 - len(wrong) / len(cases) >= 0.92, wrong


def test_the_rare_stances_count_as_much_as_the_common_ones() -> None:
    pairs = [(case["stance"], str(judged(case).stance)) for case in CASES]
    assert macro_f1(pairs) >= 0.94


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """The mean, over the stances, of the harmonic mean of precision and recall."""
    right = Counter(wanted for wanted, found in pairs if wanted == found)
    wanted = Counter(wanted for wanted, _ in pairs)
    found = Counter(found for _, found in pairs)
    return sum(2 * right[stance] / (wanted[stance] + found[stance]) for stance in wanted) / len(
        wanted
    )


def test_every_stance_is_found_more_often_than_not() -> None:
    right: Counter[str] = Counter()
    total = Counter(case["stance"] for case in CASES)
    right.update(case["stance"] for case in CASES if judged(case).stance == case["stance"])
    assert {
        stance: share for stance in total if (share := right[stance] / total[stance]) < 0.8
    } == {}


def test_kinds() -> None:
    wrong = [
        (case["text"], judged(case).kind) for case in CASES if judged(case).kind != case["kind"]
    ]
    assert 1 - len(wrong) / len(CASES) >= 0.92, wrong


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[Orlan] {did not deny} <that he met the buyer>.", "“deny” is denial, negated: concedes"),
        (
            "If [Orlan] {admits} <the theft>, he will go.",
            "“admits” stands under a condition, not said so far: declines",
        ),
        (
            "Did [Orlan] ever {deny} <that he met the buyer>?",
            "“deny” is asked about, not said so far: declines",
        ),
        (
            "[Orlan] {warned} <that he would burn the shed>.",
            "“warned” is a warning of what the speaker is to do: intends",
        ),
        ("[Orlan] {warned} <that he would be ruined>.", "“warned” is a warning: asserts"),
        (
            "[Orlan] {branded} <the buyer a liar>.",
            "“branded” is naming, and lays a deed at somebody’s door: accuses",
        ),
        (
            "[Orlan] {decided} <that the shed was unsafe>.",
            "“decided” is a decision with “that”: asserts",
        ),
        ("[Orlan] {decided} <to sell the shed>.", "“decided” is a decision: intends"),
        (
            "<None of the claims> {could be verified} by [Orlan].",
            "“verified” is confirmation, which they cannot: doubts",
        ),
        ("[Orlan] {called again for} <a vote>.", "“called again for” is a request: asks"),
        ("[Orlan] {denied} <it> when asked if he was there.", "“denied” is denial: denies"),
    ],
)
def test_a_judgement_says_why(text: str, why: str) -> None:
    assert marked(text).why == why


def marked(text: str) -> StanceJudgement:
    """The judgement of a sentence whose [speaker], {cue} and <content> are marked."""
    bare = "".join(char for char in text if char not in "[]{}<>")
    parts = [
        span(bare, text[text.index(opening) + 1 : text.index(closing)])
        for opening, closing in ("{}", "<>", "[]")
    ]
    return judge_stance(bare, parts[0], [parts[1]], parts[2])


def test_a_should_that_bids_is_no_condition() -> None:
    text = "The board should say whether Orlan denied it."
    found = judge_stance(text, span(text, "denied"), [span(text, "it")], span(text, "Orlan"))
    assert found.stance is Stance.DECLINES  # "whether" leaves it open
    found = judge_stance(text, span(text, "should say"), [span(text, "whether Orlan denied it")])
    assert found.stance is Stance.ASSERTS


def test_hedges_are_the_printed_words() -> None:
    text = "The dam may have burst, the mayor said, and in May it reportedly leaked."
    content = [span(text, "The dam may have burst"), span(text, "in May it reportedly leaked")]
    found = judge_stance(text, span(text, "said"), content)
    assert [text[hedge.start : hedge.end] for hedge in found.hedges] == ["may have", "reportedly"]


def test_without_a_cue_the_outlet_speaks() -> None:
    text = "The dam burst. Who knew?"
    assert judge_stance(text, None, [span(text, "The dam burst.")]).stance is Stance.ASSERTS
    assert judge_stance(text, None, [span(text, "Who knew?")]).stance is Stance.ASKS


def test_an_unlisted_cue_is_taken_to_assert() -> None:
    text = "The mayor frobnicated that the dam had burst."
    found = judge_stance(text, span(text, "frobnicated"), [span(text, "that the dam had burst")])
    assert (found.stance, found.why) == (Stance.ASSERTS, "no listed cue: taken to assert")


def test_a_hedge_is_not_put_together_from_a_cue_and_words_before_it() -> None:
    body = "Have left, the guard told us that they may."
    cue = Span(body.index("they may"), body.index("they may") + len("they may"))
    judgement = judge_stance(body, cue, [Span(0, len("Have left"))])
    assert [body[hedge.start : hedge.end] for hedge in judgement.hedges] == ["may"]
