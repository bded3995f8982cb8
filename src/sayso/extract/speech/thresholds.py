"""How likely an attribution must be to be kept."""

from sayso.extract.speech.confidence import alphanumeric_words
from sayso.extract.speech.impersonal_cues import is_sourceless_cue
from sayso.model.speech import Attribution, Speech, Stance
from sayso.text.words import words

# Best on PolNeAR's development half and GUM together.
DEFAULT_THRESHOLD = 0.45
# Three kinds need less (tuned on our own cases). An attribution without a source is seldom likely,
# even where people agree on it and its cue needs none ("is said", but not "said"). One inside another
# has passed the outer one, and is what chains are made of. And the stances that a reader of a dispute
# looks for are rare.
UNSOURCED_THRESHOLD, INNER_THRESHOLD, SOUGHT_STANCE_THRESHOLD = 0.16, 0.1, 0.15
SOUGHT_STANCES = frozenset(
    {Stance.DENIES, Stance.DOUBTS, Stance.ACCUSES, Stance.CONCEDES, Stance.DECLINES}
)
# In a text that talks in person this much, such as an interview, nothing else needs less.
MIN_TALKATIVENESS = 0.45
UNREACHABLE_THRESHOLD = 1.1
MAX_TITLE_WORDS = 8
MAX_SHORT_WORD_LETTERS = 3  # words that a title may print with a small letter


def confidence_threshold(
    body: str, attribution: Attribution, stance: Stance, talkativeness: float
) -> float:
    """The least `score`, 0 to 1, with which an attribution of a text is kept.

    `stance` is that of its speaker, `talkativeness` that of the text.
    """
    if attribution.source is None and (
        _is_title(body, attribution) or _lacks_subject(body, attribution)
    ):
        return UNREACHABLE_THRESHOLD
    if attribution.within is not None and attribution.source is not None:
        return INNER_THRESHOLD
    if talkativeness >= MIN_TALKATIVENESS:
        return DEFAULT_THRESHOLD
    if attribution.source is None:
        cue = attribution.cue
        needs_none = cue is None or is_sourceless_cue(body, cue, attribution.content[0])
        return UNSOURCED_THRESHOLD if needs_none else DEFAULT_THRESHOLD
    return SOUGHT_STANCE_THRESHOLD if stance in SOUGHT_STANCES else DEFAULT_THRESHOLD


def _lacks_subject(body: str, attribution: Attribution) -> bool:
    """Whether the cue is a participle of the present: "saying" has a speaker that was not found."""
    cue = attribution.cue
    spelt = alphanumeric_words(body, cue.start, cue.end) if cue is not None else []
    verb = next((word for word in spelt if not word.endswith("ly")), "")
    return verb.endswith("ing")


def _is_title(body: str, attribution: Attribution) -> bool:
    """Whether the content is a title, of a film or a ship.

    A title is a few words in quotation marks, where the first, the last and all long ones have
    capitals.
    """
    if attribution.speech is not Speech.DIRECT:
        return False
    first, last = attribution.content[0].start, attribution.content[-1].end
    content = [word for word in words(body, first, last) if word.lower[0].isalnum()]
    if not 1 < len(content) <= MAX_TITLE_WORDS:
        return False
    capital = [body[word.start].isupper() or not body[word.start].isalpha() for word in content]
    return (
        capital[0]
        and capital[-1]
        and all(
            is_capital or len(word.lower) <= MAX_SHORT_WORD_LETTERS
            for is_capital, word in zip(capital, content, strict=True)
        )
    )
