"""The bundled networks: what they promise to the rooms above."""

from typing import Any

import numpy as np
import pytest

from sayso.encoder import tagger
from sayso.encoder.dispute_scores import read_disputes
from sayso.encoder.disputes import MarkedText, Passage, PlacedClaim, mark_texts
from sayso.encoder.tagger import RoleSpan, TaggedText, tag_texts
from sayso.encoder.vectors import VECTOR_SIZE, text_vectors
from sayso.encoder.windows import WINDOW_PIECES as WINDOW
from sayso.encoder.windows import central_parts, cut_windows
from sayso.model.speech import Stance
from sayso.model.text import Span

TEXT = "The mayor said that the bridge was closed. Nobody had asked her, the editor added."


def test_roles_are_places_of_the_text() -> None:
    (reading,) = tag_texts([TEXT])
    found = {(role.role, TEXT[role.start : role.end]) for role in reading.roles}
    assert ("source", "The mayor") in found
    assert ("cue", "said") in found
    assert ("content", "that the bridge was closed") in found
    assert len(reading.belongs) == len(reading.roles)
    assert len(reading.governs) == len(reading.cue_indices())


def test_a_text_is_read_the_same_among_others() -> None:
    alone = tag_texts([TEXT])[0]
    among = tag_texts(["Rain fell. " * 300, TEXT, "He said no."])[1]
    assert alone.roles == among.roles
    assert np.array_equal(alone.belongs, among.belongs)
    assert np.array_equal(alone.governs, among.governs)


def test_eagerness_finds_no_less() -> None:
    calm, eager = (tag_texts([TEXT], eager)[0] for eager in (0.0, 2.0))
    assert len(eager.roles) >= len(calm.roles)


def test_vectors_have_length_one_and_know_likeness() -> None:
    found = text_vectors(
        ["The army shelled the market.", "Troops bombarded the bazaar.", "She likes old flour."]
    )
    assert found.shape == (3, VECTOR_SIZE)
    assert np.allclose((found**2).sum(1), 1, atol=1e-3)
    assert found[0] @ found[1] > found[0] @ found[2] + 0.2


def test_a_text_that_comes_twice_has_one_vector() -> None:
    found = text_vectors(["The ferry sank.", "She likes old flour.", "The ferry sank."])
    assert np.array_equal(found[0], found[2])
    assert np.array_equal(found[1:2], text_vectors(["She likes old flour."]))


SPOKEN = (
    ("The mayor", "said", "that the bridge was shut", Stance.ASSERTS),
    ("The guild", "denied", "that it was shut", Stance.DENIES),
    ("A baker", "said", "that bread had become dear", Stance.ASSERTS),
)


def spoken() -> MarkedText:
    """A text of three sentences, each a claim: one, its denial, and one about something else."""
    text, claims = "", []
    for number, (source, cue, content, stance) in enumerate(SPOKEN, 1):
        spans = []
        for part in (source, cue, content):
            spans.append(Span(len(text), len(text) + len(part)))
            text += f"{part} "
        text = f"{text.rstrip()}. "
        claims.append(PlacedClaim((spans[2],), spans[0], spans[1], stance, source, number))
    return mark_texts([(text, claims)])[0]


def test_a_claim_and_its_denial_are_opposed_more_than_either_is_to_another() -> None:
    one, pairs = spoken(), [(0, 1), (0, 2), (1, 2)]
    whole = Passage(0, 0, len(one.pieces))
    window, *found = read_disputes([one], [whole, *(((0, a), (0, b)) for a, b in pairs)])
    opposite = [float(reading.pairs[0, 1, 2]) for reading in found]
    assert opposite[0] > max(opposite[1:]) + 0.5
    disputed, _, answers = window.stands.T
    assert disputed[:2].min() > disputed[2]
    assert answers[1] > answers[0]


def test_claims_are_read_the_same_beside_other_readings() -> None:
    one, pair = spoken(), ((0, 0), (0, 1))
    (alone,) = read_disputes([one], [pair])
    among = list(read_disputes([one], [Passage(0, 0, len(one.pieces)), pair, ((0, 0), (0, 2))]))[1]
    assert np.array_equal(alone.stands, among.stands)
    assert np.array_equal(alone.pairs, among.pairs)


def test_nothing_to_read() -> None:
    assert tag_texts([]) == []
    assert text_vectors([]).shape == (0, VECTOR_SIZE)
    assert tag_texts([""])[0].roles == ()
    assert list(read_disputes([], [])) == []


def test_windows_cover_every_piece_once() -> None:
    for length in (1, WINDOW - 1, WINDOW, WINDOW + 1, 3 * WINDOW + 7):
        whole = cut_windows(length)
        places = [place for start, end in central_parts(whole) for place in range(start, end)]
        assert places == list(range(length))
        assert all(end - start <= WINDOW for start, end in whole)


def test_scores_of_pairs_are_those_of_the_whole_product(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(1)
    belongs = random.integers(-9, 9, (11, 4)).astype(np.float32)
    governs = random.integers(-9, 9, (5, 4)).astype(np.float32)
    roles, cues = np.array([0, 0, 3, 4, 4, 9, 10]), np.array([0, 4, 2, 1, 3, 4, 0])
    tagged = TaggedText((RoleSpan("source", 0, 1, 0.9),) * 11, belongs, governs)
    monkeypatch.setattr(tagger, "ROLES_AT_ONCE", 4)
    scores = tagged.attachment_scores(roles, cues)
    assert scores.tolist() == (belongs @ governs.T)[roles, cues].tolist()


class _CountingSession:
    """The network, and how many windows it was given."""

    def __init__(self) -> None:
        self.windows = 0
        self._session = tagger._tagger_session()

    def run(self, windows: list[Any]) -> list[Any]:
        self.windows += len(windows)
        return self._session.run(windows)


@pytest.mark.parametrize(("mark", "windows"), [("& ", 2), ("a ", 8)])
def test_windows_without_a_letter_are_not_read(
    mark: str, windows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting = _CountingSession()
    monkeypatch.setattr(tagger, "_tagger_session", lambda: counting)
    (tagged,) = tag_texts([f"{TEXT}\n\n{mark * 6 * WINDOW}\n\n{TEXT}"])
    assert {role.start > WINDOW for role in tagged.roles if role.role == "cue"} == {True, False}
    assert counting.windows == windows
