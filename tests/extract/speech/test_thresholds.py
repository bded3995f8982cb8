"""How likely an attribution must be to be kept."""

import pytest

from sayso.extract.speech.thresholds import (
    DEFAULT_THRESHOLD,
    INNER_THRESHOLD,
    MIN_TALKATIVENESS,
    SOUGHT_STANCE_THRESHOLD,
    UNSOURCED_THRESHOLD,
    confidence_threshold,
)
from sayso.model.speech import Attribution, Kind, Speech, Stance
from sayso.model.text import Span


def threshold(
    text: str,
    source: str | None,
    content: str,
    *,
    cue: str | None = None,
    stance: Stance = Stance.ASSERTS,
    speech: Speech = Speech.INDIRECT,
    within: str | None = None,
    talkativeness: float = 0.0,
) -> float:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    attribution = Attribution(
        span(source) if source else None,
        span(cue) if cue else None,
        (span(content),),
        speech,
        Kind.SPEECH,
        within,
        0.5,
    )
    return confidence_threshold(text, attribution, stance, talkativeness)


SAID = "Orel said that the dam was shut."


def test_most_attributions_need_the_same() -> None:
    assert threshold(SAID, "Orel", "that the dam was shut") == DEFAULT_THRESHOLD


@pytest.mark.parametrize("stance", [Stance.DENIES, Stance.DECLINES, Stance.CONCEDES])
def test_a_stance_that_readers_look_for_needs_less(stance: Stance) -> None:
    found = threshold(SAID, "Orel", "that the dam was shut", stance=stance)
    assert found == SOUGHT_STANCE_THRESHOLD


def test_without_a_source_less_is_needed() -> None:
    assert threshold(SAID, None, "that the dam was shut") == UNSOURCED_THRESHOLD


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It was claimed that the dam was shut.", "was claimed"),
        ("There are claims that the dam was shut.", "claims"),
        ("The belief that the dam was shut grew.", "The belief"),
        ("Allegedly, that the dam was shut is known.", "Allegedly"),
    ],
)
def test_a_cue_that_has_no_source_needs_less(text: str, cue: str) -> None:
    assert threshold(text, None, "that the dam was shut", cue=cue) == UNSOURCED_THRESHOLD


def test_a_cue_whose_source_was_not_found_needs_more() -> None:
    assert threshold(SAID, None, "that the dam was shut", cue="said") == DEFAULT_THRESHOLD
    text = "He left, saying that the dam was shut."
    assert threshold(text, None, "that the dam was shut", cue="saying") > 1


def test_a_title_is_never_kept_without_a_source() -> None:
    text = "She read “The Old Road to Kemna” and “the old road”."
    title = threshold(text, None, "“The Old Road to Kemna”", speech=Speech.DIRECT)
    assert title > 1
    plain = threshold(text, None, "“the old road”", speech=Speech.DIRECT)
    assert plain == UNSOURCED_THRESHOLD


def test_whoever_speaks_inside_another_content_needs_the_least() -> None:
    for source in ("Orel", None):
        found = threshold(SAID, source, "that the dam was shut", within="outer")
        assert found == (INNER_THRESHOLD if source else UNSOURCED_THRESHOLD)


def test_in_a_text_that_talks_in_person_only_what_is_inside_needs_less() -> None:
    for source, within in ((None, "outer"), ("Orel", None), ("Orel", "outer")):
        found = threshold(
            SAID,
            source,
            "that the dam was shut",
            stance=Stance.DENIES,
            within=within,
            talkativeness=MIN_TALKATIVENESS,
        )
        assert found == (INNER_THRESHOLD if source and within else DEFAULT_THRESHOLD)
