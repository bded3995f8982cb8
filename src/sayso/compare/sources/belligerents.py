"""For which side of a fight a speaker speaks, as far as the reports say it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.compare.clustering import component_labels, grouped_by_label
from sayso.compare.terms import bare_lower
from sayso.lexicon.actors import actor_words
from sayso.lexicon.grammar import grammar
from sayso.lexicon.people import nations
from sayso.lexicon.victims import side_words
from sayso.text.words import Word, words

NameWords = tuple[str, ...]
MAX_NAME_WORDS = 14
MAX_APPOSITION_WORDS = 5  # behind "the X, a"
MAX_BRACKET_WORDS = 6  # behind a name, the brackets counted
MAX_SPEAKER_CHARACTERS = 300  # of the words for a speaker

# The sides of names that reports describe: "rebels of the Nine Valleys Front (NVF)".
SidesByName = Mapping[NameWords, str]


def sides_by_name(texts: Iterable[str]) -> SidesByName:
    """The side of each name that the texts describe: "rebels from the X (Y)", "the X, a rebel group,".

    The forms of a name have one side. A name described as of two sides is left out.
    """
    described: dict[NameWords, set[str]] = {}
    same_bearer: list[tuple[NameWords, NameWords]] = []
    for text in texts:
        tokens = words(text)
        for start, end in _name_ranges(text, tokens):
            forms = _forms_of_name(text, tokens, start, end)
            names = [name for name in forms if not _is_nation(name)]
            for side in _sides_described(tokens, start, end):
                for name in names:
                    described.setdefault(name, set()).add(side)
            same_bearer += [(names[0], name) for name in names[1:]]
    names = sorted({*described, *(name for pair in same_bearer for name in pair)})
    index = {name: at for at, name in enumerate(names)}
    links = [(index[left], index[right]) for left, right in same_bearer]
    found: dict[NameWords, str] = {}
    for group in grouped_by_label(component_labels(len(names), links)):
        group_sides = set[str]().union(*(described.get(names[at], ()) for at in group))
        if len(group_sides) == 1:
            found |= dict.fromkeys((names[at] for at in group), min(group_sides))
    return found


def side_of_speaker(speaker: str, by_name: SidesByName) -> str | None:
    """The side of a speaker: that of the names in the words for them, or else of the nouns.

    >>> side_of_speaker("spokesman for the Ministry of Defence", {})
    'state'
    >>> side_of_speaker("a NVF military leader", {("nvf",): "rebel"})
    'rebel'
    >>> side_of_speaker("a doctor", {}) is None
    True
    """
    lowers = [bare_lower(word) for word in words(speaker[:MAX_SPEAKER_CHARACTERS])]
    by_names = {by_name[name] for name in _runs_of_words(lowers) if name in by_name}
    known = by_names or set(_sides_in_words(lowers))
    return min(known) if len(known) == 1 else None


def is_enemy(speaker: str | None, victims: str | None) -> bool:
    """Whether the speaker's side fights the victims' side; False if one of them is not known."""
    return speaker is not None and victims in side_words().enemies[speaker]


def _sides_in_words(lowers: Sequence[str]) -> Iterator[str]:
    """The sides of the nouns for speakers, longest phrases first."""
    known = side_words()
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
    """Whether a noun phrase ends before this word."""
    if at >= len(lowers) or not lowers[at][0].isalnum():
        return True
    return lowers[at] in actor_words().preposition


def _runs_of_words(lowers: Sequence[str]) -> Iterator[NameWords]:
    for start in range(len(lowers)):
        for end in range(start + 1, min(start + MAX_NAME_WORDS, len(lowers)) + 1):
            yield tuple(lowers[start:end])


def _name_ranges(text: str, tokens: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Runs of words with a capital, with small words between them, as [start, end) of the tokens."""
    joining = side_words().joining
    at = 0
    while at < len(tokens):
        if not _is_capitalised(text, tokens[at]):
            at += 1
            continue
        start = end = at
        while at < len(tokens) and at - start < MAX_NAME_WORDS:
            if _is_capitalised(text, tokens[at]):
                end = at + 1
            elif tokens[at].lower not in joining:
                break
            at += 1
        at = end
        while start < end and _leads_into_name(tokens, start):
            start += 1
        if start < end:
            yield start, end


def _leads_into_name(tokens: Sequence[Word], at: int) -> bool:
    """Whether the word stands before a name and is no part of it: "Soldiers of the ..."."""
    lower = tokens[at].lower
    if lower in side_words().joining:
        return lower != "the"
    leads = _lower_at(tokens, at + 1) in side_words().leading
    return leads and any(_sides_in_words([lower]))


def _is_capitalised(text: str, token: Word) -> bool:
    return text[token.start].isupper()


def _forms_of_name(text: str, tokens: Sequence[Word], start: int, end: int) -> Iterator[NameWords]:
    """The name without its article, and the short form in brackets behind it."""
    lower = tokens[start].lower
    has_article = lower in actor_words().definite or lower in grammar().indefinite_articles
    first = start + (has_article and end - start > 1)
    yield tuple(bare_lower(token) for token in tokens[first:end])
    if (
        _lower_at(tokens, end) == "("
        and _lower_at(tokens, end + 2) == ")"
        and _is_capitalised(text, tokens[end + 1])
    ):
        yield (bare_lower(tokens[end + 1]),)
    elif (_lower_at(tokens, end), _lower_at(tokens, end + 4)) == ("(", ")"):
        short_form = text[tokens[end + 1].start : tokens[end + 3].end]
        if short_form.isupper() and "-" in short_form:
            yield tuple(token.lower for token in tokens[end + 1 : end + 4])


def _sides_described(tokens: Sequence[Word], start: int, end: int) -> Iterator[str]:
    """The sides in the words before a name ("rebels of the") and in an apposition behind it."""
    before = start - 1
    if _lower_at(tokens, before) in actor_words().definite:
        before -= 1
    if _lower_at(tokens, before) in side_words().describing and before:
        yield from _sides_in_words([tokens[before - 1].lower])
    while _lower_at(tokens, end) == "(":
        inside = range(end, min(end + MAX_BRACKET_WORDS, len(tokens)))
        closing = next((at for at in inside if tokens[at].lower == ")"), None)
        if closing is None:
            return
        end = closing + 1
    if _lower_at(tokens, end) == "," and _lower_at(tokens, end + 1) in grammar().articles:
        apposition = []
        for token in tokens[end + 2 : end + 2 + MAX_APPOSITION_WORDS]:
            if not token.lower[0].isalnum() or token.lower in actor_words().preposition:
                break
            apposition.append(token.lower)
        yield from _sides_in_words(apposition)


def _lower_at(tokens: Sequence[Word], at: int) -> str:
    """The word at an index in lower case; empty outside the list."""
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _is_nation(name: NameWords) -> bool:
    return all(nations().country(word) for word in name)
