"""On whose side a speaker stands, as far as the reports say it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.compare.clustering import leaders, parts
from sayso.lexicon.actors import small
from sayso.lexicon.people import nations
from sayso.lexicon.victims import sides
from sayso.text.words import Word, words

Name = tuple[str, ...]
NAME_LONGEST, APPOSED = 14, 5  # words
LONGEST = 300  # characters of what a speaker is called
JOINING = frozenset({"of", "the", "for", "and", "&"})

# The sides of names that reports describe: "rebels of the Nine Valleys Front (NVF)".
Told = Mapping[Name, str]


def told_sides(texts: Iterable[str]) -> Told:
    """Names that the texts give one side: "rebels from the X (Y)", "the X, a rebel movement,".

    A name that is described as of two sides is of none.
    """
    found: dict[Name, set[str]] = {}
    alike: list[tuple[Name, Name]] = []
    for text in texts:
        tokens = words(text)
        for start, end in _names(text, tokens):
            names = [name for name in _forms(text, tokens, start, end) if not _is_nation(name)]
            for side in _described(tokens, start, end):
                for name in names:
                    found.setdefault(name, set()).add(side)
            alike += [(names[0], other) for other in names[1:]]
    every = sorted({*found, *(name for pair in alike for name in pair)})
    place = {name: at for at, name in enumerate(every)}
    labels = leaders(len(every), [(place[one], place[other]) for one, other in alike])
    told: dict[Name, str] = {}
    for part in parts(labels):
        own = set[str]().union(*(found.get(every[at], ()) for at in part))
        if len(own) == 1:
            told |= dict.fromkeys((every[at] for at in part), min(own))
    return told


def side_of(speaker: str, told: Told) -> str | None:
    """The side of a speaker by the words for them: a name that has one, else a noun of one side.

    >>> side_of("spokesman for the Ministry of Defence", {}), side_of("one rebel commander", {})
    ('state', 'rebel')
    >>> side_of("a NVF military leader", {("nvf",): "rebel"}), side_of("a doctor", {})
    ('rebel', None)
    """
    lowers = [word.lower.removesuffix("'s").removesuffix("’s") for word in words(speaker[:LONGEST])]
    named = {told[name] for name in _runs(lowers) if name in told}
    if named:
        return min(named) if len(named) == 1 else None
    nouns = set(_sides_in(lowers))
    return min(nouns) if len(nouns) == 1 else None


def is_enemy(speaker: str | None, victims: str | None) -> bool:
    """Whether the victims fight on a side that the speaker's side fights. Unknown is no."""
    return speaker is not None and victims in sides().enemies[speaker]


def _sides_in(lowers: Sequence[str]) -> Iterator[str]:
    known = sides()
    at = 0
    while at < len(lowers):
        step = 1
        for phrase, side in known.speakers.get(lowers[at], ()):
            end = at + len(phrase)
            if tuple(lowers[at:end]) != phrase:
                continue
            if phrase not in known.final or _ends(lowers, end):
                yield side
            step = len(phrase)
            break
        at += step


def _ends(lowers: Sequence[str], at: int) -> bool:
    return at >= len(lowers) or not lowers[at][0].isalnum() or lowers[at] in small("preposition")


def _runs(lowers: Sequence[str]) -> Iterator[Name]:
    for at in range(len(lowers)):
        for end in range(at + 1, min(at + NAME_LONGEST, len(lowers)) + 1):
            yield tuple(lowers[at:end])


def _names(text: str, tokens: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with small words between them, as [start, end) of the tokens."""
    at = 0
    while at < len(tokens):
        if not _capital(text, tokens[at]):
            at += 1
            continue
        start = end = at
        while at < len(tokens) and at - start < NAME_LONGEST:
            if _capital(text, tokens[at]):
                end = at + 1
            elif tokens[at].lower not in JOINING:
                break
            at += 1
        at = end
        while start < end and _leads(tokens, start):
            start += 1
        if start < end:
            yield start, end


def _leads(tokens: Sequence[Word], at: int) -> bool:
    """Whether the word is before a name and not of it: "Soldiers of the ..."."""
    lower = tokens[at].lower
    if lower in JOINING:
        return lower != "the"
    return _lower(tokens, at + 1) in ("of", "from", "for") and any(_sides_in([lower]))


def _capital(text: str, token: Word) -> bool:
    return text[token.start].isupper()


def _forms(text: str, tokens: Sequence[Word], start: int, end: int) -> Iterator[Name]:
    """The name without its article, and the short form in brackets behind it."""
    article = tokens[start].lower in small("definite") | {"a", "an"}
    first = start + (article and end - start > 1)
    yield tuple(_bare(token) for token in tokens[first:end])
    if (
        _lower(tokens, end) == "("
        and _lower(tokens, end + 2) == ")"
        and _capital(text, tokens[end + 1])
    ):
        yield (_bare(tokens[end + 1]),)
    elif (_lower(tokens, end), _lower(tokens, end + 4)) == ("(", ")"):
        short = text[tokens[end + 1].start : tokens[end + 3].end]
        if short.isupper() and "-" in short:
            yield tuple(token.lower for token in tokens[end + 1 : end + 4])


def _described(tokens: Sequence[Word], start: int, end: int) -> Iterator[str]:
    """Sides that the words beside a name give its bearer."""
    before = start - 1
    if _lower(tokens, before) in small("definite"):
        before -= 1
    if _lower(tokens, before) in ("from", "of") and before:
        yield from _sides_in([tokens[before - 1].lower])
    while _lower(tokens, end) == "(" and end < len(tokens):
        closing = next(
            (at for at in range(end, min(end + 6, len(tokens))) if tokens[at].lower == ")"), None
        )
        if closing is None:
            return
        end = closing + 1
    if _lower(tokens, end) == "," and _lower(tokens, end + 1) in ("a", "an", "the"):
        clause = []
        for token in tokens[end + 2 : end + 2 + APPOSED]:
            if not token.lower[0].isalnum() or token.lower in small("preposition"):
                break
            clause.append(token.lower)
        yield from _sides_in(clause)


def _lower(tokens: Sequence[Word], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _bare(token: Word) -> str:
    return token.lower.removesuffix("'s").removesuffix("’s")


def _is_nation(name: Name) -> bool:
    return all(nations().country(word) for word in name)
