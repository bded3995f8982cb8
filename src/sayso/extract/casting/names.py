"""What the capitalised words of a run name, parted from the titles that stand before it."""

from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass, replace

from sayso.extract.casting.runs import (
    capitalised_runs,
    capitals_inside_sentences,
    is_acronym,
    lowered_words,
    stands_behind_name,
)
from sayso.extract.casting.tokens import TokenizedText
from sayso.lexicon.actors import actor_words, known_names, media_endings, speaker_nouns
from sayso.lexicon.people import forenames, nations, titles
from sayso.model.speech import ActorType

MAX_PERSON_WORDS = 5
DASHES = ("-", "–", "—")
ITALICS = frozenset("*_")


@dataclass(frozen=True, slots=True)
class ProperName:
    """A name: tokens [first, stop), its titles from `first_title` on. `type` is None where the shape
    does not say what bears it; `offices` are the nouns among its titles, `head` that of a body
    ("ministry"); `placed` says that it stands where places stand."""

    first_title: int
    first: int
    stop: int
    type: ActorType | None
    sex: str | None = None
    offices: tuple[str, ...] = ()
    head: str = ""
    placed: bool = False


def find_names(tokenized: TokenizedText, stops: Collection[int]) -> list[ProperName]:
    """The names in a text, in order. `stops` holds the tokens right behind the sources."""
    runs = list(capitalised_runs(tokenized, stops))
    found = [_name_in_run(tokenized, first, stop) for first, stop in runs]
    longer = [name for name in found if name is not None and name.stop - name.first > 1]
    surnames = {tokenized.tokens[name.stop - 1].lower for name in longer}
    for place, (first, stop) in enumerate(runs):
        if found[place] is None and tokenized.tokens[first].lower in surnames and stop - first == 1:
            found[place] = ProperName(first, first, stop, ActorType.PERSON)
    certain = capitals_inside_sentences(tokenized) | _only_capitalised(tokenized, longer)
    return [name for name in found if name is not None and _is_certain(tokenized, name, certain)]


def _only_capitalised(tokenized: TokenizedText, names: Sequence[ProperName]) -> Set[str]:
    """The words of some names that the text never writes without a capital letter."""
    words = {word for name in names for word in lowered_words(tokenized, name.first, name.stop)}
    return words - {token.lower for token in tokenized.tokens if not token.capital}


def _name_in_run(tokenized: TokenizedText, first: int, stop: int) -> ProperName | None:
    """The run as titles, a name and what stands behind it; None where there is no name in it."""
    bare = stop
    while bare - first > 1 and stands_behind_name(tokenized.tokens[bare - 1].lower):
        bare -= 1
    name = _titled_name(tokenized, first, bare)
    return name and replace(name, stop=stop)


def _titled_name(tokenized: TokenizedText, first: int, stop: int) -> ProperName | None:
    """The run as titles and a name; None where there is no name in it."""
    words = lowered_words(tokenized, first, stop)
    title = _last_title(words)
    if title is None:
        return _untitled_name(tokenized, first, stop)
    rest = words[title + 1 :]
    bare = first + title + 1
    if rest and rest[0] in actor_words().behind_office:
        skipped = _complement_length(rest)
        if skipped is None:
            return None
        bare, rest = bare + skipped, rest[skipped:]
    if not rest:
        return None
    noun = speaker_nouns().get(rest[-1])
    if noun is not None and not noun.human and rest[0] not in forenames():
        return _untitled_name(tokenized, first, stop)
    sex, offices = _sex_and_offices(words[: bare - first])
    sex = sex or forenames().get(rest[0])
    return ProperName(first, bare, stop, ActorType.PERSON, sex, offices)


def _last_title(words: tuple[str, ...]) -> int | None:
    """The place of the last title in a run that has more words behind it, or is nothing else."""
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        noun = speaker_nouns().get(word)
        human = noun is not None and noun.human and not noun.plural
        if not human and word not in titles().address and word not in titles().office:
            continue
        borne = place > 0 and words[0] in forenames() and words[0] not in speaker_nouns()
        surname = 0 < place == len(words) - 1 and word in actor_words().surname
        if not borne and not surname:
            return place
    return None


def _complement_length(rest: tuple[str, ...]) -> int | None:
    """How many words of "of Dorre Anna Lund" belong to the office; None if all do."""
    for place in range(1, len(rest)):
        title = rest[place] in titles().address
        if title or (rest[place] in forenames() and place < len(rest) - 1 and place > 1):
            return place + title
    return len(rest) - 2 if len(rest) > 3 and "the" not in rest else None


def _sex_and_offices(words: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The sex that titles show, and the nouns among them."""
    sex, offices = None, []
    for word in words:
        sex = sex or titles().address.get(word)
        noun = speaker_nouns().get(titles().office.get(word, word))
        if noun is not None and noun.human:
            offices.append(noun.lemma)
            sex = sex or noun.sex
    return sex, tuple(offices)


def _untitled_name(tokenized: TokenizedText, first: int, stop: int) -> ProperName | None:
    """A run without titles, by what its words say."""
    words = lowered_words(tokenized, first, stop)
    joined = " ".join(words)
    known = known_names().get(joined)
    country = nations().names.get(joined)
    if known or country:
        return ProperName(
            first, first, stop, known or ActorType.STATE, head=_head_and_type(words)[0]
        )
    if len(words) == 1 and (words[0] in nations().people or words[0] in speaker_nouns()):
        return None
    head, kind = _head_and_type(words)
    behind_the = _stands_behind_the(tokenized, first)
    if kind is None and behind_the and len(words) > 1 and words[-1] in media_endings():
        kind = ActorType.MEDIA
    if words[0] in forenames() and 1 < len(words) <= MAX_PERSON_WORDS and kind is None:
        return ProperName(first, first, stop, ActorType.PERSON, forenames()[words[0]])
    if kind is None and len(words) > 1 and words[-1] in media_endings():
        kind = ActorType.MEDIA
    if kind is None and _in_italics(tokenized, first, stop):
        kind = ActorType.MEDIA
    if kind is None and len(words) == 1 and is_acronym(tokenized, tokenized.tokens[first]):
        kind = ActorType.ORGANISATION
    placed = kind is None and _stands_as_place(tokenized, first, stop)
    if kind is None and not placed and behind_the:
        kind = ActorType.ORGANISATION
    return ProperName(first, first, stop, kind, head=head, placed=placed)


def _head_and_type(words: tuple[str, ...]) -> tuple[str, ActorType | None]:
    """The noun that says what body bears the name, and the type it gives."""
    for place in range(len(words)):
        word = words[place]
        last = place == len(words) - 1 or words[place + 1] in actor_words().behind_body
        noun = speaker_nouns().get(word)
        if last and noun is not None and not noun.human and len(words) > 1:
            return noun.lemma, noun.type
    return "", None


def _in_italics(tokenized: TokenizedText, first: int, stop: int) -> bool:
    """Whether the marks of italics stand around the tokens: "*The Echo*"."""
    start, end = tokenized.tokens[first].start, tokenized.tokens[stop - 1].end
    before, after = tokenized.text[max(0, start - 5) : start], tokenized.text[end : end + 1]
    return after in ITALICS and after in before


def _stands_as_place(tokenized: TokenizedText, first: int, stop: int) -> bool:
    """Whether words around show that the name is a place's: "in Dorn", "Dorn Street", "DORN — "."""
    tokens = tokenized.tokens
    if _opens_dateline(tokenized, first, stop):
        return True
    if tokens[stop - 1].lower in actor_words().place_noun:
        return True
    behind = stop < len(tokens) and tokenized.are_adjacent(stop - 1, stop)
    if behind and tokens[stop].lower in actor_words().place_noun:
        return True
    return (
        bool(first)
        and tokens[first - 1].lower in actor_words().place_before
        and (tokenized.are_adjacent(first - 1, first) and not tokens[stop - 1].possessive)
    )


def _opens_dateline(tokenized: TokenizedText, first: int, stop: int) -> bool:
    """Whether the name stands in capitals at the head of a line, before a dash."""
    text, start, end = tokenized.text, tokenized.tokens[first].start, tokenized.tokens[stop - 1].end
    opens = start == 0 or text[start - 1] == "\n"
    return opens and text[start:end].isupper() and text[end : end + 2].lstrip()[:1] in DASHES


def _stands_behind_the(tokenized: TokenizedText, first: int) -> bool:
    return (
        first > 0
        and tokenized.tokens[first - 1].lower == "the"
        and tokenized.are_adjacent(first - 1, first)
    )


def _is_certain(tokenized: TokenizedText, name: ProperName, certain: Collection[str]) -> bool:
    """Whether a capital letter means more than that a sentence opens here."""
    token = tokenized.tokens[name.first]
    if not token.opens_sentence or name.stop - name.first > 1 or name.first_title < name.first:
        return True
    known = name.type is not None or token.lower in certain or token.lower in nations().capitals
    return known or token.possessive
