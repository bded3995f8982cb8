"""One claim for each attribution, and one for each sentence of the outlet's own."""

from sayso.extract.speech.claims import find_claims
from sayso.extract.speech.collecting import JudgedAttribution
from sayso.extract.stance.stance import judge_stance
from sayso.model.happening import Figure, Harm, Precision
from sayso.model.speech import Attribution, Claim, Kind, Speech, Stance
from sayso.model.text import Span
from sayso.text.prepared import PreparedText

TEXT = PreparedText(
    "The bridge fell on Sunday at noon. Orel denied that the guard had said that it was mined. Well."
)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def judged(source: str, cue: str, content: str, within: str | None = None) -> JudgedAttribution:
    spans = (span(content),)
    attribution = Attribution(
        span(source), span(cue), spans, Speech.INDIRECT, Kind.SPEECH, within, 0.9
    )
    return JudgedAttribution(attribution, judge_stance(TEXT, span(cue), spans, span(source)))


OUTER = judged("Orel", "denied", "that the guard had said that it was mined")
INNER = judged("the guard", "had said", "that it was mined", OUTER.attribution.id)


def claims() -> dict[str, Claim]:
    found = find_claims(TEXT, [OUTER, INNER], {OUTER.attribution.id: "orel"})
    return {TEXT[claim.content[0].start : claim.content[0].end]: claim for claim in found}


def test_a_claim_has_the_chain_the_stance_and_the_speaker_of_its_attribution() -> None:
    outer = claims()["that the guard had said that it was mined"]
    assert outer.chain == (OUTER.attribution.id,)
    assert (outer.stance, outer.speaker) == (Stance.DENIES, "orel")
    inner = claims()["that it was mined"]
    assert inner.chain == (OUTER.attribution.id, INNER.attribution.id)
    assert (inner.stance, inner.speaker) == (Stance.ASSERTS, None)


def test_what_no_attribution_touches_is_the_outlets_own_unless_it_is_too_short() -> None:
    own = [text for text, claim in claims().items() if not claim.chain]
    assert own == ["The bridge fell on Sunday at noon."]


def test_claims_stand_in_text_order() -> None:
    starts = [claim.content[0].start for claim in claims().values()]
    assert starts == sorted(starts)


def test_a_content_that_counts_the_harmed_is_a_claim() -> None:
    text = PreparedText("The ministry welcomed the list of 14 hostages.")
    source, cue, content = Span(0, 12), Span(13, 21), Span(22, len(text) - 1)
    topic = Attribution(source, cue, (content,), Speech.INDIRECT, Kind.THOUGHT, None, 0.9)
    read = [JudgedAttribution(topic, judge_stance(text, cue, (content,), source))]
    number = Span(text.index("14"), text.index("14") + 2)
    figure = Figure(number, 14, 14, Precision.EXACT, Harm.CAPTURED, None, None, None, None, False)
    assert not find_claims(text, read, {})
    assert [claim.content for claim in find_claims(text, read, {}, [figure])] == [(content,)]
