"""Rows of points: which a list has, in what order, and who says each."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sayso.case.case import Case
from sayso.case.searching import POINTS_WITH_WORDS, all_words, words_of
from sayso.desk.marks import Marks
from sayso.desk.views.asked import checked_choice
from sayso.desk.views.written import outlet_name
from sayso.dossier.wording import REPORTS, STANCES
from sayso.model.comparison import Likelihood, State
from sayso.model.speech import ActorType, Stance

Row = dict[str, Any]

DISPUTED = "state IN ('contested', 'conceded')"
# The surest dispute first; a dispute that people made has no likelihood, and stands among the likely.
ORDER = (
    f"coalesce(probability, CASE WHEN {DISPUTED} THEN 0.5 ELSE 0 END) DESC, "
    "origins_for + origins_against DESC, state, id"
)
CHOICES: Mapping[str, Sequence[str]] = {
    "state": tuple(State),
    "likelihood": tuple(Likelihood),
    "source": ("machine", "person"),
    "status": ("accepted", "open"),  # rejected points are in no comparison, and so in no list
}
LEADS = (
    "SELECT wanted.value AS point, claim.speaker, claim.stance, speaker.type, report.outlet, "
    "report.name FROM json_each(:points) AS wanted JOIN claim ON claim.number = ("
    "SELECT claim.number FROM stand JOIN point ON point.id = stand.point "
    "JOIN claim ON claim.report = stand.report AND claim.id = stand.claim "
    "WHERE stand.point = wanted.value AND (claim.speaker IS NOT NULL OR claim.chain = '') "
    "AND instr(claim.words, point.title) ORDER BY stand.position LIMIT 1) "
    "JOIN report ON report.id = claim.report LEFT JOIN speaker "
    "ON speaker.report = claim.report AND speaker.id = claim.speaker_id"
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which points a list has: conditions of SQL by their filter, their values, and what was asked."""

    conditions: Mapping[str, str]
    values: Mapping[str, str | None]
    asked: Mapping[str, str] = field(default_factory=dict)

    @property
    def where(self) -> str:
        """All conditions as one."""
        return " AND ".join(("1", *self.conditions.values()))

    def without(self, name: str) -> "Chosen":
        """The same choice without one of its filters."""
        kept = {other: one for other, one in self.conditions.items() if other != name}
        return replace(self, conditions=kept)


def chosen(case: Case, asked: Mapping[str, str]) -> Chosen:
    """The points that an address asks for.

    Raises HTTPException if a filter has a value that it cannot have.
    """
    given = {name: asked.get(name, "").strip() for name in (*CHOICES, "story")}
    given["words"] = " ".join(words_of(asked.get("words", "")))
    kept = {name: value for name, value in given.items() if value}
    conditions, values = dict[str, str](), dict[str, str | None]()
    for name, value in kept.items():
        if name in CHOICES:
            checked_choice(name, value, CHOICES[name])
        if name == "words":
            conditions[name] = "id IN (SELECT value FROM json_each(:words))"
            found = case.query(POINTS_WITH_WORDS, {"words": all_words(value)})
            values[name] = json.dumps([row["point"] for row in found])
        elif (name, value) == ("status", "open"):
            conditions[name] = "status IS NULL"
        else:
            conditions[name] = f"{name} = :{name}"
            values[name] = value
    return Chosen(conditions, values, kept)


def point_rows(case: Case, chosen: Chosen, limit: int, offset: int = 0) -> list[Row]:
    """The points of a list as `v_points` has them, each with `by` and `past`: who says it, and how.

    What follows the limit is not looked at.
    """
    found = case.query(
        f"SELECT * FROM v_points WHERE id IN (SELECT id FROM point WHERE {chosen.where} "  # noqa: S608
        f"ORDER BY {ORDER} LIMIT :limit OFFSET :offset) ORDER BY {ORDER}",
        {**chosen.values, "limit": limit, "offset": offset},
    )
    return with_leads(case, found)


def point_ids(case: Case, chosen: Chosen) -> list[str]:
    """The ids of all points of a list, in its order."""
    query = f"SELECT id FROM point WHERE {chosen.where} ORDER BY {ORDER}"  # noqa: S608
    return [row["id"] for row in case.query(query, chosen.values)]


def with_leads(case: Case, rows: Iterable[Row]) -> list[Row]:
    """Rows of points with `by` and `past`: "Ilsa Marn", "accused"; `by` is None if nobody is known."""
    listed = list(rows)
    points = json.dumps([row["id"] for row in listed])
    leads = {lead["point"]: lead for lead in case.query(LEADS, {"points": points})}
    return [row | _lead_words(leads.get(row["id"])) for row in listed]


def as_decided(row: Row, marks: Marks) -> Row:
    """A row with the status that people gave it, before the comparison follows them too."""
    deeds = {mark.kind for mark in marks.on(row)}
    status = "rejected" if "reject" in deeds else "accepted" if "accept" in deeds else None
    return row | {"status": row["status"] or status}


def _lead_words(lead: Row | None) -> Row:
    if lead is None:
        return {"by": None, "past": None}
    of_outlet = lead["speaker"] is None or lead["type"] == ActorType.MEDIA
    if of_outlet and lead["stance"] == Stance.ASSERTS:
        past = REPORTS[1]
    else:
        past = STANCES[Stance(lead["stance"])][1]
    return {"by": lead["speaker"] or outlet_name(lead), "past": past}
