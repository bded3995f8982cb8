"""How likely it is that what was found is an attribution.

The network is trained on political news, where wishes, plans and praise count as attributions; in
interviews and on other subjects it finds more than is there. A logistic regression over a few plain
features says how likely each one is; its weights are fitted by `training/confidence.py` and stand in
`confidence.json`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp, log

from sayso.extract.speech.link_roles import LinkedCue
from sayso.lexicon.clauses import clause_words
from sayso.lexicon.inflect import is_participle
from sayso.model.speech import Kind
from sayso.text.words import words

CONFIDENCE_FEATURES = (
    "always", "source marked surely", "content marked surely", "linked surely to its cue",
    "no source", "source in the second person", "source a pronoun", "inside another",
    "found at a second look", "content infinitive", "content a clause", "content a noun phrase",
    "content quoted", "content in pieces", "cue with a preposition", "text talks in person",
    "wish in such a text", "first person in such a text",
    "no source, cue marked surely", "no source, source rejected", "no source, one word",
)  # fmt: skip
MAX_CONTENT_WORDS = 80
# A text where one word in twenty is "I" or "you" has the talkativeness 1.
WORDS_PER_PERSONAL_PRONOUN = 20
MAX_TALKATIVENESS = 1.5
MIN_PROBABILITY_DISTANCE = 0.001  # of a probability from 0 and from 1
MAX_LOG_ODDS = 30.0


@dataclass(frozen=True, slots=True)
class AttributionContext:
    """Where an attribution was found.

    Inside the content of another one; at a second look at its sentence; with its whole content in
    quotation marks; in a text of this talkativeness.
    """

    inside_another: bool
    second_look: bool
    quoted: bool
    talkativeness: float


def talkativeness(text: str, quoted_characters: bytearray) -> float:
    """How much a text talks in the first and second person outside quotation marks, 0 to 1.5.

    `quoted_characters` is 1 for each character in a quotation.
    """
    lexicon = clause_words()
    personal = lexicon.first | lexicon.second
    spelt = [
        word.lower
        for word in words(text)
        if word.lower.isalpha() and not quoted_characters[word.start]
    ]
    count = sum(word in personal for word in spelt)
    return min(MAX_TALKATIVENESS, WORDS_PER_PERSONAL_PRONOUN * count / max(1, len(spelt)))


def confidence_features(
    text: str, link: LinkedCue, kind: Kind, context: AttributionContext
) -> tuple[float, ...]:
    """The features of one attribution, in the order of CONFIDENCE_FEATURES.

    `text` is the text in which the link was found.
    """
    lexicon = clause_words()
    content = _content_words(text, link)
    source = alphanumeric_words(text, link.source.start, link.source.end) if link.source else []
    cue = [word.lower for word in words(text, link.cue.start, link.cue.end)]
    opening, speaker = content[0] if content else "", source[0] if source else ""
    content_score = sum(span.score for span in link.contents) / max(1, len(link.contents))
    talk = context.talkativeness
    return (
        1.0,
        _log_odds(link.source.score) if link.source else 0.0,
        _log_odds(content_score),
        link.link_logprob,
        float(not source),
        float(speaker in lexicon.second),
        float(speaker in lexicon.pronouns),
        float(context.inside_another),
        float(context.second_look),
        float(opening == "to"),
        float(is_clause(content)),
        float(opening in lexicon.determiners),
        float(context.quoted),
        float(len(link.contents) > 1),
        float(cue[-1:] != [] and cue[-1] in lexicon.prepositions),
        talk,
        talk * (kind is Kind.INTENTION),
        talk * (speaker in lexicon.first),
        *_features_without_source(link, len(cue)),
    )


def _content_words(text: str, link: LinkedCue) -> list[str]:
    """The first words of the contents."""
    spelt: list[str] = []
    for span in link.contents:
        if len(spelt) < MAX_CONTENT_WORDS:
            spelt += alphanumeric_words(text, span.start, span.end)
    return spelt[:MAX_CONTENT_WORDS]


def is_clause(content: Sequence[str]) -> bool:
    """Whether a content, in lower case, is probably a clause: somebody does something in it."""
    lexicon = clause_words()
    if content and content[0] in lexicon.opening:
        return True
    if not lexicon.finite.isdisjoint(content):
        return True
    if any(lexicon.is_finite(word) for word in content if "'" in word):
        return True
    if content[:1] == ["to"]:
        return False
    return any(
        is_participle(word)
        and before not in lexicon.determiners
        and before not in lexicon.prepositions
        for before, word in pairwise(content)
    )


def _features_without_source(link: LinkedCue, cue_length: int) -> tuple[float, float, float]:
    """The features of an attribution without a source; 0 for every other attribution."""
    if link.source is not None:
        return 0.0, 0.0, 0.0
    return _log_odds(link.cue.score), float(link.source_rejected), float(cue_length == 1)


def attribution_confidence(features: Sequence[float]) -> float:
    """The probability, 0 to 1, that what has these features is an attribution."""
    log_odds = sum(
        weight * feature for weight, feature in zip(_feature_weights(), features, strict=True)
    )
    return 1 / (1 + exp(-max(-MAX_LOG_ODDS, min(MAX_LOG_ODDS, log_odds))))


def alphanumeric_words(text: str, start: int, end: int) -> list[str]:
    """The words and numbers of text[start:end] in lower case, with straight apostrophes."""
    return [
        word.lower.replace("’", "'") for word in words(text, start, end) if word.lower[0].isalnum()
    ]


def _log_odds(probability: float) -> float:
    nearest = MIN_PROBABILITY_DISTANCE
    probability = min(1 - nearest, max(nearest, probability))
    return log(probability / (1 - probability))


@cache
def _feature_weights() -> tuple[float, ...]:
    stored = json.loads(files(__package__).joinpath("confidence.json").read_text(encoding="utf-8"))
    return tuple(float(stored[name]) for name in CONFIDENCE_FEATURES)
