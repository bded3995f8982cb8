"""What corrections changed: each field as it was before, and as it is since."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sayso.case.case import Case
from sayso.dossier.correction_words import FIELD_ORDER, FIELDS, MAX_SIDES_TOLD
from sayso.dossier.wording import ACTORS, PRECISIONS, SIDES, STANCES
from sayso.model.packed import unpack

Row = dict[str, Any]

MOST_BYTES = 400_000  # of a packed reading that is looked up while a page is made
LISTS = {"claim": "claims", "figure": "figures", "event": "events", "speaker": "actors"}
NAMES: Mapping[tuple[str, str], Mapping[Any, Any]] = {
    ("claim", "stance"): {stance.value: words[0] for stance, words in STANCES.items()},
    ("figure", "kind"): {kind.value: words for kind, words in PRECISIONS.items()},
    ("speaker", "type"): {kind.value: words for kind, words in ACTORS.items()},
}
WORDS = {"content", "span", "who", "role"}  # what a decision has as places in the text
# The last correction in force of the same thing before a decision that has the field.
BEFORE = (
    "SELECT value -> :path AS value FROM decision_subject AS subject "
    "JOIN decision ON decision.number = subject.decision WHERE subject.id = :id "
    "AND subject.report IS :report AND decision.kind = 'correct' AND decision.number < :number "
    "AND value -> :path IS NOT NULL AND decision.number NOT IN (SELECT decision FROM taken_back) "
    "ORDER BY decision.number DESC LIMIT 1"
)
READ = (
    "SELECT reading.facts FROM shown JOIN reading ON reading.number = shown.reading "
    "WHERE shown.report = ? AND length(reading.facts) < ?"
)
HEAD = "SELECT document -> ? AS value FROM publication WHERE report = ? ORDER BY number LIMIT 1"
TEXT = "SELECT substr(text, ?, ?) AS words FROM report WHERE id = ?"
SPEAKER = "SELECT name FROM speaker WHERE report = ? AND id = ?"
CLAIM = "SELECT words FROM claim WHERE report = ? AND id = ?"


@dataclass(frozen=True, slots=True)
class Change:
    """A field that a correction changed. `before` is None where it is not known any more."""

    field: str
    before: str | None
    after: str


class Corrections:
    """What corrections changed, looked up in one case; each reading is unpacked once."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._readings: dict[str, Row | None] = {}

    def changes(self, row: Mapping[str, Any]) -> Sequence[Change]:
        """The fields that a decision corrected; none if it corrected nothing."""
        if row["kind"] != "correct" or not row["subjects"]:
            return ()
        return tuple(self._changes(row, row["subjects"][0]))

    def _changes(self, row: Mapping[str, Any], subject: Row) -> Iterator[Change]:
        for field, value in sorted(
            row["value"].items(), key=lambda one: FIELD_ORDER.get(one[0], len(FIELD_ORDER))
        ):
            if field == "sides" and isinstance(value, Mapping):
                yield from self._sides(value)
                continue
            before = self._before(row["number"], subject, field)
            yield Change(
                FIELDS.get(field, field),
                before and self._told(subject, field, before[0]),
                self._told(subject, field, value),
            )

    def _sides(self, sides: Mapping[str, Any]) -> Iterator[Change]:
        for name, side in islice(sides.items(), MAX_SIDES_TOLD):
            words = self._one(CLAIM, *name.partition("/")[::2]) or "a claim that is not here"
            other = "against" if side == "for" else "for"
            yield Change(f"the side of “{words}”", _side(other), _side(side))

    def _before(self, number: int, subject: Row, field: str) -> tuple[Any] | None:
        """The value that a field had, in a tuple; None if that is not known."""
        asked = {
            "path": f'$."{field}"',
            "id": subject["id"],
            "report": subject["report"],
            "number": number,
        }
        found = self._case.query(BEFORE, asked)
        if found:
            return (json.loads(found[0]["value"]),)
        if subject["kind"] == "report":
            head = self._case.query(HEAD, (f"$.{field}", subject["id"]))
            return (json.loads(head[0]["value"] or "null"),) if head else None
        return self._as_read(subject, field)

    def _as_read(self, subject: Row, field: str) -> tuple[Any] | None:
        """The value that the machine read."""
        reading = self._reading(subject["report"] or "")
        facts = reading[LISTS[subject["kind"]]] if reading and subject["kind"] in LISTS else ()
        fact = next((one for one in facts if one["id"] == subject["id"]), None)
        if fact is None:
            return None
        if field in ("from", "to"):
            return ((fact.get("when") or {}).get({"from": "first", "to": "last"}[field]),)
        return (fact.get(field),) if field in fact else None

    def _reading(self, report: str) -> Row | None:
        if report not in self._readings:
            found = self._case.query(READ, (report, MOST_BYTES))
            self._readings[report] = unpack(found[0]["facts"], "a reading") if found else None
        return self._readings[report]

    def _told(self, subject: Row, field: str, value: Any) -> str:
        """A value in a reader's words."""
        if value is None:
            return "not known"
        if isinstance(value, bool):
            return "yes" if value else "no"
        if field == "speaker":
            return self._one(SPEAKER, subject["report"], value) or "a speaker who is not here"
        if field in WORDS and not isinstance(value, str):
            return self._words(subject["report"], value)
        if isinstance(value, Mapping):
            return str(value.get("name") or value.get("quote") or "other words")
        if isinstance(value, list):
            return self._words(subject["report"], value)
        known = NAMES.get((subject["kind"], field), {})
        return str(known.get(value, f"{value:,}" if isinstance(value, int) else value))

    def _words(self, report: str, value: Any) -> str:
        """The words at one place of a report, or at several, however they are written down."""
        places = [value] if isinstance(value, Mapping) or _is_pair(value) else value
        return " … ".join(self._at(report, one) for one in places)

    def _at(self, report: str, place: Any) -> str:
        if isinstance(place, Mapping):
            return str(place.get("quote", "…"))
        if not _is_pair(place):
            return str(place)
        return self._one(TEXT, place[0] + 1, place[1] - place[0], report) or "…"

    def _one(self, query: str, *values: Any) -> str:
        found = self._case.query(query, values)
        return str(next(iter(found[0].values()))) if found else ""


def _is_pair(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(type(one) is int for one in value)


def _side(side: Any) -> str:
    return next((words for known, words in SIDES.items() if known == side), str(side))
