"""On whose side a speaker stands, as far as the reports say it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.compare.clustering import component_labels, grouped_by_label
from sayso.lexicon.actors import small
from sayso.lexicon.people import nations
from sayso.lexicon.victims import sides
from sayso.text.words import Word, words

NameWords = tuple[str, ...]
MAX_NAME_WORDS, MAX_APPOSITION_WORDS = 14, 5  # words
MAX_SPEAKER_CHARACTERS = 300  # characters of what a speaker is called
JOINING_WORDS = frozenset({"of", "the", "for", "and", "&"})

# The sides of names that reports describe: "rebels of the Nine Valleys Front (NVF)".
SidesByName = Mapping[NameWords, str]


def sides_by_name(texts: Iterable[str]) -> SidesByName:
    """Names that the texts give one side: "rebels from the X (Y)", "the X, a rebel movement,".

    A name that is described as of two sides is of none.
    """
    found: dict[NameWords, set[str]] = {}
    alike: list[tuple[NameWords, NameWords]] = []
    for text in texts:
        tokens = words(text)
        for start, end in _name_ranges(text, tokens):
            names = [
                name for name in _forms_of_name(text, tokens, start, end) if not _is_nation(name)
            ]
            for side in _sides_described(tokens, start, end):
                for name in names:
                    found.setdefault(name, set()).add(side)
            alike += [(names[0], other) for other in names[1:]]
    every = sorted({*found, *(name for pair in alike for name in pair)})
    place = {name: at for at, name in enumerate(every)}
    labels = component_labels(len(every), [(place[one], place[other]) for one, other in alike])
    told: dict[NameWords, str] = {}
    for part in grouped_by_label(labels):
        own = set[str]().union(*(found.get(every[at], ()) for at in part))
        if len(own) == 1:
            told |= dict.fromkeys((every[at] for at in part), min(own))
    return told


def side_of_speaker(speaker: str, told: SidesByName) -> str | None:
    """The side of a speaker by the words for them: a name that has one, else a noun of one side.

    >>> side_of_speaker("spokesman for the Ministry of Defence", {}), side_of_speaker("one rebel commander", {})
    ('state', 'rebel')
    >>> side_of_speaker("a NVF military leader", {("nvf",): "rebel"}), side_of_speaker("a doctor", {})
    ('rebel', None)
    """
    lowers = [
        word.lower.removesuffix("'s").removesuffix("’s")
        for word in words(speaker[:MAX_SPEAKER_CHARACTERS])
    ]
    named = {told[name] for name in _runs_of_words(lowers) if name in told}
    if named:
        return min(named) if len(named) == 1 else None
    nouns = set(_sides_in_words(lowers))
    return min(nouns) if len(nouns) == 1 else None


def is_enemy(speaker: str | None, victims: str | None) -> bool:
    """Whether the victims fight on a side that the speaker's side fights. Unknown is no."""
    return speaker is not None and victims in sides().enemies[speaker]


def _sides_in_words(lowers: Sequence[str]) -> Iterator[str]:
    known = sides()
    at = 0
    while at < len(lowers):
        step = 1
        for phrase, side in known.speakers.get(lowers[at], ()):
            end = at + len(phrase)
            if tuple(lowers[at:end]) != phrase:
                continue
            if phrase not in known.final or _ends_phrase(lowers, end):
                yield side
            step = len(phrase)
            break
        at += step


def _ends_phrase(lowers: Sequence[str], at: int) -> bool:
    return at >= len(lowers) or not lowers[at][0].isalnum() or lowers[at] in small("preposition")


def _runs_of_words(lowers: Sequence[str]) -> Iterator[NameWords]:
    for at in range(len(lowers)):
        for end in range(at + 1, min(at + MAX_NAME_WORDS, len(lowers)) + 1):
            yield tuple(lowers[at:end])


def _name_ranges(text: str, tokens: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with small words between them, as [start, end) of the tokens."""
    at = 0
    while at < len(tokens):
        if not _is_capitalised(text, tokens[at]):
            at += 1
            continue
        start = end = at
        while at < len(tokens) and at - start < MAX_NAME_WORDS:
            if _is_capitalised(text, tokens[at]):
                end = at + 1
            elif tokens[at].lower not in JOINING_WORDS:
                break
            at += 1
        at = end
        while start < end and _leads_into_name(tokens, start):
            start += 1
        if start < end:
            yield start, end


def _leads_into_name(tokens: Sequence[Word], at: int) -> bool:
    """Whether the word is before a name and not of it: "Soldiers of the ..."."""
    lower = tokens[at].lower
    if lower in JOINING_WORDS:
        return lower != "the"
    return _lower_at(tokens, at + 1) in ("of", "from", "for") and any(_sides_in_words([lower]))


def _is_capitalised(text: str, token: Word) -> bool:
    return text[token.start].isupper()


def _forms_of_name(text: str, tokens: Sequence[Word], start: int, end: int) -> Iterator[NameWords]:
    """The name without its article, and the short form in brackets behind it."""
    article = tokens[start].lower in small("definite") | {"a", "an"}
    first = start + (article and end - start > 1)
    yield tuple(_bare_lower(token) for token in tokens[first:end])
    if (
        _lower_at(tokens, end) == "("
        and _lower_at(tokens, end + 2) == ")"
        and _is_capitalised(text, tokens[end + 1])
    ):
        yield (_bare_lower(tokens[end + 1]),)
    elif (_lower_at(tokens, end), _lower_at(tokens, end + 4)) == ("(", ")"):
        short = text[tokens[end + 1].start : tokens[end + 3].end]
        if short.isupper() and "-" in short:
            yield tuple(token.lower for token in tokens[end + 1 : end + 4])


def _sides_described(tokens: Sequence[Word], start: int, end: int) -> Iterator[str]:
    """Sides that the words beside a name give its bearer."""
    before = start - 1
    if _lower_at(tokens, before) in small("definite"):
        before -= 1
    if _lower_at(tokens, before) in ("from", "of") and before:
        yield from _sides_in_words([tokens[before - 1].lower])
    while _lower_at(tokens, end) == "(" and end < len(tokens):
        closing = next(
            (at for at in range(end, min(end + 6, len(tokens))) if tokens[at].lower == ")"), None
        )
        if closing is None:
            return
        end = closing + 1
    if _lower_at(tokens, end) == "," and _lower_at(tokens, end + 1) in ("a", "an", "the"):
        clause = []
        for token in tokens[end + 2 : end + 2 + MAX_APPOSITION_WORDS]:
            if not token.lower[0].isalnum() or token.lower in small("preposition"):
                break
            clause.append(token.lower)
        yield from _sides_in_words(clause)


def _lower_at(tokens: Sequence[Word], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _bare_lower(token: Word) -> str:
    return token.lower.removesuffix("'s").removesuffix("’s")


def _is_nation(name: NameWords) -> bool:
    return all(nations().country(word) for word in name)
