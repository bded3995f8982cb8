"""Two names that a text itself ties together: "the Front for … (FRA)", "X, now rebranded as Y"."""

from sayso.extract.casting.mentions import Mention
from sayso.extract.casting.tokens import TokenizedText
from sayso.lexicon.actors import actor_words

MAX_CHARACTERS_BETWEEN = 60
MAX_ACRONYM_LETTERS = 12
MAX_LOOSE_LETTERS = 4  # of an acronym whose letters need not open the words in order


def is_alias(tokenized: TokenizedText, mention: Mention, before: Mention) -> bool:
    """Whether the text says that a name means the same as the mention before it."""
    if not mention.named or not (before.named or before.words):
        return False
    if before.sentence != mention.sentence:
        return False
    between = tokenized.text_between(before.stop - 1, mention.outer[0])
    if len(between) > MAX_CHARACTERS_BETWEEN:
        return False
    bare = between.strip(" \u00a0")
    closes = tokenized.text[mention.shown.end : mention.shown.end + 1] == ")"
    if bare in ("(", "(the") and closes and _may_abbreviate(mention, before):
        return True
    link = " ".join(between.lower().replace("(", " ").replace(",", " ").split())
    kinds = (kind for kind in actor_words().renamed_kind if link.startswith(f"{kind} "))
    link = link.removeprefix(f"{next(kinds, '')} ").removesuffix(" the")
    return link in actor_words().renamed


def _may_abbreviate(short: Mention, long: Mention) -> bool:
    """Whether the letters of an acronym open words of the longer name, in order."""
    letters = [letter for word in short.words for letter in word if letter.isalpha()]
    if not letters or len(letters) > MAX_ACRONYM_LETTERS:
        return False
    initials = [word[0] for word in (*long.words, *long.head.split()) if word]
    if not long.words:
        return True
    at = 0
    for letter in letters:
        while at < len(initials) and initials[at] != letter:
            at += 1
        if at == len(initials):
            return letters[0] == initials[0] or len(letters) <= MAX_LOOSE_LETTERS
        at += 1
    return True
