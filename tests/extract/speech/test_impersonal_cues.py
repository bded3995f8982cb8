"""Cues before which nobody speaks."""

import pytest

from sayso.encoder.tagger import RoleSpan
from sayso.extract.speech.impersonal_cues import is_impersonal, source_behind_article


def is_spoken_of(sentence: str, source: str, cue: str) -> bool:
    start, first = sentence.index(cue), sentence.index(source)
    return is_impersonal(
        sentence,
        RoleSpan("cue", start, start + len(cue), 1.0),
        RoleSpan("source", first, first + len(source), 1.0),
    )


@pytest.mark.parametrize(
    ("sentence", "source", "cue"),
    [
        ("Orel is widely expected to resign.", "Orel", "is widely expected"),
        (
            "The mayor has been harshly criticised for it.",
            "The mayor",
            "has been harshly criticised",
        ),
        ("Voters seem to agree.", "Voters", "seem"),
        ("It was later denied that he paid.", "It", "was later denied"),
        ("It's feared that the dam will burst.", "It", "'s feared"),
        ("The guard allegedly took the money.", "The guard", "allegedly"),
        ("She was once asked how it would end.", "She", "was once asked"),
        ("The herd wasn't known to be ill.", "The herd", "wasn't known"),
    ],
)
def test_who_is_spoken_of_is_no_source(sentence: str, source: str, cue: str) -> None:
    assert is_spoken_of(sentence, source, cue)


@pytest.mark.parametrize(
    ("sentence", "source", "cue"),
    [
        ("Orel said he was expected.", "Orel", "said"),
        ("The mayor was convinced that it would rain.", "The mayor", "was convinced"),
        ("Ana Roll was quoted as saying it was over.", "Ana Roll", "was quoted as saying"),
        ("He was criticised by the guild for it.", "the guild", "was criticised by"),
        ("He was criticised for it by the guild.", "the guild", "was criticised for"),
        ("They are worried about the dam.", "They", "are worried about"),
    ],
)
def test_who_speaks_or_thinks_is_one(sentence: str, source: str, cue: str) -> None:
    assert not is_spoken_of(sentence, source, cue)


def test_a_mere_article_gives_way_to_who_stands_behind_the_cue() -> None:
    sentence = "He denied the allegations of the newspaper Evening Sextant that the dam was mined."

    def role(name: str, part: str) -> RoleSpan:
        start = sentence.index(part)
        return RoleSpan(name, start, start + len(part), 1.0)

    cue, content = role("cue", "allegations of"), role("content", "that the dam was mined")
    found = source_behind_article(sentence, cue, role("source", "the"), [content])
    assert found is not None
    assert sentence[found.start : found.end] == "the newspaper Evening Sextant"
    bare = role("content", "the newspaper Evening Sextant that the dam was mined")
    assert source_behind_article(sentence, cue, role("source", "the"), [bare]) is None
    assert source_behind_article(sentence, cue, role("source", "He"), [content]) == role(
        "source", "He"
    )
