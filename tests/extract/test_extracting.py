"""Which claim says a figure."""

from sayso.extract.extracting import figures_with_claims
from sayso.model.happening import Figure, Precision
from sayso.model.speech import Claim, Stance
from sayso.model.text import Span


def claim(*pieces: tuple[int, int]) -> Claim:
    return Claim(tuple(Span(*piece) for piece in pieces), (), Stance.ASSERTS, (), None)


def figure(start: int, end: int) -> Figure:
    precision = next(iter(Precision))
    return Figure(Span(start, end), 3, 3, precision, None, None, None, None, None, False)


def claims_of(figures: list[Figure], *claims: Claim) -> list[str | None]:
    return [with_claim.claim for with_claim in figures_with_claims(figures, claims)]


def test_the_claim_with_the_shortest_piece_that_holds_the_words() -> None:
    long, short, other = claim((0, 2000)), claim((700, 710), (1300, 1400)), claim((1500, 1600))
    assert claims_of([figure(1350, 1352)], long, short, other) == [short.id]
    assert claims_of([figure(1450, 1452)], long, short, other) == [long.id]


def test_no_claim_where_none_holds_all_of_it() -> None:
    assert claims_of([figure(98, 102)], claim((0, 100)), claim((100, 200))) == [None]
    assert claims_of([figure(98, 102)]) == [None]
