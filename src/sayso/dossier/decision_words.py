"""What people decided, in the page's words."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from sayso.dossier.correction_words import Phrase, corrections, written_value
from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.marks import mark_given
from sayso.dossier.written import written_day
from sayso.model.decisions import Decision, DecisionKind, Subject, Target

MEANINGS = {  # of the Admiralty code
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
NOUNS = {Target.SHARED_SPEAKER: "speaker", Target.SHARED_EVENT: "event"}


def deed_words(decision: Decision, lookup: Lookup) -> tuple[Phrase, ...]:
    """What was decided, as a sentence without its subject: "corrected the stance to", "denies"."""
    return tuple(_phrases(decision, lookup))


def plain_deed(deed: Iterable[Phrase]) -> str:
    """The sentence as one string.

    >>> plain_deed([Phrase("corrected the stance to "), Phrase("denies", True)])
    'corrected the stance to denies'
    """
    return "".join(one.text for one in deed)


def text_given(decision: Decision) -> str:
    """The text of a note or a side, as the person wrote it."""
    text = decision.value.get("text")
    return written_value(decision.value if text is None else text)


def mark_words(decision: Decision) -> str:
    """A letter or digit with its meaning: "B, usually reliable"; what was given if it is none."""
    mark = mark_given(decision)
    return f"{mark}, {MEANINGS[mark]}" if mark else written_value(decision.value)


def noun(kind: Target) -> str:
    """What a thing is called on the page.

    >>> noun(Target.SHARED_SPEAKER)
    'speaker'
    """
    return NOUNS.get(kind, str(kind))


def day_and_time(made_at: str) -> tuple[str, str]:
    """The day and the time of a decision in words, in UTC; what is no moment stays as it is."""
    try:
        moment = datetime.fromisoformat(made_at)
        moment = moment.astimezone(UTC) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return made_at, ""
    return written_day(moment.date()), f"{moment:%H:%M} UTC"


def _phrases(decision: Decision, lookup: Lookup) -> Iterator[Phrase]:
    about = _counted(decision.subjects)
    match decision.kind:
        case DecisionKind.ACCEPT | DecisionKind.REJECT:
            yield Phrase(f"{decision.kind}ed {about}")
        case DecisionKind.CORRECT:
            yield from corrections(decision, lookup)
        case DecisionKind.MERGE:
            turned = ", of which one says the opposite" if decision.value.get("turned") else ""
            yield Phrase(f"merged {about}{turned}")
        case DecisionKind.SPLIT:
            yield Phrase(_split(decision, about))
        case DecisionKind.ADD:
            yield Phrase(_added(decision))
        case DecisionKind.RELIABILITY | DecisionKind.CREDIBILITY:
            yield Phrase(f"{decision.kind}: ")
            yield Phrase(mark_words(decision), True)
        case DecisionKind.SIDE:
            yield Phrase("speaks for ")
            yield Phrase(text_given(decision), True)
        case DecisionKind.NOTE:
            yield Phrase("note: ")
            yield Phrase(text_given(decision), True)
        case DecisionKind.UNDO:
            yield Phrase(f"took decision {decision.undoes} back")


def _counted(subjects: Sequence[Subject]) -> str:
    """What is decided on: "the claim", "3 claims"; "2 things" where they differ in kind."""
    names = {noun(one.kind) for one in subjects}
    name = names.pop() if len(names) == 1 else "thing"
    return f"the {name}" if len(subjects) == 1 else f"{len(subjects)} {name}s"


def _split(decision: Decision, about: str) -> str:
    claims = decision.value.get("claims")
    if isinstance(claims, Sequence):
        named = "a claim" if len(claims) == 1 else f"{len(claims)} claims"
        return f"took {named} out of the point"
    return f"said that {about} are not one"


def _added(decision: Decision) -> str:
    what = str(decision.value.get("what", "something"))
    if what != Target.POINT:
        return f"added a {what}"
    number = len(decision.subjects)
    return f"made a point of {number} claim{'' if number == 1 else 's'}"
