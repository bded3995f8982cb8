"""How likely it is that what was found is an attribution.

The network is trained on political news, where wishes, plans and praise count as attributions; in
interviews and on other subjects it finds more than is there. A logistic regression over a few plain
signs (`SIGNS`) says how far each find is to be believed; its weights are fitted by
`training/sureness.py` and stand in `weights/sureness.json`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp, log

from sayso.extract.speech.link_roles import Bundle
from sayso.lexicon.clauses import clause_words
from sayso.lexicon.inflect import is_participle
from sayso.model.speech import Kind
from sayso.text.words import Word, words

SIGNS = (
    "always", "source marked surely", "content marked surely", "tied surely to its cue",
    "no source", "source in the second person", "source a pronoun", "inside another",
    "found at a second look", "content infinitive", "content a clause", "content a noun phrase",
    "content quoted", "content in pieces", "cue with a preposition", "text talks in person",
    "wish in such a text", "first person in such a text",
    "no source, cue marked surely", "no source, somebody spoken of", "no source, one word",
)  # fmt: skip
LONGEST = 80  # words of a content that are looked at
TALK = 20  # a text in which every twentieth word is "I" or "you" is talk through and through
MOST_TALK = 1.5
ALMOST = 0.001  # no probability is nearer to nought or one


@dataclass(frozen=True, slots=True)
class Place:
    """Where a find stands: inside another's content, at a second look, all of its content in
    quotation marks, and how much its text is talk."""

    within: bool
    again: bool
    quoted: bool
    talk: float


def talk(text: str, inside: bytearray) -> float:
    """How much a text talks in the first and second person outside quotation marks, 0 to 1.5.

    `inside` is 1 for each character in a quotation.
    """
    lexicon = clause_words()
    own = [word.lower for word in words(text) if word.lower.isalpha() and not inside[word.start]]
    personal = sum(word in lexicon.first or word in lexicon.second for word in own)
    return min(MOST_TALK, TALK * personal / max(1, len(own)))


def signs(text: str, bundle: Bundle, kind: Kind, place: Place) -> tuple[float, ...]:
    """The signs of one find, in the order of SIGNS; the text is that which the bundle is of."""
    lexicon = clause_words()
    said = [word for one in bundle.contents for word in spelt(text, one.start, one.end)][:LONGEST]
    source = spelt(text, bundle.source.start, bundle.source.end) if bundle.source else []
    cue = [word.lower for word in words(text, bundle.cue.start, bundle.cue.end)]
    opening, speaker = said[0] if said else "", source[0] if source else ""
    content = sum(one.score for one in bundle.contents) / max(1, len(bundle.contents))
    return (
        1.0,
        _odds(bundle.source.score) if bundle.source else 0.0,
        _odds(content),
        bundle.tie,
        float(not source),
        float(speaker in lexicon.second),
        float(speaker in lexicon.pronouns),
        float(place.within),
        float(place.again),
        float(opening == "to"),
        float(is_clause(said)),
        float(opening in lexicon.determiners),
        float(place.quoted),
        float(len(bundle.contents) > 1),
        float(cue[-1:] != [] and cue[-1] in lexicon.prepositions),
        place.talk,
        place.talk * (kind is Kind.INTENTION),
        place.talk * (speaker in lexicon.first),
        *_unsourced(bundle, len(cue)),
    )


def is_clause(said: Sequence[str]) -> bool:
    """Whether a content, in lower case, is likely a clause: somebody does something in it."""
    lexicon = clause_words()
    if any(map(lexicon.is_finite, said)) or (said[:1] and said[0] in lexicon.opening):
        return True
    noun = lexicon.determiners | lexicon.prepositions
    return said[:1] != ["to"] and any(
        is_participle(word) and before not in noun for before, word in pairwise(said)
    )


def _unsourced(bundle: Bundle, words_of_cue: int) -> tuple[float, ...]:
    """The signs of a find for which nobody is named; nought for every other."""
    if bundle.source is not None:
        return 0.0, 0.0, 0.0
    return _odds(bundle.cue.score), float(bundle.struck), float(words_of_cue == 1)


def sureness(found: tuple[float, ...]) -> float:
    """The likelihood, 0 to 1, of what has these signs."""
    total = sum(weight * sign for weight, sign in zip(_weights(), found, strict=True))
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def spelt(text: str, start: int, end: int) -> list[str]:
    """The words of a stretch of text in lower case, with straight apostrophes, marks left out."""
    return [_straight(word) for word in words(text, start, end) if word.lower[0].isalnum()]


def _straight(word: Word) -> str:
    return word.lower.replace("’", "'")


def _odds(share: float) -> float:
    share = min(1 - ALMOST, max(ALMOST, share))
    return log(share / (1 - share))


@cache
def _weights() -> tuple[float, ...]:
    stored = json.loads(
        files("sayso.encoder").joinpath("weights/sureness.json").read_text(encoding="utf-8")
    )
    return tuple(float(stored[name]) for name in SIGNS)
