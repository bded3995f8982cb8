"""How likely it is that what was found is an attribution."""

from sayso.encoder.tagger import RoleSpan
from sayso.extract.speech.attributions import find_attributions
from sayso.extract.speech.confidence import (
    CONFIDENCE_FEATURES,
    MAX_TALKATIVENESS,
    AttributionContext,
    attribution_confidence,
    confidence_features,
    talkativeness,
)
from sayso.extract.speech.link_roles import LinkedCue
from sayso.model.speech import Kind

REPORT = "The mayor said that the bridge was shut."
CONTEXT = AttributionContext(
    inside_another=False, second_look=False, quoted=False, talkativeness=0.0
)


def role(name: str, text: str, words: str, score: float = 0.9) -> RoleSpan:
    start = text.index(words)
    return RoleSpan(name, start, start + len(words), score)


def features(text: str, source: str | None, cue: str, content: str) -> dict[str, float]:
    link = LinkedCue(
        role("cue", text, cue),
        role("source", text, source) if source else None,
        [role("content", text, content)],
    )
    return dict(
        zip(
            CONFIDENCE_FEATURES,
            confidence_features(text, link, Kind.SPEECH, CONTEXT),
            strict=True,
        )
    )


def test_a_clause_that_somebody_says_is_believed_before_a_noun_phrase() -> None:
    clause = features(REPORT, "The mayor", "said", "that the bridge was shut")
    phrase = features("She spoke about the old bridge.", "She", "spoke about", "the old bridge")
    assert clause["content a clause"] == 1
    assert phrase["content a noun phrase"] == phrase["cue with a preposition"] == 1
    assert attribution_confidence(tuple(clause.values())) > attribution_confidence(
        tuple(phrase.values())
    )


def test_the_more_surely_the_network_marked_it_the_likelier() -> None:
    text = REPORT
    links = [
        LinkedCue(
            role("cue", text, "said"),
            role("source", text, "The mayor", score),
            [role("content", text, "that the bridge was shut", score)],
        )
        for score in (0.3, 0.6, 0.95)
    ]
    rising = [
        attribution_confidence(confidence_features(text, link, Kind.SPEECH, CONTEXT))
        for link in links
    ]
    assert rising == sorted(rising)
    assert 0 < rising[0] < rising[-1] < 1


def test_a_text_talks_in_person_outside_quotation_marks_alone() -> None:
    interview = "I think we did well. Did you like it? I did."
    assert talkativeness(interview, bytearray(len(interview))) == MAX_TALKATIVENESS
    assert talkativeness(interview, bytearray(b"\x01" * len(interview))) == 0
    assert talkativeness(REPORT, bytearray(len(REPORT))) == 0
    assert talkativeness("", bytearray()) == 0


def test_all_that_was_found_holds_what_is_likely() -> None:
    text = "Orel was keen on the plan and wants to go. The mayor said that the bridge was shut."
    likely, everything = find_attributions([text]), find_attributions([text], keep_all=True)
    kept = {judged.attribution.id for judged in likely[0].judged}
    assert kept <= {judged.attribution.id for judged in everything[0].judged}
    assert any(
        text[judged.attribution.cue.start :].startswith("said")
        for judged in likely[0].judged
        if judged.attribution.cue
    )
