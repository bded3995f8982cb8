"""Where something happened: names that stand where places stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.events.country_names import country_end
from sayso.extract.events.event_sentence import EventSentence
from sayso.extract.events.geocode import Geocoder, is_on_map
from sayso.lexicon.actors import actor_words, speaker_nouns
from sayso.lexicon.people import forenames, nations
from sayso.lexicon.places import place_context_words
from sayso.model.happening import Place
from sayso.model.text import Span
from sayso.text.marks import HYPHENS, is_possessive, without_possessive
from sayso.text.words import Word

MAX_NAME_WORDS = 6
MAX_SHOUTED_WORDS = 4  # words of a name in a sentence in capitals
MAX_WORDS_TO_TRIGGER = 25
WORDS_ADDED_BEFORE = 3  # a place before its trigger counts as so much farther away
MAX_COUNTRY_WORDS = 5
MAX_DESCRIBING_WORDS = 4  # words before "town of"
MAX_CHARACTERS_BETWEEN = 6  # characters between two words of a name


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place's name at words [first, last) of a sentence, behind the word at `lead` ("in")."""

    lead: int
    first: int
    last: int


def place_mentions(text: str, tokens: Sequence[Word]) -> list[PlaceMention]:
    """The names in a sentence that stand where places stand, in order."""
    known = place_context_words()
    shouted = text[tokens[0].start : tokens[-1].end].isupper() if tokens else False
    found = []
    for at, word in enumerate(tokens):
        of_side = word.lower == "of" and at > 0 and tokens[at - 1].lower in known.led
        if word.lower not in known.here and not of_side:
            continue
        bounds = _shouted_name(text, tokens, at + 1) if shouted else _name(text, tokens, at + 1)
        if bounds is not None:
            found.append(PlaceMention(at, *bounds))
    return found


def nearest_place(
    geocoder: Geocoder, sentence: EventSentence, trigger: int, mentions: Sequence[PlaceMention]
) -> Place | None:
    """The place named nearest to a trigger in its own clause; None if there is none."""
    near = [
        (
            abs(mention.lead - trigger) + (WORDS_ADDED_BEFORE if mention.lead < trigger else 0),
            mention.first,
            mention.last,
        )
        for mention in mentions
        if abs(mention.lead - trigger) <= MAX_WORDS_TO_TRIGGER
        and not sentence.breaks.clause_between(mention.lead, trigger)
    ]
    if not near:
        return None
    _, first, stop = min(near)
    start = sentence.tokens[first].start
    name = without_possessive(geocoder.text[start : sentence.tokens[stop - 1].end])
    return geocoder.place(Span(start, start + len(name)), name)


def _name(text: str, tokens: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The words [first, stop) of a place's name that begins here, what describes it left out."""
    at += at < len(tokens) and tokens[at].lower == "the"
    at = _behind_owner(tokens, at)
    country = country_end(text, tokens, at, MAX_COUNTRY_WORDS)
    if country is not None:
        return at, country
    first = at
    while at < len(tokens) and tokens[at].lower in place_context_words().directions:
        at += 1
    described = _behind_kind(tokens, at)
    if described is not None:
        at = first = described
    stop = _capitals_end(text, tokens, at)
    return (first, stop) if stop > at and _is_place(tokens, at, stop) else None


def _behind_owner(tokens: Sequence[Word], at: int) -> int:
    """The index behind "Mali's", if a name follows it; else the same index."""
    if at + 1 >= len(tokens) or not is_possessive(tokens[at].lower):
        return at
    return at + 1 if tokens[at].lower[:-2] in nations().names else at


def _behind_kind(tokens: Sequence[Word], at: int) -> int | None:
    """The index behind "small Malian town of", if that is what stands here."""
    known = place_context_words()
    for noun in range(at, min(at + MAX_DESCRIBING_WORDS, len(tokens) - 1)):
        lower = tokens[noun].lower
        if lower in known.towns or lower in known.regions or lower in actor_words().place_noun:
            if tokens[noun + 1].lower != "of":
                return None
            behind = noun + 2
            return behind + (behind < len(tokens) and tokens[behind].lower == "the")
        if not lower.isalpha():
            return None
    return None


def _capitals_end(text: str, tokens: Sequence[Word], at: int) -> int:
    """The index behind the words with capitals that begin here, small words of a name among them."""
    stop = at
    while stop < len(tokens) and stop - at < MAX_NAME_WORDS:
        step = _name_step(text, tokens, stop) if stop > at else _has_capital(text, tokens, stop)
        if not step:
            break
        stop += step
    kind = at < stop < len(tokens) and tokens[stop].lower in place_context_words().regions
    return stop + kind


def _name_step(text: str, tokens: Sequence[Word], at: int) -> int:
    """How many words further a name goes that has begun before; 0 if it ends here."""
    if _is_hyphen_inside(tokens, at):
        return 2
    small_word = tokens[at].lower in place_context_words().inside_name
    if small_word and at + 2 < len(tokens) and _is_hyphen_inside(tokens, at + 1):
        return 3  # "ez-Zor"
    if _has_capital(text, tokens, at):
        return 0 if is_possessive(tokens[at - 1].lower) else 1
    goes_on = (
        small_word
        and at + 1 < len(tokens)
        and _has_capital(text, tokens, at + 1)
        and tokens[at + 1].start - tokens[at - 1].end <= MAX_CHARACTERS_BETWEEN
    )
    return 2 if goes_on else 0


def _is_hyphen_inside(tokens: Sequence[Word], at: int) -> bool:
    """Whether a hyphen here joins the words on either side."""
    return (
        tokens[at].lower in HYPHENS
        and at + 1 < len(tokens)
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _shouted_name(text: str, tokens: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The longest name in a sentence in capitals that a map has."""
    at += at < len(tokens) and tokens[at].lower == "the"
    described = _behind_kind(tokens, at)
    at = at if described is None else described
    for stop in range(min(at + MAX_SHOUTED_WORDS, len(tokens)), at, -1):
        if all(word.lower.isalpha() for word in tokens[at:stop]) and _is_place(tokens, at, stop):
            name = text[tokens[at].start : tokens[stop - 1].end]
            if is_on_map(name):
                return at, stop
    return None


def _has_capital(text: str, tokens: Sequence[Word], at: int) -> bool:
    return text[tokens[at].start].isupper()


def _is_place(tokens: Sequence[Word], first: int, stop: int) -> bool:
    """Whether the name may be a place's: not a month's, a person's, a body's or a nationality."""
    lowers = [word.lower for word in tokens[first:stop]]
    if lowers[0] in actor_words().month or lowers[0] in nations().people:
        return False
    if lowers[0] in forenames() and len(lowers) > 1:
        return False
    noun = speaker_nouns().get(lowers[-1])
    known = place_context_words()
    kind = (
        lowers[-1] in known.regions
        or lowers[-1] in known.sites
        or lowers[-1] in actor_words().place_noun
    )
    return kind or noun is None or (stop - first > 2 and tokens[stop - 2].lower in HYPHENS)
