"""What people decided, in the page's words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.marks import mark_given
from sayso.dossier.wording import ACTORS, PRECISIONS, SIDES, STANCES
from sayso.dossier.written import event_kind, written_day
from sayso.model.codec import shown_data
from sayso.model.decisions import Decision, DecisionKind, Subject, Target
from sayso.model.speech import Stance

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
FIELDS = {  # of what is corrected, in the order in which they are told
    "title": "the title",
    "outlet": "the outlet",
    "byline": "the byline",
    "published": "the date",
    "url": "the address",
    "agency": "the agency",
    "stance": "the stance",
    "speaker": "the speaker",
    "content": "the words",
    "number": "the number",
    "low": "the lowest number",
    "high": "the highest number",
    "harm": "the harm",
    "span": "the words",
    "who": "those counted",
    "name": "the name",
    "kind": "the kind",
    "type": "the type",
    "role": "the role",
    "place": "the place",
    "from": "the first day",
    "to": "the last day",
}
FIELD_ORDER = {name: place for place, name in enumerate(FIELDS)}
# A field that is yes or no, as what was said of the thing.
FLAGS = {
    ("hypothetical", True): "said that it is threatened, planned or denied",
    ("hypothetical", False): "said that it is not only threatened, planned or denied",
    ("negated", True): "said that it is reported as not having happened",
    ("negated", False): "said that it is reported as having happened",
    ("named", True): "said that the speaker is named",
    ("named", False): "said that the speaker is not named",
}
MAX_SIDES_TOLD = 6


@dataclass(frozen=True, slots=True)
class Phrase:
    """A piece of a sentence; `is_given` where it is what a person gave, or a report's words."""

    text: str
    is_given: bool = False


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
    return _written(decision.value if text is None else text)


def mark_words(decision: Decision) -> str:
    """A letter or digit with its meaning: "B, usually reliable"; what was given if it is none."""
    mark = mark_given(decision)
    return f"{mark}, {MEANINGS[mark]}" if mark else _written(decision.value)


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
            yield from _corrections(decision, lookup)
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


def _corrections(decision: Decision, lookup: Lookup) -> Iterator[Phrase]:
    subject = decision.subjects[0] if decision.subjects else None
    for place, (field, value) in enumerate(_fields(decision.value)):
        if place:
            yield Phrase("; ")
        if field == "sides" and isinstance(value, Mapping):
            yield from _sides(value, lookup)
        elif isinstance(value, bool) and (field, value) in FLAGS:
            yield Phrase(FLAGS[field, value])
        else:
            yield Phrase(f"corrected {FIELDS.get(field, field)} to ")
            yield Phrase(_field_words(field, value, subject, lookup), True)


def _fields(value: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The fields of a correction in order; a lowest number that is the highest too is one number."""
    told = dict(value)
    if "low" in told and "high" in told and told["low"] == told["high"]:
        told["number"] = told.pop("low")
        del told["high"]
    return sorted(told.items(), key=lambda one: FIELD_ORDER.get(one[0], len(FIELD_ORDER)))


def _sides(sides: Mapping[str, Any], lookup: Lookup) -> Iterator[Phrase]:
    for place, (key, side) in enumerate(list(sides.items())[:MAX_SIDES_TOLD]):
        report, _, name = key.partition("/")
        claim = lookup.claims.get((report, name))
        yield Phrase(", and “" if place else "put “")
        words = " … ".join(lookup.document(report)[span] for span in claim.content) if claim else ""
        yield Phrase(words or "a claim that is not here", bool(words))
        yield Phrase("” on the side ")
        yield Phrase(_choice(SIDES, side), True)
    if len(sides) > MAX_SIDES_TOLD:
        yield Phrase(f", and {len(sides) - MAX_SIDES_TOLD} more")


def _field_words(field: str, value: Any, subject: Subject | None, lookup: Lookup) -> str:
    """What a field was corrected to."""
    if value is None:
        return "not known"
    kind = subject.kind if subject else None
    report = subject.report if subject and subject.report else ""
    if field == "stance":
        return STANCES[Stance(value)][0] if value in tuple(Stance) else _written(value)
    if field == "kind" and kind is Target.EVENT:
        return event_kind(str(value))
    if field in ("kind", "type"):
        return _choice(PRECISIONS if field == "kind" else ACTORS, value)
    if field == "harm" and isinstance(value, str):
        return value
    if field == "speaker":
        return _actor_name(report, str(value), lookup)
    if field in ("from", "to"):
        return _day(value)
    if field == "place" and isinstance(value, Mapping):
        return str(value.get("name") or _spanned(value.get("span"), report, lookup))
    if field in ("content", "span", "who", "role", "name") and not isinstance(value, str):
        return _spanned(value, report, lookup)
    return f"{value:,}" if type(value) is int else _written(value)


def _choice(words: Mapping[Any, str], value: Any) -> str:
    """The word for a value of an enumeration, which a decision has as its string."""
    return next((word for known, word in words.items() if known == value), _written(value))


def _actor_name(report: str, actor: str, lookup: Lookup) -> str:
    found = lookup.actors.get((report, actor))
    return lookup.document(report)[found.name] if found else "a speaker who is not here"


def _day(value: Any) -> str:
    try:
        return written_day(datetime.fromisoformat(value).date())
    except (TypeError, ValueError):
        return _written(value)


def _spanned(value: Any, report: str, lookup: Lookup) -> str:
    """The words at one place of a report, or at several; the places where the report is gone."""
    facts = lookup.facts.get(report)
    places = value if isinstance(value, Sequence) and value else [value]
    pairs = [places] if type(places[0]) is int else places
    if facts is None or not all(_is_place(one) for one in pairs):
        return _written(value)
    return " … ".join(facts.document.text[start:end] for start, end in pairs)


def _is_place(value: Any) -> bool:
    return (
        isinstance(value, Sequence) and len(value) == 2 and all(type(one) is int for one in value)
    )


def _written(value: Any) -> str:
    """Any value of a decision as words."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_written(one)}" for name, one in value.items())
    if isinstance(value, Sequence):
        return ", ".join(map(_written, value))
    return shown_data(value)
