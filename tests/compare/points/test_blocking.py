"""Which claims are compared: the work grows with the pile, not with its square."""

import random

from sayso.compare.points.back_reference import BackReference
from sayso.compare.points.blocking import MAX_CLAIMS_OF_RARE_TERM, block_claims
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.model.text import Span
from tests.compare.points.prepared import prepared_claim


def claim_with(document: int, sentence: int, *terms: str) -> PreparedClaim:
    """A claim with these terms alone."""
    return prepared_claim(
        " ".join(terms),
        f"{document}/{sentence}",
        document=f"{document:04}",
        sentence=sentence,
        terms=frozenset(terms),
    )


def pile(reports: int) -> list[PreparedClaim]:
    """Reports of ten claims each: words of the story that all have, and words of a few claims."""
    draw = random.Random(7)  # noqa: S311
    return [
        claim_with(
            number, order, "army", "town", *(f"w{draw.randrange(reports * 4)}" for _ in range(5))
        )
        for number in range(reports)
        for order in range(10)
    ]


def test_twice_the_reports_make_about_twice_the_pairs() -> None:
    small, large = (len(block_claims(pile(reports)).pairs) for reports in (40, 80))
    assert large <= 2.3 * small
    claims = 800
    assert large <= claims * claims / 2 / 5


def test_many_claims_in_one_sentence_make_no_more_pairs_each() -> None:
    few, many = (
        [
            prepared_claim(
                "it fell", f"{at}", title_span=Span(9 * at, 9 * at + 7), terms=frozenset()
            )
            for at in range(count)
        ]
        for count in (150, 300)
    )
    assert block_claims(few).pairs
    assert len(block_claims(many).pairs) < 2.3 * len(block_claims(few).pairs)


def test_a_word_that_all_have_leads_to_no_pair() -> None:
    claims = [claim_with(number, 0, "army") for number in range(200)]
    assert not block_claims(claims).pairs


def test_a_rare_word_leads_to_a_pair_and_so_does_the_place() -> None:
    ferry, other_ferry, bread = (
        claim_with(0, 0, "ferry"),
        claim_with(1, 0, "ferry"),
        claim_with(1, 1, "bread"),
    )
    assert block_claims([ferry, other_ferry, bread, claim_with(1, 9, "oil")]).pairs == [
        (0, 1),
        (1, 2),
    ]


def test_a_common_word_leads_to_a_pair_only_with_a_second_one() -> None:
    many = range(MAX_CLAIMS_OF_RARE_TERM + 1)
    assert not block_claims([claim_with(number, 0, "army") for number in many]).pairs
    two_words = [claim_with(number, 0, "army", "town") for number in many]
    assert len(block_claims(two_words).pairs) == len(many) * (len(many) - 1) / 2


def test_a_back_reference_is_compared_only_by_a_word_of_its_own() -> None:
    claim = claim_with(0, 0, "mill", "fire")
    reference = BackReference(accusing=False, owners=frozenset(), untrue=False)
    with_word = BackReference(False, frozenset(), False, one_content_word=True)
    for back_reference, pairs in ((with_word, [(0, 1)]), (reference, [])):
        answer = prepared_claim("mill", "two", document="1", back_reference=back_reference)
        assert block_claims([claim, answer]).pairs == pairs
