"""The page's own words, and its sentences for the rules of a comparison."""

import re
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

import pytest

from sayso.dossier import wording
from sayso.model.comparison import CopyKind, Side, State
from sayso.model.happening import Precision
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
        (wording.PRECISIONS, Precision),
        (wording.COPIES, CopyKind),
    ],
)
def test_every_value_has_its_words(words: dict[str, object], values: type[StrEnum]) -> None:
    assert set(words) == set(values)
    assert all(words.values())


def test_no_word_for_how_a_point_stands_is_a_verdict() -> None:
    for word in (*wording.STATES.values(), *wording.SIDES.values()):
        assert word.lower() not in {"true", "false", "confirmed", "refuted", "proven", "verified"}


# Words that a reader of today has to translate.
NOT_PLAIN = re.compile(
    r"\b(whom|whose|wherein|thereof|nobody|naught|nought|aught|lest|tell|tells|told|overtaken|rival)\b",
    re.IGNORECASE,
)


def test_every_rule_of_a_comparison_has_its_sentence() -> None:
    assert set(wording.RULES) == set(RuleName)


@pytest.mark.parametrize("rule", RuleName)
def test_a_sentence_is_plain_and_short(rule: RuleName) -> None:
    sentence = wording.RULES[rule]
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
    words = because(RuleName.BOTH_SPEAK_OF, "ferry", "quay", "crane")
    assert wording.reason_words(words) == "both mention ferry, quay, crane"


def test_words_of_a_report_are_no_template() -> None:
    assert wording.reason_words(because(RuleName.PART_OF, "{0} {all}")) == "part of {0} {all}"


@pytest.mark.parametrize(
    "reason",
    [
        Reason("a rule of tomorrow", ("{35} people",)),
        Reason(str(RuleName.SAME_WORDS), ("95%",)),
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
