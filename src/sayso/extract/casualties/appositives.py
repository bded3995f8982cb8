"""Asides between people and what was done to them: "Six people, three of them nurses, were injured"."""

from collections.abc import Sequence

from sayso.lexicon.harms import harm_words
from sayso.text.words import Word, lower_at

MAX_ASIDE_WORDS = 30
CLOSING = {",": ",", "(": ")", "[": "]", "–": "–", "—": "—"}


def aside_end(tokens: Sequence[Word], at: int) -> int | None:
    """The index behind the aside that a mark opens here; None if it opens none.

    Of the commas in it, the one before a verb's helper or a word of harm closes it; those of a list ("two
    men, a woman and a boy") do not.
    """
    closing = CLOSING.get(tokens[at].lower)
    if _is_dash(tokens, at):
        closing, at = "-", at + (tokens[at + 1].lower == "-")
    if closing is None:
        return None
    for place in range(at + 2, min(len(tokens) - 1, at + MAX_ASIDE_WORDS)):
        lower = tokens[place].lower
        if lower in ".;:!?":
            return None
        if closing == "-":
            if _is_dash(tokens, place):
                return place + (2 if tokens[place + 1].lower == "-" else 1)
        elif lower == closing and (
            _verb_follows(tokens, place + 1, closing)
            or (lower_at(tokens, place + 1) == "who" and _counts_part(tokens, at))
        ):
            return place + 1
    return None


def _counts_part(tokens: Sequence[Word], at: int) -> bool:
    """Whether an aside counts a part of those before it: "five of them Malians"."""
    return lower_at(tokens, at + 2) == "of" and lower_at(tokens, at + 3) in harm_words().of_them


def _is_dash(tokens: Sequence[Word], at: int) -> bool:
    """Whether two hyphens, or one between spaces, stand here for a dash."""
    if [word.lower for word in tokens[at : at + 2]] == ["-", "-"]:
        return True
    if tokens[at].lower != "-" or not 0 < at < len(tokens) - 1:
        return False
    return tokens[at - 1].end < tokens[at].start and tokens[at].end < tokens[at + 1].start


def _verb_follows(tokens: Sequence[Word], at: int, closing: str) -> bool:
    """Whether the verb follows the mark that closes an aside; needed of a comma only."""
    if closing != ",":
        return True
    lexicon = harm_words()
    while at < len(tokens) and tokens[at].lower.endswith("ly"):
        at += 1
    if at == len(tokens):
        return False
    return tokens[at].lower in lexicon.helpers or tokens[at].lower in lexicon.predicates
