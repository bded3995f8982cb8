"""Which phrase of a cue decides what the cue means."""

import pytest

from sayso.extract.stance.cue_analysis import analyse_cue
from sayso.extract.stance.cue_phrases import match_phrases


def deciding(cue: str, has_source: bool = True) -> str | None:
    spelt = tuple(cue.split())
    match = analyse_cue(spelt, has_source).deciding
    return " ".join(spelt[match.first : match.last]) if match is not None else None


@pytest.mark.parametrize(
    ("cue", "phrase"),
    [
        ("said", "said"),
        ("issued a statement denying", "denying"),  # the light phrase gives way
        ("answered a question about", "answered"),  # the firm one stays
        ("said in answer to a question", "said"),  # a circumstance
        ("responded by accusing", "accusing"),  # the means
        ("refused to say but hinted", "hinted"),  # the second half
        ("declined to", "declined"),  # what only modifies decides alone
        ("declined to say", "say"),
        ("frobnicated", None),
        ("", None),
    ],
)
def test_the_phrase_that_decides(cue: str, phrase: str | None) -> None:
    assert deciding(cue) == phrase


def test_without_a_source_an_adverb_of_hearsay_decides() -> None:
    assert deciding("allegedly admitted", has_source=False) == "allegedly"
    assert deciding("allegedly admitted", has_source=True) == "admitted"


def test_what_negates_stands_before() -> None:
    analysis = analyse_cue(("did", "not", "deny"), True)
    assert [match.entry.effect for match in analysis.before] == ["negated"]


def test_a_verb_and_its_particle_may_be_parted_by_an_adverb() -> None:
    spelt = ["called", "again", "for"]
    (match,) = match_phrases(spelt)
    assert (match.first, match.last) == (0, 3)
    assert match.entry.phrase == ("called", "for")
