"""How far a find is believed."""

from sayso.encoder.tagger import RoleSpan
from sayso.extract.speech.attributions import find_attributions
from sayso.extract.speech.confidence import MOST_TALK, SIGNS, Place, signs, sureness, talk
from sayso.extract.speech.link_roles import Bundle
from sayso.model.speech import Kind

REPORT = "The mayor said that the bridge was shut."
PLACE = Place(within=False, again=False, quoted=False, talk=0.0)


def role(name: str, text: str, words: str, score: float = 0.9) -> RoleSpan:
    start = text.index(words)
    return RoleSpan(name, start, start + len(words), score)


def found(text: str, source: str | None, cue: str, content: str) -> dict[str, float]:
    bundle = Bundle(
        role("cue", text, cue),
        role("source", text, source) if source else None,
        [role("content", text, content)],
    )
    return dict(zip(SIGNS, signs(text, bundle, Kind.SPEECH, PLACE), strict=True))


def test_a_clause_that_somebody_says_is_believed_before_a_noun_phrase() -> None:
    clause = found(REPORT, "The mayor", "said", "that the bridge was shut")
    phrase = found("She spoke about the old bridge.", "She", "spoke about", "the old bridge")
    assert clause["content a clause"] == 1
    assert phrase["content a noun phrase"] == phrase["cue with a preposition"] == 1
    assert sureness(tuple(clause.values())) > sureness(tuple(phrase.values()))


def test_the_more_surely_the_network_marked_it_the_likelier() -> None:
    text = REPORT
    bundles = [
        Bundle(
            role("cue", text, "said"),
            role("source", text, "The mayor", score),
            [role("content", text, "that the bridge was shut", score)],
        )
        for score in (0.3, 0.6, 0.95)
    ]
    rising = [sureness(signs(text, one, Kind.SPEECH, PLACE)) for one in bundles]
    assert rising == sorted(rising)
    assert 0 < rising[0] < rising[-1] < 1


def test_a_text_talks_in_person_outside_quotation_marks_alone() -> None:
    interview = "I think we did well. Did you like it? I did."
    assert talk(interview, bytearray(len(interview))) == MOST_TALK
    assert talk(interview, bytearray(b"\x01" * len(interview))) == 0
    assert talk(REPORT, bytearray(len(REPORT))) == 0
    assert talk("", bytearray()) == 0


def test_all_that_was_found_holds_what_is_likely() -> None:
    text = "Orel was keen on the plan and wants to go. The mayor said that the bridge was shut."
    likely, everything = find_attributions([text]), find_attributions([text], all_of_them=True)
    kept = {one.attribution.id for one in likely[0]}
    assert kept <= {one.attribution.id for one in everything[0]}
    assert any(
        text[one.attribution.cue.start :].startswith("said")
        for one in likely[0]
        if one.attribution.cue
    )
