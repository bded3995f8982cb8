"""How likely a find must be to be kept as an attribution."""

from sayso.extract.speech.confidence import is_clause, spelt
from sayso.lexicon.clauses import clause_words
from sayso.model.speech import Attribution, Speech, Stance
from sayso.text.words import words

# How likely an attribution must be; best on PolNeAR's development half and GUM together.
LEAST = 0.45
# These need less: one that names nobody is seldom likely, even where people agree on it; one inside
# another, where another speaks, is what chains are made of ("I think" adds no mouth, and "her views
# on the tax" is seldom a saying); and whoever denies, doubts, accuses, concedes or declines is what
# a desk looks for (tuned on our own cases).
LEAST_UNSOURCED, LEAST_INSIDE, LEAST_TELLING = 0.16, 0.1, 0.15
# In a text that talks in person so much, an interview say, nothing needs less.
TALKATIVE = 0.45
NEVER = 1.1  # no find is as likely
TITLE = 8  # words of a title
TELLING = frozenset(
    {Stance.DENIES, Stance.DOUBTS, Stance.ACCUSES, Stance.CONCEDES, Stance.DECLINES}
)


def least_sureness(body: str, attribution: Attribution, stance: Stance, talk: float) -> float:
    """The least `score`, 0 to 1, with which an attribution of a text is kept.

    `stance` is how its speaker stands to the content, `talk` how much the text talks in person
    (`sureness.talk`).
    """
    if attribution.source is None and _is_title(body, attribution):
        return NEVER
    if talk >= TALKATIVE:
        return LEAST
    if attribution.source is None:
        return LEAST_UNSOURCED
    if attribution.within is not None and not _is_thing(body, attribution):
        source = words(body, attribution.source.start, attribution.source.end)
        if not source or source[0].lower not in clause_words().first:
            return LEAST_INSIDE
    return LEAST_TELLING if stance in TELLING else LEAST


def _is_thing(body: str, attribution: Attribution) -> bool:
    """Whether the content is a mere noun phrase: neither a clause nor something to do."""
    said = [word for span in attribution.content for word in spelt(body, span.start, span.end)]
    return not is_clause(said) and not (said and (said[0] == "to" or said[0].endswith("ing")))


def _is_title(body: str, attribution: Attribution) -> bool:
    """Whether the content is a title, of a film or a ship: a few words in quotation marks, the first
    and the last and all long ones with capitals."""
    first, last = attribution.content[0].start, attribution.content[-1].end
    said = [word for word in words(body, first, last) if word.lower[0].isalnum()]
    if not 1 < len(said) <= TITLE or attribution.speech is not Speech.DIRECT:
        return False
    high = [body[word.start].isupper() or not body[word.start].isalpha() for word in said]
    long = [capital for capital, word in zip(high, said, strict=True) if len(word.lower) > 3]
    return high[0] and high[-1] and all(long)
