"""Claims in their texts as the network that reads disputes is given them."""

from collections.abc import Sequence

import pytest

from sayso.encoder.disputes import (
    CONTENT_OF,
    CUE,
    NEXT_SENTENCE,
    NO_ROLE,
    OTHER_PASSAGE,
    PAIR_PIECES,
    SAME_SENTENCE,
    SAME_SPEAKER,
    SOURCE,
    MarkedText,
    Passage,
    PlacedClaim,
    mark_texts,
    pair_inputs,
    passage_inputs,
    passages_of_pair,
    windows_of,
)
from sayso.encoder.session import CLS, SEP
from sayso.encoder.windows import WINDOW_PIECES
from sayso.model.speech import Stance
from sayso.model.text import Span

TEXT = "The mayor said that the bridge was shut. The guild denied this."
WORD = "bridge "  # one piece


def placed(
    text: str,
    content: str,
    source: str = "",
    cue: str = "",
    stance: Stance = Stance.ASSERTS,
    sentence: int = 1,
) -> PlacedClaim:
    """A claim by its words."""
    spans = [
        Span(text.index(part), text.index(part) + len(part)) if part else None
        for part in (content, source, cue)
    ]
    assert spans[0] is not None
    return PlacedClaim((spans[0],), spans[1], spans[2], stance, source, sentence)


MAYOR = placed(TEXT, "that the bridge was shut", "The mayor", "said")
GUILD = placed(TEXT, "this", "The guild", "denied", Stance.DENIES, 2)


def marked(text: str, *claims: PlacedClaim) -> MarkedText:
    """One text with its claims."""
    (found,) = mark_texts([(text, claims)])
    return found


def words(text: str, one: MarkedText, numbers: Sequence[int]) -> list[str]:
    """The words of pieces."""
    return [text[one.pieces.start[at] : one.pieces.end[at]] for at in numbers]


def test_the_pieces_of_a_claim_have_their_roles() -> None:
    one = marked(TEXT, MAYOR, GUILD)
    assert words(TEXT, one, one.contents[0].tolist()) == ["that", "the", "bridge", "was", "shut"]
    assert words(TEXT, one, one.frames[0].tolist()) == ["The", "mayor", "said"]
    roles = [SOURCE, SOURCE, CUE, *[CONTENT_OF[Stance.ASSERTS]] * 5, NO_ROLE]
    roles += [SOURCE, SOURCE, CUE, CONTENT_OF[Stance.DENIES], NO_ROLE]
    assert one.roles.tolist() == roles


def test_a_claim_inside_another_is_marked_over_it() -> None:
    text = "The mayor denied that the guild said the bridge was shut."
    outer = placed(
        text, "that the guild said the bridge was shut", "The mayor", "denied", Stance.DENIES
    )
    inner = placed(text, "the bridge was shut", "the guild", "said")
    expected = [SOURCE, SOURCE, CUE, CONTENT_OF[Stance.DENIES], SOURCE, SOURCE, CUE]
    expected += [CONTENT_OF[Stance.ASSERTS]] * 4 + [NO_ROLE]
    for claims in ((outer, inner), (inner, outer)):
        assert marked(text, *claims).roles.tolist() == expected


def test_every_content_has_its_first_and_last_piece() -> None:
    blank = PlacedClaim((Span(40, 41),), None, None, Stance.ASSERTS, "", 1)
    assert TEXT[40:41] == " "
    one = marked(TEXT, MAYOR, blank, GUILD)
    assert (one.firsts[0], one.lasts[0]) == (3, 7)
    assert (one.firsts[2], one.lasts[2]) == (12, 12)
    # A content without pieces stands in no passage.
    assert one.lasts[1] < one.firsts[1]
    claims, _ = passage_inputs([one], Passage(0, 0, len(one.pieces)))
    assert [claim.claim for claim in claims] == [0, 2]
    assert windows_of(0, marked(TEXT, blank)) == []


def test_a_claim_in_two_pieces_is_read_where_half_of_it_stands() -> None:
    """Its two parts are far apart, so that no window holds both."""
    spans = tuple(Span(at * len(WORD), (at + 6) * len(WORD) - 1) for at in (0, 600))
    one = marked(WORD * 700, PlacedClaim(spans, None, None, Stance.ASSERTS, "", 1))
    windows = windows_of(0, one)
    assert windows
    for _, first, last in windows:
        assert first <= 0 < last or first <= 600 < last


def test_a_claim_without_a_source_has_no_frame() -> None:
    one = marked(TEXT, placed(TEXT, "The guild denied this"))
    assert one.frames[0].tolist() == []


def long_text(before: int, claim: int, behind: int) -> MarkedText:
    """A claim of so many pieces, between others."""
    start, end = before * len(WORD), (before + claim) * len(WORD)
    content = (Span(start, end - 1),)
    text = WORD * (before + claim + behind)
    return marked(text, PlacedClaim(content, None, None, Stance.ASSERTS, "", 1))


def test_windows_without_a_claim_are_not_read() -> None:
    one = long_text(10, 5, 600)
    assert windows_of(3, one) == [Passage(3, 0, WINDOW_PIECES)]
    assert windows_of(0, marked(WORD * 600)) == []


def two_claims(before: int, first: int, between: int, second: int, behind: int) -> MarkedText:
    """Two claims of so many pieces, with others around and between them."""
    at = before + first + between
    spans = [(before, before + first), (at, at + second)]
    claims = [
        PlacedClaim(
            (Span(start * len(WORD), end * len(WORD) - 1),), None, None, Stance.ASSERTS, "", 1
        )
        for start, end in spans
    ]
    return marked(WORD * (at + second + behind), *claims)


@pytest.mark.parametrize(
    "sizes",
    [
        (300, 6, 10, 6, 300),
        (0, 6, 10, 6, 300),
        (300, 6, 10, 6, 0),
        (300, 6, PAIR_PIECES - 12, 6, 300),
    ],
)
def test_two_claims_that_are_near_are_read_in_one_passage(
    sizes: tuple[int, int, int, int, int],
) -> None:
    one = two_claims(*sizes)
    (passage,) = passages_of_pair([one], (0, 0), (0, 1))
    assert 0 <= passage.first <= one.contents[0][0]
    assert one.contents[1][-1] < passage.last <= len(one.pieces)
    assert passage.last - passage.first == min(PAIR_PIECES, len(one.pieces))


@pytest.mark.parametrize(
    "sizes",
    [
        (300, 6, PAIR_PIECES, 6, 300),
        (0, 1, PAIR_PIECES, 1, 0),
        (300, PAIR_PIECES, 1, 6, 10),
        (10, 6, 1, 3 * PAIR_PIECES, 10),
    ],
)
def test_two_claims_that_are_far_apart_or_long_are_read_in_two_passages(
    sizes: tuple[int, int, int, int, int],
) -> None:
    one = two_claims(*sizes)
    passages = passages_of_pair([one], (0, 0), (0, 1))
    assert len(passages) == 2
    for content, (_, first, last) in zip(one.contents, passages, strict=True):
        assert 0 <= first <= content[0]
        assert last > min(content[-1], content[0] + PAIR_PIECES // 2 - 1)
        assert last - first == PAIR_PIECES // 2


def test_claims_of_two_texts_are_read_in_two_passages() -> None:
    texts = [marked(TEXT, MAYOR, GUILD), marked("It rained.", placed("It rained.", "It rained"))]
    assert passages_of_pair(texts, (0, 1), (1, 0)) == (Passage(0, 0, 14), Passage(1, 0, 3))


def test_a_passage_holds_source_and_cue_too_if_they_are_near() -> None:
    said = "The mayor said "
    for gap, held in ((0, True), (PAIR_PIECES, False)):
        text = WORD * 100 + said + WORD * (gap + 20) + WORD * 100
        start = text.index(said) + len(said) + gap * len(WORD)
        source, cue = (
            Span(text.index(part), text.index(part) + len(part)) for part in ("The mayor", "said")
        )
        content = (Span(start, start + 20 * len(WORD) - 1),)
        one = marked(text, PlacedClaim(content, source, cue, Stance.ASSERTS, "", 1))
        other = marked("It rained.", placed("It rained.", "It rained"))
        passage, _ = passages_of_pair([one, other], (0, 0), (1, 0))
        assert bool(passage.first <= one.frames[0][0]) is held
        assert passage.first <= one.contents[0][0]
        assert passage.last > one.contents[0][-1]


def test_a_reading_has_the_pieces_of_its_passage_between_marks() -> None:
    one = marked(TEXT, MAYOR, GUILD)
    claims, inputs = passage_inputs([one], Passage(0, 0, len(one.pieces)))
    assert [tuple(claim) for claim in claims] == [(0, 0, 0), (0, 1, 0)]
    assert inputs["ids"].tolist() == [CLS, *one.pieces.id.tolist(), SEP]
    assert inputs["roles"].tolist() == [NO_ROLE, *one.roles.tolist(), NO_ROLE]
    assert inputs["shapes"].tolist() == [0, *one.pieces.shape.tolist(), 0]
    assert set(inputs["mask"].tolist()) == {1}
    assert set(inputs["part"].tolist()) == {0}


def test_a_claim_of_which_a_passage_holds_less_than_half_is_not_read() -> None:
    one = marked(TEXT, MAYOR, GUILD)
    for last, found in ((4, []), (5, []), (6, [0]), (8, [0])):
        claims, inputs = passage_inputs([one], Passage(0, 0, last))
        assert [claim.claim for claim in claims] == found
        assert inputs["contents"].shape == (len(found), last + 2)
        assert inputs["relations"].shape == (len(found), len(found), 4)


def test_of_a_pair_in_one_passage_only_the_two_are_marked_and_the_second_apart() -> None:
    third = placed(TEXT, "the bridge", "The guild")
    one = marked(TEXT, MAYOR, GUILD, third)
    claims, inputs = pair_inputs([one], ((0, 0), (0, 1)))
    assert [tuple(claim) for claim in claims] == [(0, 0, 0), (0, 1, 0)]
    assert inputs["ids"].tolist() == [CLS, *one.pieces.id.tolist(), SEP]
    assert inputs["contents"][0].nonzero()[0].tolist() == [4, 5, 6, 7, 8]
    assert inputs["contents"][1].nonzero()[0].tolist() == [13]
    assert inputs["part"].nonzero()[0].tolist() == [10, 11, 12, 13]
    _, inputs = pair_inputs([one], ((0, 0), (0, 2)))
    assert inputs["roles"][13] == NO_ROLE  # of the claim that is left out
    assert inputs["roles"][10] == SOURCE


def test_of_a_pair_in_two_passages_each_has_its_part() -> None:
    one, other = marked(TEXT, MAYOR, GUILD), marked("It rained.", placed("It rained.", "It rained"))
    claims, inputs = pair_inputs([one, other], ((0, 1), (1, 0)))
    assert [tuple(claim) for claim in claims] == [(0, 1, 0), (1, 0, 1)]
    ids = [CLS, *one.pieces.id.tolist(), SEP, *other.pieces.id.tolist(), SEP]
    assert inputs["ids"].tolist() == ids
    assert inputs["part"].tolist() == [0] * 16 + [1] * 4
    assert inputs["contents"][0].nonzero()[0].tolist() == [13]
    assert inputs["contents"][1].nonzero()[0].tolist() == [16, 17]
    assert inputs["roles"].nonzero()[0].tolist() == [10, 11, 12, 13, 16, 17]


def test_the_weights_of_a_mean_add_up_to_one() -> None:
    one = marked(TEXT, MAYOR, GUILD, placed(TEXT, "The guild denied this"))
    _, inputs = passage_inputs([one], Passage(0, 0, len(one.pieces)))
    assert inputs["contents"].sum(1) == pytest.approx(1)
    assert inputs["frames"].sum(1) == pytest.approx([1, 1, 0])
    _, part = passage_inputs([one], Passage(0, 0, 6))
    assert part["contents"].sum(1) == pytest.approx(1)
    _, of_long = pair_inputs([two_claims(9, 3 * PAIR_PIECES, 1, 6, 9)], ((0, 0), (0, 1)))
    assert of_long["contents"].sum(1) == pytest.approx(1)


def test_relations_tell_speaker_and_sentence() -> None:
    text = "A b c d e. "
    claims = [
        PlacedClaim((Span(at * 2, at * 2 + 1),), None, None, Stance.ASSERTS, speaker, sentence)
        for at, (speaker, sentence) in enumerate((("x", 1), ("y", 1), ("x", 2), ("x", 3)))
    ]
    _, inputs = passage_inputs([marked(text, *claims)], Passage(0, 0, 5))
    expected = {
        SAME_SPEAKER: {(0, 2), (0, 3), (2, 3)},
        SAME_SENTENCE: {(0, 1)},
        NEXT_SENTENCE: {(0, 2), (1, 2), (2, 3)},
        OTHER_PASSAGE: set(),
    }
    for number, pairs in expected.items():
        both = set(zip(*inputs["relations"][..., number].nonzero(), strict=True))
        assert {pair for pair in both if pair[0] < pair[1]} == pairs
        assert both - {(at, at) for at in range(4)} == pairs | {pair[::-1] for pair in pairs}


def test_claims_of_two_passages_are_in_no_near_sentences() -> None:
    texts = [marked(TEXT, MAYOR), marked(TEXT, MAYOR)]
    relations = pair_inputs(texts, ((0, 0), (1, 0)))[1]["relations"][0, 1]
    assert relations.nonzero()[0].tolist() == [SAME_SPEAKER, OTHER_PASSAGE]
