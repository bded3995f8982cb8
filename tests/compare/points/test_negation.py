"""Words that negate a content, leave it open, or call what was said before untrue."""

import pytest

from sayso.compare.points import negation
from sayso.text.words import Word, words


def plain(text: str) -> list[Word]:
    """The words without the marks."""
    return [word for word in words(text) if word.lower[0].isalnum()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no shell had been fired", True),
        ("the vote fell short of fair rules", True),
        ("the council failed to warn the village", True),
        ("the letter was a forgery and a lie", True),
        ("the pumps had been switched off", True),
        ("Mrs Wynn “was not seen in time”", True),
        ("the gate was shut", False),
        # Not of the whole: a relative clause, a name, another clause.
        ("eleven men who could not swim drowned", False),
        ("Doctors Without Frontiers has left the town", False),
        ("the gate was shut, not locked", False),
        # Nothing is turned round.
        ("not only the gate was shut", False),
    ],
)
def test_what_turns_a_content_round(text: str, expected: bool) -> None:
    assert negation.is_negated(text, plain(text), 1) is expected


def test_who_denies_has_said_already_that_it_is_false() -> None:
    assert negation.is_negated("a lie was told", words("a lie was told"), 1)
    assert not negation.is_negated("a lie was told", words("a lie was told"), -1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it would not be drawn on a name", True),
        ("it was too early to name a cause", True),
        ("he was looking into the sale of the mill", True),
        ("it was aware of the reports", True),
        # These charge somebody.
        ("the guards opened the gates too early", False),
        ("the firm was aware of the danger", False),
        ("the pilot did not answer the tower", False),
        ("he knew nothing about the sale", False),
    ],
)
def test_what_leaves_the_matter_open(text: str, expected: bool) -> None:
    assert negation.is_left_open(words(text)) is expected


def test_no_such_thing() -> None:
    assert negation.says_nothing_such(words("The coastguard did no such thing"))
    assert not negation.says_nothing_such(words("no such order was given"))


@pytest.mark.parametrize(
    ("text", "cue", "content", "expected"),
    [
        ("Strand called the remark beneath him.", "called", "the remark beneath him", True),
        ("He described the claims as a joke.", "described", "the claims as a joke", True),
        ("She called the findings alarming.", "called", "the findings alarming", False),
        ("She called the raid a crime.", "called", "the raid a crime", False),
        ("He read the report aloud.", "read", "the report aloud", False),
    ],
)
def test_a_name_given_to_what_was_said(text: str, cue: str, content: str, expected: bool) -> None:
    start, at = text.index(cue), text.index(content)
    said = words(text, at, at + len(content))
    assert (
        negation.disparages_statement(text, words(text, start, start + len(cue)), said) is expected
    )


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("He said that was an insult to a dead man.", "was an insult to a dead man", True),
        ("He said that was a crime.", "was a crime", False),
        ("He said that was no lie.", "was no lie", False),
        ("He said the film was a lie.", "was a lie", False),
    ],
)
def test_a_predicate_of_that(text: str, content: str, expected: bool) -> None:
    at = text.index(content)
    assert negation.calls_that_untrue(text, words(text, at, at + len(content))) is expected


@pytest.mark.parametrize(
    ("opening", "content", "expected"),
    [
        ("claims that", "it burned the mill are pure disinformation", True),
        ("reports that", "he was robbed were a fantasy paid for by rivals", True),
        ("claims that", "the lie was told by the mayor", False),
        ("that", "the report was a lie", False),
    ],
)
def test_a_claim_that_is_called_untrue(opening: str, content: str, expected: bool) -> None:
    assert negation.calls_named_claim_untrue(words(opening), words(content)) is expected
