"""Hostile reports take work in proportion to their length. Calls are counted, so no machine matters."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

import numpy as np
import pytest

from sayso.encoder.tagger import RoleSpan, TaggedText
from sayso.extract.actors import make_cast, read_speakers
from sayso.extract.casting.tokens import tokenize_text
from sayso.extract.casualties.figures import find_figures
from sayso.extract.extracting import extract
from sayso.extract.speech import attributions
from sayso.extract.speech.according_to import framed_sentences
from sayso.extract.speech.asides import without_asides
from sayso.extract.speech.further_speakers import asides_of_links
from sayso.extract.speech.link_roles import LinkedCue
from sayso.extract.speech.nesting import MAX_ATTRIBUTIONS_DEEP
from sayso.extract.speech.passive_agents import name_agents
from sayso.model.speech import Attribution, Kind, Speech
from sayso.model.text import Document, Span
from sayso.text.prepared import PreparedText
from tests.costs import counted_calls, made

SMALL, LARGE = 1_500, 3_000
MAX_GROWTH = 2.3  # so many times as much work may twice the length take
SAYING = re.compile(r"(?P<source>\bhe\b|\bThe \w+\b) (?P<cue>told|said|denied)\b")


def check_doubling(work: Callable[[str], object], unit: str) -> None:
    """Fail if twice as much of a unit takes more than MAX_GROWTH times as many calls."""
    work(made(unit, 200))  # what is loaded once is loaded
    small, large = (
        counted_calls(partial(work, PreparedText(made(unit, size)))) for size in (SMALL, LARGE)
    )
    assert large < MAX_GROWTH * small, f"{unit!r}: {small} calls, then {large}"


def eager_network(texts: Sequence[str], _eagerness: float = 0.0) -> list[TaggedText]:
    """What a network would find that takes all that follows the first cue for its content."""
    return [_tagged_eagerly(text) for text in texts]


def _tagged_eagerly(text: str) -> TaggedText:
    found = SAYING.search(text)
    if found is None:
        return TaggedText((), np.zeros((0, 1), np.float32), np.zeros((0, 1), np.float32))
    places = (found.span("source"), found.span("cue"), (found.end() + 1, len(text)))
    roles = [
        RoleSpan(name, *place, 0.99)
        for name, place in zip(("source", "cue", "content"), places, strict=True)
        if place[0] < place[1]
    ]
    return TaggedText(
        tuple(roles), np.ones((len(roles), 1), np.float32), np.ones((1, 1), np.float32), 1
    )


def test_speakers_inside_one_another_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attributions, "tag_texts", eager_network)
    unit = "he told her that they "
    check_doubling(lambda text: extract(Document("report.txt", text)), unit)
    claims = extract(Document("report.txt", made(unit, LARGE))).claims
    assert max(len(claim.chain) for claim in claims) == MAX_ATTRIBUTIONS_DEEP


def test_one_speaker_of_very_many_attributions() -> None:
    def find_speakers(text: str) -> object:
        said = [
            Attribution(
                Span(*found.span("source")),
                Span(*found.span("cue")),
                (Span(found.end() + 1, found.end() + 3),),
                Speech.INDIRECT,
                Kind.SPEECH,
                None,
                0.9,
            )
            for found in SAYING.finditer(text)
            if found.end() + 3 < len(text)
        ]
        return make_cast(read_speakers(tokenize_text(text), said).known)

    check_doubling(find_speakers, "The mayor denied it. ")


@pytest.mark.parametrize(
    "unit",
    [
        "The mayor told it, citing the army. ",
        "The mayor told it, citing the army ",
        "The mayor was told by the army to go. ",
        "was told by the army ",
        "citing the army that quoted ",
    ],
)
def test_asides_and_passives(unit: str) -> None:
    def find_further(text: str) -> object:
        roles = [
            RoleSpan(name, *found.span(name), 0.9)
            for found in SAYING.finditer(text)
            for name in ("source", "cue")
        ]
        scores = np.zeros((len(roles), len(roles) // 2), np.float32)
        tagged = without_asides(text, TaggedText(tuple(roles), scores, scores.T[:, :1]))
        linked = [
            LinkedCue(cue, source, [RoleSpan("content", cue.end + 1, cue.end + 3, 0.9)])
            for source, cue in pairwise(tagged.roles)
            if cue.role == "cue" and source.role == "source"
        ]
        return asides_of_links(text, name_agents(text, tagged, linked))

    check_doubling(find_further, unit)


def test_people_counted_without_a_full_stop() -> None:
    check_doubling(lambda text: find_figures(text, []), "(84) ")


def test_framing_phrases_without_a_source() -> None:
    def find_frames(text: str) -> object:
        cues = tuple(
            RoleSpan("cue", *found.span(), 0.9) for found in re.finditer("according to", text)
        )
        nothing = np.zeros((len(cues), 1), np.float32)
        return list(framed_sentences(text, TaggedText(cues, nothing, nothing), []))

    check_doubling(find_frames, "according to no one. ")
