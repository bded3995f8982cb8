"""What the timeline asks the case."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sayso.case.case import Case

Row = dict[str, Any]

AROUND = 70  # characters of a report beside the word that tells an event

SAID = """(SELECT min(substr(report.published, 1, 10))
    FROM shared_event_mention AS mention JOIN report ON report.id = mention.report
    WHERE mention.shared = event.id) AS said"""
CHOSEN = """(:every OR on_timeline) AND (:story IS NULL OR story = :story)
    AND (:kind IS NULL OR kind = :kind) AND (:place IS NULL OR place = :place)
    AND (:event IS NULL OR event.id = :event)"""
# By when it happened, and by when it was first said; events without such a day come last. The second
# needs the day of every event: each report is read once, as its row holds a long text.
EVENTS = {
    "happened": """
SELECT event.*, NULL AS status, {said} FROM (
    SELECT * FROM shared_event AS event WHERE {chosen}
        AND (:from IS NULL OR coalesce(last, first) >= :from) AND (:to IS NULL OR first <= :to)
    ORDER BY first IS NULL, first, last, id LIMIT :limit OFFSET :offset
) AS event ORDER BY first IS NULL, first, last, id
""",
    "said": """
WITH first_said AS (
    SELECT mention.shared, min(substr(report.published, 1, 10)) AS said FROM report
    CROSS JOIN shared_event_mention AS mention ON mention.report = report.id
    WHERE :story IS NULL OR report.id IN (SELECT report FROM story_report WHERE story = :story)
    GROUP BY mention.shared
)
SELECT event.*, NULL AS status, said FROM shared_event AS event
LEFT JOIN first_said ON first_said.shared = event.id WHERE {chosen}
    AND (:from IS NULL OR said >= :from) AND (:to IS NULL OR said <= :to)
ORDER BY said IS NULL, said, first, id LIMIT :limit OFFSET :offset
""",
}
# Whether a report gives other days than the event has: days that have none in common with it.
APART = (
    "coalesce(coalesce(event.last, event.first) < shared.first "
    "OR event.first > coalesce(shared.last, shared.first), 0)"
)
MENTIONS = """
SELECT told.shared, told.nth, told.total, event.*, {apart} AS changed, report.outlet, report.title, report.name,
    report.published,
    substr(text, max(1, start + 1 - :around), min(start, :around)) AS before,
    substr(text, end + 1, :around) AS after
FROM (
    SELECT mention.shared, mention.report, mention.event, count(*) OVER same AS total,
        row_number() OVER (same ORDER BY published IS NULL, published, mention.report, mention.event) AS nth
    FROM shared_event_mention AS mention JOIN report ON report.id = mention.report
    WHERE mention.shared IN ({places}) WINDOW same AS (PARTITION BY mention.shared)
) AS told
JOIN event ON event.report = told.report AND event.id = told.event
JOIN shared_event AS shared ON shared.id = told.shared
JOIN report ON report.id = told.report
WHERE told.nth > :after AND told.nth <= :upto ORDER BY told.shared, told.nth
"""
TELLINGS = """
SELECT CASE WHEN {apart} THEN event.first ELSE coalesce(shared.first, event.first) END AS happened,
    substr(report.published, 1, 10) AS said, {apart} AS changed, count(*) AS tellings
FROM shared_event AS shared JOIN shared_event_mention AS mention ON mention.shared = shared.id
JOIN event ON event.report = mention.report AND event.id = mention.event
JOIN report ON report.id = mention.report
WHERE shared.id IN ({places}) AND coalesce(shared.first, event.first) IS NOT NULL
    AND report.published IS NOT NULL
GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""
OPTIONS = {
    "kind": "SELECT DISTINCT kind AS value FROM shared_event WHERE (:every OR on_timeline) "
    "AND (:story IS NULL OR story = :story) ORDER BY 1",
    "place": "SELECT DISTINCT place AS value FROM shared_event WHERE (:every OR on_timeline) "
    "AND (:story IS NULL OR story = :story) AND place IS NOT NULL ORDER BY 1 LIMIT 300",
}


def events(case: Case, asked: Mapping[str, Any], order: str) -> list[Row]:
    """The events that are asked for, in an order of `EVENTS`; `said` is the day of the first telling."""
    return case.query(EVENTS[order].format(said=SAID, chosen=CHOSEN), asked)


def options(case: Case, asked: Mapping[str, Any]) -> dict[str, list[str]]:
    """What the filters can be set to."""
    chosen = {name: asked[name] for name in ("story", "every")}
    return {
        name: [row["value"] for row in case.query(sql, chosen)] for name, sql in OPTIONS.items()
    }


def mentions(case: Case, shown: Sequence[Row], after: int, most: int) -> dict[str, list[Row]]:
    """Where reports tell the events, by event: `most` of each, past the first `after`.

    Every row has `total`, and `late`: how many days after the event the report came, if both have a
    day; `told` is the day that this report gives, if its days and the event's have none in common.
    """
    found: dict[str, list[Row]] = {row["id"]: [] for row in shown}
    own = {row["id"]: row for row in shown}
    names = {f"id{at}": row["id"] for at, row in enumerate(shown)}
    places = ", ".join(f":{name}" for name in names)
    values = {**names, "around": AROUND, "after": after, "upto": after + most}
    for row in case.query(MENTIONS.format(places=places, apart=APART), values):
        event = own[row["shared"]]
        row["before"], row["after"] = _from_word(row["before"]), _to_word(row["after"])
        row["told"] = row["first"] if row["changed"] else None
        dated = row if row["changed"] or not event["first"] else event
        row["late"] = days_between(dated["last"] or dated["first"], row["published"])
        found[row["shared"]].append(row)
    return found


def tellings(case: Case, shown: Sequence[Row]) -> list[Row]:
    """How often what happened on a day was told on another, for the events of a page.

    `happened` is the event's day, or the report's where its days are others: then `changed` is 1.
    """
    places = ", ".join("?" * len(shown))
    return case.query(TELLINGS.format(places=places, apart=APART), [row["id"] for row in shown])


def days_between(first: str | None, then: str | None) -> int | None:
    """The days from one day to another; None where one is not known."""
    try:
        return (date.fromisoformat((then or "")[:10]) - date.fromisoformat((first or "")[:10])).days
    except ValueError:
        return None


def _from_word(text: str) -> str:
    """The end of a text of the report, from the first whole word of the same line."""
    line = text.rsplit("\n", 1)[-1]
    return line if len(line) < AROUND else "… " + line.partition(" ")[2]


def _to_word(text: str) -> str:
    line = text.split("\n", 1)[0]
    return line if len(line) < AROUND else line.rpartition(" ")[0] + " …"
