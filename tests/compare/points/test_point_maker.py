"""Points as a reader gets them."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from sayso.compare.points.back_reference import BackReference
from sayso.compare.points.drafts import Draft
from sayso.compare.points.point_maker import PointMaker
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.verdicts import ClaimsAlone, ClaimVerdict, Verdicts
from sayso.model.comparison import Likelihood, Point, Side, State
from sayso.model.reasons import RuleName, because
from sayso.model.speech import Stance
from tests.compare.points.prepared import outlet_claim, prepared_claim, reports_of

BURNED = prepared_claim("the army had burned the old mill", "the guild")
CHARGE = prepared_claim("the army has burned the old mill", "the mayor", Stance.ACCUSES, "b")
DENIED = prepared_claim("the army had burned the old mill", "the army", Stance.DENIES, sentence=2)
AGAIN = prepared_claim("the old mill was not burned down", "the army", document="c", negated=True)


def point(
    claims: Sequence[PreparedClaim],
    draft: Draft,
    of_claims: Mapping[int, ClaimVerdict] | None = None,
    origins: str = "",
) -> Point:
    """The point of a draft; `origins` has a letter for the origin of each claim."""
    own = origins or [claim.document for claim in claims]
    origin_of = {claim.key: origin for claim, origin in zip(claims, own, strict=True)}
    verdicts = Verdicts(ClaimsAlone(of_claims or {}, {}), {})
    return PointMaker(claims, reports_of(claims), origin_of, verdicts).make(draft)


def draft(left: Sequence[int], right: Sequence[int], **given: Any) -> Draft:
    """A draft with these sides."""
    return Draft((list(left), list(right)), **{"state": State.CONTESTED, **given})


def side(made: Point, name: Side) -> list[str]:
    """The claims of a side, in order."""
    return [str(stand.claim) for stand in made.claims if stand.side is name]


def ids(claims: Sequence[PreparedClaim], *places: int) -> list[str]:
    """The claims at these places."""
    return [str(claims[place].claim.id) for place in places]


def test_the_side_that_is_denied_comes_first_and_gives_the_title() -> None:
    claims = [BURNED, DENIED]
    for sides in (([0], [1]), ([1], [0])):
        made = point(claims, draft(*sides))
        assert side(made, Side.FOR) == ids(claims, 0)
        assert side(made, Side.AGAINST) == ids(claims, 1)
        assert (made.title.document, made.title.span) == (BURNED.document, BURNED.title_span)


def test_of_two_accounts_the_one_that_answers_comes_last() -> None:
    other = prepared_claim("rain had put out every fire", "a miller", document="d")
    answers = {0: ClaimVerdict(1.0, 1.0, 2.0), 1: ClaimVerdict(1.0, 1.0, -2.0)}
    made = point([BURNED, other], draft([0], [1]), answers)
    assert side(made, Side.FOR) == ids([BURNED, other], 1)


@pytest.mark.parametrize(
    "worse",
    [
        prepared_claim("this", "x", document="d", back_reference=BackReference(frozenset(), False)),
        prepared_claim("the burning of the old mill", "x", document="d"),
        prepared_claim("it had burned the old mill", "x", document="d", opens_with_pronoun=True),
        outlet_claim("The army had burned the old mill", document="d"),
        prepared_claim("mill was burned", "x", document="d"),
        prepared_claim("the army had burned the old mill", "x", document="d"),  # comes later
    ],
)
def test_what_reads_best_alone_comes_first(worse: PreparedClaim) -> None:
    claims = [worse, BURNED, DENIED] if worse.terms != BURNED.terms else [BURNED, worse, DENIED]
    made = point(claims, draft([0, 1], [2]))
    assert side(made, Side.FOR)[0] == str(BURNED.claim.id)
    assert made.title.span == BURNED.title_span


def test_of_claims_that_read_as_well_the_likeliest_in_a_dispute_comes_first() -> None:
    claims = [BURNED, CHARGE, DENIED]
    of_claims = {0: ClaimVerdict(1.0, 0, 0), 1: ClaimVerdict(2.0, 0, 0)}
    assert side(point(claims, draft([0, 1], [2]), of_claims), Side.FOR) == ids(claims, 1, 0)


NOUN = prepared_claim("the burning of the old mill", "the guild", document="d")


def test_the_first_claim_that_says_a_whole_proposition_gives_the_title() -> None:
    """For first; against if no claim for it does."""
    assert point([NOUN, DENIED], draft([0], [1])).title.span == DENIED.title_span
    assert point([NOUN, BURNED, DENIED], draft([0, 1], [2])).title.span == BURNED.title_span
    other = prepared_claim("the claims about the old mill", "the army", Stance.DENIES, sentence=2)
    assert point([NOUN, other], draft([0], [1])).title.document == NOUN.document
    made = point([NOUN], draft([0], [], state=State.SINGLE))
    assert made.title.span == NOUN.title_span


ADMITTED = prepared_claim("it had burned the old mill", "the army", Stance.CONCEDES, "b")
ADMITTED_TOO = prepared_claim("the fire was ours", "a general", Stance.CONCEDES, "b", sentence=2)


def test_what_all_who_deny_it_admit_is_conceded() -> None:
    general = prepared_claim("nobody had burned it", "a general", Stance.DENIES, sentence=3)
    claims = [BURNED, ADMITTED, DENIED, ADMITTED_TOO, general]
    assert point(claims, draft([0, 1], [2])).state is State.CONCEDED
    assert point(claims, draft([0, 3], [2])).state is State.CONTESTED  # another admits it
    assert point(claims, draft([0, 1], [2, 4])).state is State.CONTESTED  # another denies it
    assert point(claims, draft([0, 1, 3], [2, 4])).state is State.CONCEDED


def test_an_admission_counts_by_its_stance_or_as_a_concession_that_was_found() -> None:
    plain = prepared_claim("the army had burned the old mill", "the army", document="b")
    claims = [plain, DENIED]
    assert point(claims, draft([0], [1])).state is State.CONTESTED
    assert point(claims, draft([0], [1], conceding={0})).state is State.CONCEDED
    # Who admits it on the side against it admits something else.
    assert point([BURNED, ADMITTED], draft([0], [1], conceding={1})).state is State.CONTESTED


def test_voices_are_origins_but_no_more_than_speakers() -> None:
    claims = [BURNED, CHARGE, DENIED, AGAIN]
    sides = draft([0, 1], [2, 3])
    for origins, voices in (("abcd", (2, 1)), ("aabb", (1, 1)), ("aaaa", (1, 1))):
        made = point(claims, sides, origins=origins)
        assert (made.origins_for, made.origins_against) == voices


def test_claims_that_agree_are_corroborated_only_by_another_origin() -> None:
    claims = [BURNED, CHARGE]
    agreed = draft([0, 1], [], state=State.CORROBORATED)
    assert point(claims, agreed, origins="ab").state is State.CORROBORATED
    assert point(claims, agreed, origins="aa").state is State.SINGLE


def test_a_denial_alone_gives_the_title_itself() -> None:
    made = point([DENIED], draft([], [0], state=State.SINGLE))
    assert made.title.span == DENIED.title_span
    assert (made.origins_for, made.origins_against) == (0, 1)
    assert (made.probability, made.likelihood) == (None, None)


def test_a_point_has_its_chance_and_every_claim_its_reason_tie_and_concession() -> None:
    why = because(RuleName.SAYS_OTHERWISE, "the army")
    given = {"probability": 0.98764, "reasons": {0: why}, "ties": {0: 0.12345}, "conceding": {1}}
    made = point([BURNED, DENIED], draft([0], [1], **given))
    assert (made.probability, made.likelihood) == (0.9876, Likelihood.CLEAR)
    burned, denied = made.claims
    assert (burned.reasons, burned.score, burned.concedes) == ((why,), 0.1235, False)
    assert (denied.reasons, denied.score, denied.concedes) == ((), None, True)
