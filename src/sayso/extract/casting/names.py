"""Names by their shape: runs of capitalised words, parted from the titles that stand before them."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.casting.tokens import Reading, Token
from sayso.lexicon.actors import known_names, media_endings, nouns, small
from sayso.lexicon.people import forenames, nations, titles
from sayso.model.speech import ActorType

BODIES = frozenset(ActorType) - {ActorType.PERSON, ActorType.UNNAMED}
LONGEST_PERSON = 5  # words
HEADLINE_FROM = 5  # words: shorter lines are too short to tell a headline by its capitals


@dataclass(frozen=True, slots=True)
class Name:
    """A name: tokens [first, stop), its titles from `opens` on. `type` is None where the shape
    does not say what bears it; `offices` are the nouns among its titles, `head` that of a body
    ("ministry"); `placed` says that it stands where places stand."""

    opens: int
    first: int
    stop: int
    type: ActorType | None
    sex: str | None = None
    offices: tuple[str, ...] = ()
    head: str = ""
    placed: bool = False


def names(reading: Reading) -> list[Name]:
    """The names in a text, in order."""
    headlines = _headlines(reading)
    certain = {t.lower for t in reading.tokens if t.capital and not t.opens}
    common = {t.lower for t in reading.tokens if not t.capital}
    found = []
    for first, stop in _runs(reading, headlines):
        first = _without_opener(reading, first, stop, certain, common)
        for start, end in _parts(reading, first, stop):
            name = _read(reading, start, end)
            if name is not None and (_sure(reading, name, certain)):
                found.append(name)
    return found


def lower(reading: Reading, first: int, stop: int) -> tuple[str, ...]:
    """The words of tokens [first, stop), in lower case."""
    return tuple(token.lower for token in reading.tokens[first:stop])


def acronym(reading: Reading, token: Token) -> bool:
    """Whether a word is made of capitals: "GUR", "CSP-DPA", "U.N."."""
    letters = reading.text[token.start : token.end].replace("-", "").replace(".", "")
    return len(letters) > 1 and sum(map(str.isupper, letters)) >= max(2, len(letters) - 1)


def _headlines(reading: Reading) -> frozenset[int]:
    """The sentences where every word, or every long one, is capitalised."""
    counts: dict[int, list[int]] = {}
    for token in reading.tokens:
        if token.end - token.start > 3:
            count = counts.setdefault(token.sentence, [0, 0])
            count[token.capital] += 1
    return frozenset(
        number
        for number, (small_ones, capitals) in counts.items()
        if capitals >= HEADLINE_FROM and small_ones * 5 <= capitals
    )


def _runs(reading: Reading, headlines: frozenset[int]) -> Iterator[tuple[int, int]]:
    tokens = reading.tokens
    first = 0
    while first < len(tokens):
        if not _proper(tokens[first]) or tokens[first].sentence in headlines:
            first += 1
            continue
        stop = first + 1
        while longer := _extended(reading, first, stop):
            stop = longer
        yield first, stop
        first = stop


def _extended(reading: Reading, first: int, stop: int) -> int | None:
    """Where the run ends with one more word in it, or None where it ends already."""
    tokens = reading.tokens
    if stop >= len(tokens) or not _joined(reading, stop - 1, stop):
        return None
    if _proper(tokens[stop]):
        return stop + 1
    after = stop
    while after - stop < 3 and after < len(tokens) and not tokens[after].capital:
        if not _links(reading, first, after) or (
            after > stop and not _joined(reading, after - 1, after)
        ):
            return None
        after += 1
    if after == stop or after >= len(tokens) or not _joined(reading, after - 1, after):
        return None
    return after + 1 if _proper(tokens[after]) else None


def _links(reading: Reading, first: int, at: int) -> bool:
    """Whether a small word may stand inside the name that starts at `first`."""
    word = reading.tokens[at].lower
    if word in small("particle"):
        return True
    if word not in small("link"):
        return False
    before = [token.lower for token in reading.tokens[first:at]]
    known = [nouns()[one] for one in before if one in nouns()]
    if word == "and":
        return any(not noun.human for noun in known) and not {"of", "for"}.isdisjoint(before)
    return bool(known)


def _joined(reading: Reading, left: int, right: int) -> bool:
    one, other = reading.tokens[left], reading.tokens[right]
    if one.possessive or one.sentence != other.sentence or other.start - one.end > 3:
        return False
    return reading.text[one.end : other.start].strip() in ("", ".", "&")


def _proper(token: Token) -> bool:
    """Whether a word is written as part of a name."""
    if not token.capital or token.lower in small("month"):
        return False
    word = token.lower
    if word == "i" or (word[0] == "i" and word[1:2] in ("’", "'")):
        return False
    tail = word.rpartition("-")[2]
    return tail == word or tail not in small("tail")


def _without_opener(
    reading: Reading, first: int, stop: int, certain: set[str], common: set[str]
) -> int:
    """The run's first token, a word left out that is capitalised only because it opens a sentence."""
    token = reading.tokens[first]
    word = token.lower
    if any(word in small(kind) for kind in ("definite", "indefinite", "possessive", "opener")):
        return first + 1
    if not token.opens or word in forenames() or nations().country(word) or word in nouns():
        return first
    if any(word in small(kind) for kind in ("preposition", "conjunction", "verb")):
        return first + 1
    return first + 1 if word in common and word not in certain and stop - first > 1 else first


def _parts(reading: Reading, first: int, stop: int) -> Iterator[tuple[int, int]]:
    """The run cut where an acronym, or a word like "French", stands before a person's whole name."""
    while stop - first >= 3:
        token = reading.tokens[first]
        rest = lower(reading, first + 1, stop)
        known = {word for word in rest if word in nouns() or word in titles().office}
        if known or rest[0] in small("link") or acronym(reading, reading.tokens[first + 1]):
            break
        if token.lower in nations().people:
            first += 1
        elif acronym(reading, token) and token.end - token.start > 2:
            yield first, first + 1
            first += 1
        else:
            break
    if first < stop:
        yield first, stop


def _read(reading: Reading, first: int, stop: int) -> Name | None:
    """The run as titles and a name; None where there is no name in it."""
    words = lower(reading, first, stop)
    title = _last_title(words)
    if title is None:
        return _bare(reading, first, stop)
    rest = words[title + 1 :]
    own = first + title + 1
    if rest and rest[0] in ("of", "for", "&", "and", "to"):
        skipped = _complement(rest)
        if skipped is None:
            return None
        own, rest = own + skipped, rest[skipped:]
    if not rest:
        return None
    if rest[-1] in nouns() and not nouns()[rest[-1]].human and rest[0] not in forenames():
        return _bare(reading, first, stop)
    sex, offices = _told_by(words[: own - first])
    sex = sex or forenames().get(rest[0])
    return Name(first, own, stop, ActorType.PERSON, sex, offices)


def _last_title(words: tuple[str, ...]) -> int | None:
    """The place of the last title in a run that has more words behind it, or is nothing else."""
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        noun = nouns().get(word)
        human = noun is not None and noun.human and not noun.plural
        if not human and word not in titles().address and word not in titles().office:
            continue
        borne = place > 0 and words[0] in forenames() and words[0] not in nouns()
        if not borne:
            return place
    return None


def _complement(rest: tuple[str, ...]) -> int | None:
    """How many words of "of Dorre Anna Lund" belong to the office; None if all do."""
    for place in range(1, len(rest)):
        title = rest[place] in titles().address
        if title or (rest[place] in forenames() and place < len(rest) - 1 and place > 1):
            return place + title
    return len(rest) - 2 if len(rest) > 3 and "the" not in rest else None


def _told_by(words: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The sex that titles show, and the nouns among them."""
    sex, offices = None, []
    for word in words:
        sex = sex or titles().address.get(word)
        noun = nouns().get(titles().office.get(word, word))
        if noun is not None and noun.human:
            offices.append(noun.lemma)
            sex = sex or noun.sex
    return sex, tuple(offices)


def _bare(reading: Reading, first: int, stop: int) -> Name | None:
    """A run without titles, by what its words say."""
    words = lower(reading, first, stop)
    joined = " ".join(words)
    known = known_names().get(joined)
    country = nations().names.get(joined)
    if known or country:
        return Name(first, first, stop, known or ActorType.STATE, head=_head(words)[0])
    if len(words) == 1 and (words[0] in nations().people or words[0] in nouns()):
        return None
    head, kind = _head(words)
    if words[0] in forenames() and 1 < len(words) <= LONGEST_PERSON and kind is None:
        return Name(first, first, stop, ActorType.PERSON, forenames()[words[0]])
    if kind is None and len(words) > 1 and words[-1] in media_endings():
        kind = ActorType.MEDIA
    if kind is None and _in_italics(reading, first, stop):
        kind = ActorType.MEDIA
    if kind is None and len(words) == 1 and acronym(reading, reading.tokens[first]):
        kind = ActorType.ORGANISATION
    placed = kind is None and _placed(reading, first, stop)
    if kind is None and not placed and _after_the(reading, first):
        kind = ActorType.ORGANISATION
    return Name(first, first, stop, kind, head=head, placed=placed)


def _head(words: tuple[str, ...]) -> tuple[str, ActorType | None]:
    """The noun that says what body bears the name, and the type it gives."""
    for place in range(len(words)):
        word = words[place]
        last = place == len(words) - 1 or words[place + 1] in ("of", "for", "on", "to", "de")
        noun = nouns().get(word)
        if last and noun is not None and not noun.human and len(words) > 1:
            return noun.lemma, noun.type
    return "", None


def _in_italics(reading: Reading, first: int, stop: int) -> bool:
    before = reading.text[max(0, reading.tokens[first].start - 5) : reading.tokens[first].start]
    after = reading.text[reading.tokens[stop - 1].end : reading.tokens[stop - 1].end + 1]
    return after in ("*", "_") and after in before


def _placed(reading: Reading, first: int, stop: int) -> bool:
    tokens = reading.tokens
    if tokens[stop - 1].lower in small("place_noun"):
        return True
    behind = stop < len(tokens) and reading.adjacent(stop - 1, stop)
    if behind and tokens[stop].lower in small("place_noun"):
        return True
    return (
        bool(first)
        and tokens[first - 1].lower in small("place_before")
        and (reading.adjacent(first - 1, first) and not tokens[stop - 1].possessive)
    )


def _after_the(reading: Reading, first: int) -> bool:
    return (
        first > 0
        and reading.tokens[first - 1].lower == "the"
        and reading.adjacent(first - 1, first)
    )


def _sure(reading: Reading, name: Name, certain: set[str]) -> bool:
    """Whether a capital letter means more than that a sentence opens here."""
    token = reading.tokens[name.first]
    if not token.opens or name.stop - name.first > 1 or name.opens < name.first:
        return True
    known = name.type is not None or token.lower in certain or token.lower in nations().capitals
    return known or token.possessive
