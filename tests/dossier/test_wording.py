"""The page's own words, and its sentences for the rules of a comparison."""

import re
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

import pytest

from sayso.dossier import wording
from sayso.model.comparison import CopyKind, Likelihood, Side, State
from sayso.model.happening import Precision
from sayso.model.particulars import LeftOutKind
from sayso.model.reasons import Reason, RuleName, because
from sayso.model.speech import ActorType, Kind, Speech, Stance


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (wording.STANCES, Stance),
        (wording.KINDS, Kind),
        (wording.SPEECHES, Speech),
        (wording.ACTORS, ActorType),
        (wording.SIDES, Side),
        (wording.STATES, State),
        (wording.LIKELIHOODS, Likelihood),
        (wording.PRECISIONS, Precision),
        (wording.COPIES, CopyKind),
        (wording.LEFT_OUT, LeftOutKind),
    ],
)
def test_every_value_has_its_words(words: dict[str, object], values: type[StrEnum]) -> None:
    assert set(words) == set(values)
    assert all(words.values())


def test_no_word_for_how_a_point_stands_is_a_verdict() -> None:
    for word in (
        *wording.STATES.values(),
        *wording.LIKELIHOODS.values(),
        *wording.SIDES.values(),
    ):
        assert word.lower() not in {"true", "false", "confirmed", "refuted", "proven", "verified"}


# Words that a reader of today has to translate.
NOT_PLAIN = re.compile(
    r"\b(whom|whose|wherein|thereof|nobody|naught|nought|aught|lest|tell|tells|told|overtaken|rival)\b",
    re.IGNORECASE,
)


def test_every_rule_of_a_comparison_has_its_sentence() -> None:
    assert set(wording.RULES) == set(RuleName)


@pytest.mark.parametrize(
    "sentence", [*wording.RULES.values(), *wording.RULES_WITHOUT_NAME.values()]
)
def test_a_sentence_is_plain_and_short(sentence: str) -> None:
    assert not NOT_PLAIN.search(sentence)
    assert len(sentence) <= 80
    assert sentence[0].islower() or sentence[0] == "{"
    assert not sentence.endswith(".")


def test_a_comparison_gives_its_reasons_by_the_names_of_rules_alone() -> None:
    rooms = Path(str(files("sayso.compare")))
    bare = [path for path in rooms.rglob("*.py") if re.search(r"\bReason\(", path.read_text())]
    assert bare == []


def test_a_sentence_has_the_values_of_its_reason() -> None:
    reason = because(RuleName.SAME_WORDS, "95%", "a.txt", "b.txt")
    assert wording.reason_words(reason) == "95% of a.txt is word for word in b.txt"


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        (because(RuleName.DENIES_WHAT, "the governor"), "denies what the governor said"),
        (because(RuleName.DENIES_WHAT, ""), "denies what was said"),
        (
            because(
                RuleName.DENIES_BY_NOUN,
                "the accusations",
                "Ludrovia and Vashkund",
                "2",
            ),
            "denies “the accusations”: what Ludrovia and Vashkund said two sentences before",
        ),
        (
            because(RuleName.DENIES_BY_NOUN, "the accusations", "", ""),
            "denies “the accusations”, said in another report",
        ),
        (because(RuleName.SAYS_OTHERWISE, "the army"), "gives a different account from the army"),
        (because(RuleName.SAYS_THE_SAME, "the army"), "says the same as the army"),
        (
            because(RuleName.OUTLET_CORRECTS, "Radio Ondrel", "the army"),
            "Radio Ondrel itself contradicts the army",
        ),
        (because(RuleName.CHARGES), "makes the accusation that others answer"),
        (
            because(RuleName.OTHER_COUNT, "35 people"),
            "counts the same people as “35 people”, and differs",
        ),
        (because(RuleName.SAME_COUNT, "35 people"), "gives the same count as “35 people”"),
        (because(RuleName.CONCEDES_AGAINST, "the army"), "admits what the army had denied"),
        (
            because(RuleName.CONCEDES_AGAINST, ""),
            "admits what the speaker’s own side had denied",
        ),
        (
            because(RuleName.DENIED_ALONE, "the army"),
            "denied by the army; no report here says who claims it",
        ),
    ],
)
def test_why_a_claim_is_in_a_point_reads_well_with_and_without_a_name(
    reason: Reason, sentence: str
) -> None:
    assert wording.reason_words(reason) == sentence


@pytest.mark.parametrize(
    ("sentences", "words"),
    [
        ("0", "in the same sentence"),
        ("1", "one sentence before"),
        ("4", "four sentences before"),
        ("-1", "one sentence later"),
        ("-3", "three sentences later"),
        ("13", "13 sentences before"),
        ("-13", "13 sentences later"),
        ("", "in another report"),
        ("much earlier", "much earlier"),  # the wire of another program
    ],
)
def test_how_far_back_a_noun_points_is_told_in_words(sentences: str, words: str) -> None:
    for name, said in (("the guild", ": what the guild said"), ("", ", said")):
        reason = because(RuleName.DENIES_BY_NOUN, "this", name, sentences)
        assert wording.reason_words(reason) == f"denies “this”{said} {words}"


def test_a_sentence_without_a_name_is_of_a_rule_that_has_one() -> None:
    assert set(wording.RULES_WITHOUT_NAME) <= set(RuleName)
    for rule in wording.RULES_WITHOUT_NAME:
        assert "{0}" in wording.RULES[rule]


def test_words_of_a_report_are_no_template() -> None:
    assert wording.reason_words(because(RuleName.PART_OF, "{0} {all}")) == "part of {0} {all}"


@pytest.mark.parametrize(
    "reason",
    [
        Reason("a rule of tomorrow", ("{35} people",)),
        Reason(str(RuleName.SAME_WORDS), ("95%",)),
        Reason(str(RuleName.DENIES_BY_NOUN), ("this", "the guild")),
        Reason(str(RuleName.DENIES_BY_NOUN), ()),
    ],
)
def test_a_reason_that_the_page_has_no_sentence_for_is_shown_as_its_line(reason: Reason) -> None:
    assert wording.reason_words(reason) == reason.line


def test_a_figure_that_is_not_counted_says_why() -> None:
    reasons = [because(RuleName.LEFT_OUT), because(RuleName.EARLIER_TIME)]
    assert wording.figure_words(reasons) == "not counted: about an earlier event"
    used = because(RuleName.USED)
    assert wording.figure_words([used]) == "counted"
    read = because(RuleName.READ_AS, "24")
    assert wording.figure_words([used, read]) == "counted (read as 24)"
