"""Names of people in running text, in copy that is all in capitals too."""

from collections.abc import Sequence

from sayso.lexicon.actors import actor_words, speaker_nouns
from sayso.lexicon.harms import harm_words
from sayso.lexicon.nouns import nouns
from sayso.lexicon.people import forenames, titles
from sayso.text.marks import is_possessive, without_possessive
from sayso.text.words import Word, lower_at

MAX_NAME_WORDS = 4
MAX_TITLE_WORDS = 3
MAX_AGE_YEARS = 120


def surnames(text: str, tokens: Sequence[Word]) -> set[str]:
    """The last words, in lower case, of the names in a sentence that open with a forename."""
    ends = [name_end(text, tokens, at) for at in range(len(tokens))]
    return {tokens[end - 1].lower for end in ends if end is not None}


def titled_end(text: str, tokens: Sequence[Word], at: int) -> int | None:
    """The index behind a title with a name: "President Ana Roll", "Father Tor", "driver Ana Roll"."""
    if not text[tokens[at].start].isupper():
        return None
    stop, addressed = at, False
    while stop < len(tokens) and stop - at < MAX_TITLE_WORDS:
        lower = tokens[stop].lower
        of_address = lower in titles().address or lower in titles().office
        if not (of_address or lower in titles().before or is_person(tokens, stop)):
            break
        addressed = of_address
        stop += 1 + (stop + 1 < len(tokens) and tokens[stop + 1].lower == ".")
    if stop == at or stop >= len(tokens):
        return None
    if addressed and is_surname(text, tokens, stop):
        return name_end(text, tokens, stop) or capitals_end(text, tokens, stop)
    return name_end(text, tokens, stop)


def name_end(text: str, tokens: Sequence[Word], at: int) -> int | None:
    """The index behind a name that opens with a forename here."""
    if at >= len(tokens) or tokens[at].lower not in forenames():
        return None
    if (
        not text[tokens[at].start].isupper()
        or lower_at(tokens, at - 1) in harm_words().around.saint
    ):
        return None
    stop = at + 1
    while stop < len(tokens) and stop - at < MAX_NAME_WORDS and _name_goes_on(text, tokens, stop):
        stop += 1
    if stop - at < 2 or tokens[stop - 1].lower in harm_words().named_things:
        return None
    return stop


def capitals_end(text: str, tokens: Sequence[Word], at: int) -> int:
    """The index behind the words here that have capitals and no other sense in the lexicon."""
    stop = at
    while stop < len(tokens) and stop - at < MAX_NAME_WORDS and is_surname(text, tokens, stop):
        stop += 1
    return stop


def aged_end(text: str, tokens: Sequence[Word], at: int) -> int | None:
    """The index behind words with capitals that an age follows: "Orla Venn, 34," or "Orla Venn (34)"."""
    stop = capitals_end(text, tokens, at)
    if stop - at < 2 or stop + 2 >= len(tokens):
        return None
    age = tokens[stop + 1].lower
    framed = tokens[stop].lower + tokens[stop + 2].lower in (",,", "()", ",.", ",;")
    return stop if framed and age.isdigit() and int(age) < MAX_AGE_YEARS else None


def is_surname(text: str, tokens: Sequence[Word], at: int) -> bool:
    """Whether a word has a capital and no other sense in the lexicon."""
    word = text[tokens[at].start : tokens[at].end]
    lower = tokens[at].lower
    if not (word[0].isupper() and lower.isalpha() and len(word) > 2):
        return False
    if lower in harm_words().named_things or _is_day(lower):
        return False
    return not (is_common(lower) or lower.endswith(("ed", "ing", "ly")))


def is_person(tokens: Sequence[Word], at: int) -> bool:
    """Whether a word names one person by what they are, or by their age ("a 3-year-old")."""
    lexicon, lower = harm_words(), tokens[at].lower
    if lower == "old":
        return at > 1 and "year" in (tokens[at - 1].lower, tokens[at - 2].lower)
    if lower in lexicon.never:
        return False
    noun = speaker_nouns().get(lower)
    if noun is not None and noun.human:
        return not noun.plural
    if lower in lexicon.single or lower.endswith(lexicon.around.person):
        return True
    return nouns().is_person(lower) and lower not in lexicon.things


def is_common(lower: str) -> bool:
    """Whether the lexicon has the word as something other than a name."""
    lexicon = harm_words()
    return (
        lower in actor_words().verb
        or lower in lexicon.opening
        or lower in lexicon.passive
        or lower in lexicon.preposition
        or lower in lexicon.object
        or lower in lexicon.predicates
        or lower in lexicon.people
        or lower in speaker_nouns()
    )


def _name_goes_on(text: str, tokens: Sequence[Word], at: int) -> bool:
    """Whether a word goes on a name: it has a capital, or is an initial or a particle.

    In a line of capitals, a word that the lexicon has as something else ends the name.
    """
    word = tokens[at]
    if word.lower in actor_words().particle:
        return at + 1 < len(tokens) and text[tokens[at + 1].start].isupper()
    if not text[word.start].isupper() or _is_day(word.lower):
        return False
    if not without_possessive(word.lower).isalpha():
        return False
    if is_possessive(tokens[at - 1].lower):
        return False
    shouted = len(word.lower) > 1 and text[word.start : word.end].isupper()
    return not shouted or not is_common(word.lower)


def _is_day(lower: str) -> bool:
    """Whether the word says when, not who."""
    return lower in harm_words().day or lower in actor_words().month
