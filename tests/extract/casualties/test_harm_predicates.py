"""Words of harm in a sentence, and who does the harm."""

import pytest

from sayso.extract.casualties.harm_predicates import HarmPredicate, harm_predicates
from sayso.model.happening import Harm
from sayso.text.words import words


def predicates(text: str) -> list[HarmPredicate]:
    return harm_predicates(words(text))


@pytest.mark.parametrize(
    ("text", "phrase", "harm"),
    [
        ("They shot two men to death.", (1, 2), Harm.KILLED),
        ("He suffered a gunshot wound.", (1, 5), Harm.INJURED),
        ("Two men lost their lives.", (2, 5), Harm.KILLED),
    ],
)
def test_a_phrase_of_harm(text: str, phrase: tuple[int, int], harm: Harm) -> None:
    predicate = predicates(text)[0]
    assert ((predicate.first, predicate.last), predicate.harm) == (phrase, harm)


@pytest.mark.parametrize(
    "text", ["A dead-end street", "Death threats came.", "One shot was fired."]
)
def test_a_phrase_that_tells_no_harm(text: str) -> None:
    assert predicates(text) == []


def test_the_form_shows_who_does_the_harm() -> None:
    assert [p.passive for p in predicates("Two were killed.")] == [True]
    assert [p.active for p in predicates("A mine has killed two.")] == [True]


def test_what_is_joined_to_unreal_harm_is_unreal_too() -> None:
    both = predicates("Two may have been killed and seven wounded.")
    assert [p.unreal for p in both] == [True, True]
    again = predicates("Two may have been killed and seven were wounded.")
    assert [p.unreal for p in again] == [True, False]
