"""Names by their shape: runs of capitalised words, parted from the titles that stand before them."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.casting.tokens import Token, TokenizedText
from sayso.lexicon.actors import actor_words, known_names, media_endings, speaker_nouns
from sayso.lexicon.people import forenames, nations, titles
from sayso.model.speech import ActorType
from sayso.text.marks import APOSTROPHES

MAX_PERSON_WORDS = 5
MIN_HEADLINE_CAPITALS = 5  # a line with fewer words is too short to be known by its capitals
MIN_CAPITALS_PER_SMALL_WORD = 5  # in a headline
MIN_LONG_LETTERS = 4  # shorter words may be small in a headline
MAX_LINKS = 3  # small words in a row inside a name
MAX_GAP = 3  # characters between the words of a name
LINKING_MARKS = frozenset({"", ".", "&"})
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


def find_names(tokenized: TokenizedText) -> list[ProperName]:
    """The names in a text, in order."""
    headlines = _headline_sentences(tokenized)
    tokens = tokenized.tokens
    certain = {token.lower for token in tokens if token.capital and not token.opens_sentence}
    common = {token.lower for token in tokens if not token.capital}
    names = []
    for first, stop in _capitalised_runs(tokenized, headlines):
        first = _without_opener(tokenized, first, stop, certain, common)
        for start, end in _split_before_person(tokenized, first, stop):
            name = _name_in_run(tokenized, start, end)
            if name is not None and _is_certain(tokenized, name, certain):
                names.append(name)
    return names


def lowered_words(tokenized: TokenizedText, first: int, stop: int) -> tuple[str, ...]:
    """The words of tokens [first, stop), in lower case."""
    return tuple(token.lower for token in tokenized.tokens[first:stop])


def is_acronym(tokenized: TokenizedText, token: Token) -> bool:
    """Whether a word is made of capitals: "GUR", "CSP-DPA", "U.N."."""
    letters = tokenized.text[token.start : token.end].replace("-", "").replace(".", "")
    return len(letters) > 1 and sum(map(str.isupper, letters)) >= max(2, len(letters) - 1)


def _headline_sentences(tokenized: TokenizedText) -> frozenset[int]:
    """The numbers of the sentences where nearly every long word is capitalised."""
    counts: dict[int, list[int]] = {}
    for token in tokenized.tokens:
        if token.end - token.start >= MIN_LONG_LETTERS:
            count = counts.setdefault(token.sentence, [0, 0])
            count[token.capital] += 1
    return frozenset(
        number
        for number, (small, capitals) in counts.items()
        if capitals >= MIN_HEADLINE_CAPITALS and small * MIN_CAPITALS_PER_SMALL_WORD <= capitals
    )


def _capitalised_runs(
    tokenized: TokenizedText, headlines: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Tokens [first, stop) that are written as one name, outside headlines."""
    tokens = tokenized.tokens
    first = 0
    while first < len(tokens):
        if not _is_proper(tokens[first]) or tokens[first].sentence in headlines:
            first += 1
            continue
        stop = first + 1
        while longer := _end_of_longer_run(tokenized, first, stop):
            stop = longer
        yield first, stop
        first = stop


def _end_of_longer_run(tokenized: TokenizedText, first: int, stop: int) -> int | None:
    """Where the run ends with one more word in it, or None where it ends already."""
    tokens = tokenized.tokens
    if stop >= len(tokens) or not _are_joined(tokenized, stop - 1, stop):
        return None
    if _is_proper(tokens[stop]):
        return stop + 1
    after = stop
    while after - stop < MAX_LINKS and after < len(tokens) and not tokens[after].capital:
        if not _may_link(tokenized, first, after) or (
            after > stop and not _are_joined(tokenized, after - 1, after)
        ):
            return None
        after += 1
    if after == stop or after >= len(tokens) or not _are_joined(tokenized, after - 1, after):
        return None
    return after + 1 if _is_proper(tokens[after]) else None


def _may_link(tokenized: TokenizedText, first: int, at: int) -> bool:
    """Whether a small word may stand inside the name that starts at `first`."""
    word = tokenized.tokens[at].lower
    if word in actor_words().particle:
        return True
    if word not in actor_words().link:
        return False
    before = [token.lower for token in tokenized.tokens[first:at]]
    known = [speaker_nouns()[word] for word in before if word in speaker_nouns()]
    if word == "and":
        return any(not noun.human for noun in known) and not actor_words().in_body.isdisjoint(
            before
        )
    return bool(known)


def _are_joined(tokenized: TokenizedText, left: int, right: int) -> bool:
    """Whether a name may run on from one token to the next."""
    first, second = tokenized.tokens[left], tokenized.tokens[right]
    if first.possessive or first.sentence != second.sentence:
        return False
    near = second.start - first.end <= MAX_GAP
    return near and tokenized.text[first.end : second.start].strip() in LINKING_MARKS


def _is_proper(token: Token) -> bool:
    """Whether a word is written as part of a name."""
    word = token.lower
    if not token.capital or word in actor_words().month:
        return False
    if word[0] == "i" and (len(word) == 1 or word[1] in APOSTROPHES):  # "I", "I’ve"
        return False
    tail = word.rpartition("-")[2]
    return tail == word or tail not in actor_words().tail


def _without_opener(
    tokenized: TokenizedText, first: int, stop: int, certain: set[str], common: set[str]
) -> int:
    """The run's first token, or the one behind a word that is capitalised only because it opens a
    sentence."""
    token = tokenized.tokens[first]
    word = token.lower
    if word in actor_words().before_name:
        return first + 1
    if not token.opens_sentence or word in forenames() or word in speaker_nouns():
        return first
    if nations().country(word):
        return first
    if word in actor_words().before_name_at_start:
        return first + 1
    return first + 1 if word in common and word not in certain and stop - first > 1 else first


def _split_before_person(
    tokenized: TokenizedText, first: int, stop: int
) -> Iterator[tuple[int, int]]:
    """The run cut where an acronym, or a word like "French", stands before a person's whole name."""
    while stop - first >= 3:
        token = tokenized.tokens[first]
        rest = lowered_words(tokenized, first + 1, stop)
        if any(word in speaker_nouns() or word in titles().office for word in rest):
            break
        if rest[0] in actor_words().link or is_acronym(tokenized, tokenized.tokens[first + 1]):
            break
        if token.lower in nations().people:
            first += 1
        elif is_acronym(tokenized, token) and token.end - token.start > 2:
            yield first, first + 1
            first += 1
        else:
            break
    if first < stop:
        yield first, stop


def _name_in_run(tokenized: TokenizedText, first: int, stop: int) -> ProperName | None:
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
        if not borne:
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
    if words[0] in forenames() and 1 < len(words) <= MAX_PERSON_WORDS and kind is None:
        return ProperName(first, first, stop, ActorType.PERSON, forenames()[words[0]])
    if kind is None and len(words) > 1 and words[-1] in media_endings():
        kind = ActorType.MEDIA
    if kind is None and _in_italics(tokenized, first, stop):
        kind = ActorType.MEDIA
    if kind is None and len(words) == 1 and is_acronym(tokenized, tokenized.tokens[first]):
        kind = ActorType.ORGANISATION
    placed = kind is None and _stands_as_place(tokenized, first, stop)
    if kind is None and not placed and _stands_behind_the(tokenized, first):
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
    """Whether words around show that the name is a place's: "in Dorn", "Dorn Street"."""
    tokens = tokenized.tokens
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


def _stands_behind_the(tokenized: TokenizedText, first: int) -> bool:
    return (
        first > 0
        and tokenized.tokens[first - 1].lower == "the"
        and tokenized.are_adjacent(first - 1, first)
    )


def _is_certain(tokenized: TokenizedText, name: ProperName, certain: set[str]) -> bool:
    """Whether a capital letter means more than that a sentence opens here."""
    token = tokenized.tokens[name.first]
    if not token.opens_sentence or name.stop - name.first > 1 or name.first_title < name.first:
        return True
    known = name.type is not None or token.lower in certain or token.lower in nations().capitals
    return known or token.possessive
