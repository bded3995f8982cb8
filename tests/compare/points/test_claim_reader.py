"""Claims made ready for comparison."""

import pytest

from sayso.compare.points.claim_reader import prepare_claims
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.sources.speakers import speaker_keys
from sayso.model.facts import Facts
from sayso.model.speech import Actor, ActorType, Attribution, Claim, Kind, Speech, Stance
from sayso.model.text import Document, Span


def facts_of(text: str, *parts: tuple[str, str, str, Stance], score: float = 0.9) -> Facts:
    """A report with claims: the source, the cue and the content of each, and its stance.

    A content that lies in an earlier one is a claim inside that claim.
    """
    actors: list[Actor] = []
    attributions: list[Attribution] = []
    claims: list[Claim] = []
    for source, cue, content, stance in parts:
        spans = [
            Span(text.index(part), text.index(part) + len(part)) for part in (source, cue, content)
        ]
        outer = next((one for one in attributions if one.content[0].holds(spans[2])), None)
        attribution = Attribution(
            spans[0],
            spans[1],
            (spans[2],),
            Speech.INDIRECT,
            Kind.SPEECH,
            outer.id if outer else None,
            score,
        )
        chain = (outer.id, attribution.id) if outer else (attribution.id,)
        actor = Actor(spans[0], ActorType.PERSON, True, None, (spans[0],))
        actors.append(actor)
        attributions.append(attribution)
        claims.append(Claim((spans[2],), chain, stance, (), actor.id))
    document = Document("a.txt", text, language="en")
    return Facts(
        document, actors=tuple(actors), attributions=tuple(attributions), claims=tuple(claims)
    )


def prepare(facts: Facts) -> list[PreparedClaim]:
    """The prepared claims of a report by itself."""
    return prepare_claims(facts, speaker_keys([facts], ()))


@pytest.mark.parametrize(
    ("cue", "content", "score", "polarity"),
    [
        ("denied", "that the mill had leaked", 0.9, -1),
        ("denied", "that the mill had leaked", 0.2, -1),  # "deny" is plain
        ("rejected", "that the mill had leaked", 0.9, -1),
        ("rejected", "that the mill had leaked", 0.2, 0),
        ("opposed", "that the mill should close", 0.9, 0),
        ("denied", "the request for bail", 0.9, 0),
        ("doubted", "why the mill had leaked", 0.9, 0),
    ],
)
def test_a_denial_is_one_only_if_it_denies_a_claim(
    cue: str, content: str, score: float, polarity: int
) -> None:
    text = f"Ruiz {cue} {content}."
    (claim,) = prepare(facts_of(text, ("Ruiz", cue, content, Stance.DENIES), score=score))
    assert claim.speaker_polarity == polarity


def test_an_opening_says_nothing_itself() -> None:
    content = "claims that the mill had leaked"
    text = f"Ruiz denied {content}."
    (claim,) = prepare(facts_of(text, ("Ruiz", "denied", content, Stance.DENIES)))
    assert claim.compared_text == "the mill had leaked"
    assert claim.terms == {"mill", "leak"}


def test_a_denial_without_a_subject_is_about_the_speaker() -> None:
    text = "Brandt denied selling the mill."
    (claim,) = prepare(facts_of(text, ("Brandt", "denied", "selling the mill", Stance.DENIES)))
    assert claim.compared_text == "Brandt selling the mill"
    assert "brandt" in claim.terms


def test_a_claim_that_only_passes_on_another_is_left_out() -> None:
    text = "The Gazette wrote that Ruiz said the mill had leaked oil into the river."
    inner = "the mill had leaked oil into the river"
    facts = facts_of(
        text,
        ("The Gazette", "wrote", f"that Ruiz said {inner}", Stance.ASSERTS),
        ("Ruiz", "said", inner, Stance.ASSERTS),
    )
    assert [claim.compared_text for claim in prepare(facts)] == [inner]


def test_a_denial_of_another_claim_is_kept() -> None:
    text = "The Gazette denied that Ruiz said the mill had leaked oil into the river."
    inner = "the mill had leaked oil into the river"
    facts = facts_of(
        text,
        ("The Gazette", "denied", f"that Ruiz said {inner}", Stance.DENIES),
        ("Ruiz", "said", inner, Stance.ASSERTS),
    )
    assert [claim.speaker_polarity for claim in prepare(facts)] == [-1, 1]


def test_a_content_that_says_nothing_such_points_back_and_denies() -> None:
    text = "Ruiz said it did no such thing."
    (claim,) = prepare(facts_of(text, ("Ruiz", "said", "it did no such thing", Stance.ASSERTS)))
    assert claim.back_reference is not None
    assert claim.back_reference.untrue
    assert claim.speaker_polarity == -1
