"""What the pages of figures ask the case."""

from collections.abc import Mapping
from typing import Any

from sayso.case.case import Case
from sayso.case.compared_rows import reasons_of
from sayso.desk.views.asked import whole_number
from sayso.desk.views.written import short_name
from sayso.dossier.wording import CHANGES, OUTCOMES, figure_words
from sayso.model.comparison import Change

Row = dict[str, Any]

# How the counts of a toll changed: 3 they differ, 2 one was corrected, 1 they grew, 0 none of these.
TOLLS = """
SELECT toll.*, event.kind AS event_kind, event.place, event.first, event.last, NULL AS status,
    (SELECT max(CASE change WHEN 'rival' THEN 3 WHEN 'correction' THEN 2 WHEN 'update' THEN 1 ELSE 0 END)
        FROM toll_figure WHERE toll_figure.toll = toll.id) AS changed
FROM toll LEFT JOIN shared_event AS event ON event.id = toll.event
WHERE policy = :rule AND (:story IS NULL OR toll.story = :story) AND (:harm IS NULL OR harm = :harm)
    AND (:place IS NULL OR event.place = :place) AND (:group IS NULL OR toll.who = :group)
ORDER BY changed DESC, toll.figures DESC, toll.id LIMIT :limit OFFSET :offset
"""
OUTCOME = {
    3: OUTCOMES[Change.RIVAL],
    2: OUTCOMES[Change.CORRECTION],
    1: OUTCOMES[Change.UPDATE],
}
SIBLINGS = """
SELECT other.*, event.kind AS event_kind, event.place, event.first, event.last, NULL AS status
FROM toll JOIN toll AS other ON other.story = toll.story AND other.harm = toll.harm
    AND other.who IS toll.who AND other.event IS toll.event AND other.figures = toll.figures
LEFT JOIN shared_event AS event ON event.id = other.event
WHERE toll.id = ? ORDER BY other.id != toll.id, other.id
"""
FIGURES = """
SELECT figure.*, part.position, part.reasons, part.why, part.said_from, part.said_to, part.change,
    report.outlet, report.title, report.name, report.published, claim.speaker, claim.stance,
    shared.id AS shared, shared.name AS voice_name, origin.origin, first_of.outlet AS origin_outlet
FROM toll_figure AS part
JOIN figure ON figure.report = part.report AND figure.id = part.figure
JOIN report ON report.id = part.report
LEFT JOIN claim ON claim.report = figure.report AND claim.id = figure.claim
LEFT JOIN shared_speaker AS shared ON shared.report = claim.report AND shared.speaker = claim.speaker_id
LEFT JOIN origin ON origin.report = part.report
LEFT JOIN report AS first_of ON first_of.id = origin.origin
WHERE part.toll = ? ORDER BY coalesce(part.said_from, report.published, '9999'), part.position
"""
OPTIONS = {
    "harm": "SELECT DISTINCT harm AS value FROM toll WHERE :story IS NULL OR story = :story ORDER BY 1",
    "place": "SELECT DISTINCT place AS value FROM toll JOIN shared_event ON shared_event.id = event "
    "WHERE place IS NOT NULL AND (:story IS NULL OR toll.story = :story) ORDER BY 1 LIMIT 300",
    "group": "SELECT DISTINCT who AS value FROM toll WHERE who IS NOT NULL "
    "AND (:story IS NULL OR story = :story) ORDER BY 1 LIMIT 300",
    "rule": "SELECT DISTINCT policy AS value FROM toll ORDER BY value != 'ucdp', 1",
}
CHANGE_WORDS = {str(change): words for change, words in CHANGES.items() if change} | {
    None: ("?", "not compared, or order not known")
}


def tolls(case: Case, asked: Mapping[str, Any]) -> list[Row]:
    """The tolls of one rule; those whose counts differ first. `outcome` says that in words."""
    rows = case.query(TOLLS, asked)
    return [row | {"outcome": OUTCOME.get(row["changed"], "")} for row in rows]


def options(case: Case, story: str | None) -> dict[str, list[str]]:
    """What each filter can be set to."""
    return {
        name: [row["value"] for row in case.query(sql, {"story": story} if ":story" in sql else {})]
        for name, sql in OPTIONS.items()
    }


def toll_by_rule(case: Case, name: str) -> dict[str, Row]:
    """A toll as every rule counts it, by rule; the one that has that id first. Empty if none has."""
    found: dict[str, Row] = {}
    for row in case.query(SIBLINGS, (name,)):
        found.setdefault(row["policy"], row)
    return found


def figures_of(case: Case, toll: str) -> list[Row]:
    """The figures of a toll by when they were said, with the sentences of the rule.

    `day` is the day said (or else published), `sign` and `changed` tell how it changes earlier ones,
    `used` is what the rule does with it, and `numbers` are those that the rule may take it for.
    `from_whom` stands for its report, and `label` for all that a mark in the picture says.
    """
    rows = case.query(FIGURES, (toll,))
    for row in rows:
        reasons = reasons_of(row["reasons"])
        row["sentence"] = figure_words(reasons) if reasons else row["why"]
        row["used"] = reasons[0].rule if reasons else ""
        row["numbers"] = {row["low"], row["high"]} | {
            number
            for reason in reasons
            if reason.rule in ("taken as", "read as", "no more than")
            for number in map(whole_number, reason.values)
            if number is not None
        }
        row["day"] = row["said_from"] or (row["published"] or "")[:10] or None
        row["from_whom"] = short_name(row)
        speaker = row["voice_name"] or row["speaker"] or "the outlet itself"
        row["label"] = f"{row['words']}: {speaker}, {row['from_whom']}, {row['day'] or 'undated'}"
        row["sign"], row["changed"] = CHANGE_WORDS.get(row["change"], ("", row["change"]))
    return rows


def resting_on(toll: Row, rows: list[Row]) -> dict[str, list[Row]]:
    """For the `low`, `best` and `high` of a toll, the counted figures that give that number."""
    ways = {
        "low": ("used", "left out of best"),
        "best": ("used",),
        "high": ("used", "left out of best", "used for the highest alone"),
    }
    return {
        end: [row for row in rows if row["used"] in used and toll[end] in row["numbers"]]
        for end, used in ways.items()
        if toll[end] is not None
    }
