"""Which claims are laid side by side: the work grows with the pile, not with its square."""

import random
from dataclasses import replace

from sayso.compare.points.back_reference import BackReference
from sayso.compare.points.blocking import FEW, blocks
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.model.speech import Claim, Stance
from sayso.model.text import Span


def said(document: int, order: int, *terms: str) -> PreparedClaim:
    span = Span(order * 10, order * 10 + 8)
    return PreparedClaim(
        document=f"{document:04}",
        claim=Claim((span,), (f"{document}/{order}",), Stance.ASSERTS, (), None),
        sign=1,
        negated=False,
        voice=f"{document}/{order}",
        terms=frozenset(terms),
        span=span,
        reading=" ".join(terms),
        opens_with_pronoun=False,
        sentence=order,
        order=order,
        pointing=None,
        speaker=frozenset(),
        amounts=(),
        tallies=False,
        said=None,
        party=None,
    )


def pile(reports: int) -> list[PreparedClaim]:
    """Reports of ten claims each: words of the story that all have, and words of a few claims."""
    draw = random.Random(7)  # noqa: S311
    return [
        said(number, order, "army", "town", *(f"w{draw.randrange(reports * 4)}" for _ in range(5)))
        for number in range(reports)
        for order in range(10)
    ]


def test_twice_the_reports_make_about_twice_the_pairs() -> None:
    small, large = (len(blocks(pile(reports)).pairs) for reports in (40, 80))
    assert large <= 2.3 * small
    claims = 800
    assert large <= claims * claims / 2 / 5


def test_a_word_that_all_have_leads_to_no_pair() -> None:
    claims = [said(number, 0, "army") for number in range(200)]
    assert not blocks(claims).pairs


def test_a_rare_word_does_and_so_does_the_place() -> None:
    rare = [said(0, 0, "ferry"), said(1, 0, "ferry"), said(1, 1, "bread"), said(1, 9, "oil")]
    assert blocks(rare).pairs == [(0, 1), (1, 2)]
    assert FEW > 2


def test_what_only_points_back_is_compared_by_a_word_of_its_own() -> None:
    one, other = said(0, 0, "mill", "fire"), said(1, 0, "mill")
    thin = replace(other, pointing=BackReference(False, frozenset(), False, thin=True))
    bare = replace(other, pointing=BackReference(False, frozenset(), False))
    assert blocks([one, thin]).pairs == [(0, 1)]
    assert blocks([one, bare]).pairs == []
