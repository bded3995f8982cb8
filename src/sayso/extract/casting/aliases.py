"""Two names that a text itself ties together: "the Front for … (FRA)", "X, now rebranded as Y"."""

from sayso.extract.casting.mentions import Mention
from sayso.extract.casting.tokens import Reading
from sayso.lexicon.actors import small

FARTHEST = 60  # characters between the two
LONGEST = 12  # letters of an acronym


def alias_of(reading: Reading, one: Mention, last: Mention) -> bool:
    """Whether a name is said to be another one of what the mention before it means."""
    if not one.named or last.sentence != one.sentence or not (last.named or last.words):
        return False
    between = reading.text[reading.tokens[last.stop - 1].end : reading.tokens[one.outer[0]].start]
    if len(between) > FARTHEST:
        return False
    bare = between.strip(" \u00a0")
    closes = reading.text[one.shown.end : one.shown.end + 1] == ")"
    if bare in ("(", "(the") and closes and _short_for(one, last):
        return True
    said = " ".join(between.lower().replace("(", " ").replace(",", " ").split())
    said = said.removeprefix("group ").removeprefix("mercenary group ").removesuffix(" the")
    return said in small("renamed")


def _short_for(short: Mention, long: Mention) -> bool:
    """Whether the letters of an acronym open words of the longer name, in order."""
    letters = [letter for word in short.words for letter in word if letter.isalpha()]
    if not letters or len(letters) > LONGEST:
        return False
    initials = [word[0] for word in (*long.words, *long.head.split()) if word]
    if not long.words:
        return True
    at = 0
    for letter in letters:
        while at < len(initials) and initials[at] != letter:
            at += 1
        if at == len(initials):
            return letters[0] == initials[0] or len(letters) <= 4
        at += 1
    return True
