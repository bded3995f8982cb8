"""Queries of the page of one speaker. `:shared` is its id; a speaker of one report has `:report` and `:fact`."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.case.case import Case
from sayso.case.searching import escaped

Row = dict[str, Any]
MOST_POINTS = 200  # of a speaker, in which answers are looked for; the disputed ones first
MEMBER = (
    "WITH member AS (SELECT shared.report, shared.speaker FROM shared_speaker AS shared "
    "JOIN report ON report.id = shared.report WHERE shared.id = :shared AND removed IS NULL "
    "UNION ALL SELECT speaker.report, speaker.id FROM speaker "
    "JOIN report ON report.id = speaker.report "
    "WHERE speaker.report = :report AND speaker.id = :fact AND removed IS NULL) "
)
SAID = (
    "member CROSS JOIN claim ON claim.report = member.report AND claim.speaker_id = member.speaker"
)
WHEN = "substr(coalesce(report.published, ''), 1, 7)"
MEMBERS = (
    f"{MEMBER}SELECT speaker.*, report.published, report.outlet, report.title, "  # noqa: S608
    "report.name AS report_name FROM member "
    "JOIN speaker ON speaker.report = member.report AND speaker.id = member.speaker "
    "JOIN report ON report.id = member.report ORDER BY coalesce(published, '9999'), report.number"
)
BY_MONTH = (
    f"{MEMBER}SELECT {WHEN} AS month, stance, count(*) AS claims FROM {SAID} "  # noqa: S608
    "JOIN report ON report.id = claim.report GROUP BY 1, 2 ORDER BY 1"
)
CLAIMS = (
    f"{MEMBER}SELECT claim.*, report.published, report.outlet, report.title, report.name FROM {SAID} "  # noqa: S608
    "JOIN report ON report.id = claim.report WHERE (:stance = '' OR stance = :stance) "
    f"AND (:month = '' OR {WHEN} = replace(:month, 'undated', '')) "
    "ORDER BY coalesce(published, '9999'), report.number, start LIMIT :limit OFFSET :offset"
)
POINTS_OF = (
    "SELECT stand.report || '/' || stand.claim AS claim, point.id, point.title, point.state, "
    "stand.side FROM json_each(:claims) AS asked "
    "JOIN stand ON stand.report = substr(asked.value, 1, instr(asked.value, '/') - 1) "
    "AND stand.claim = substr(asked.value, instr(asked.value, '/') + 1) "
    "JOIN point ON point.id = stand.point WHERE point.status IS NOT 'rejected' ORDER BY point.id"
)
FIGURES = (
    f"{MEMBER}SELECT figure.*, report.published, report.outlet, report.title, report.name "  # noqa: S608
    f"FROM {SAID} CROSS JOIN figure ON figure.report = claim.report AND figure.claim = claim.id "
    "JOIN report ON report.id = figure.report "
    "ORDER BY coalesce(published, '9999'), report.number, figure.start LIMIT :limit"
)
DENIED = (
    f"{MEMBER}SELECT claim.report, claim.id, claim.words, claim.stance, claim.start, claim.end, "  # noqa: S608
    f"claim.status, NULL AS point FROM {SAID} JOIN report ON report.id = claim.report "
    "WHERE stance = 'denies' AND claim.status IS NOT 'rejected' "
    "ORDER BY coalesce(published, '9999'), report.number, claim.start LIMIT :most"
)
# The claims that stand against this speaker's in a point.
ANSWERS = (
    f"{MEMBER}, own AS (SELECT claim.report, claim.id, claim.words, claim.stance, claim.start, "  # noqa: S608
    f"claim.end, point.id AS point, point.title, stand.side FROM {SAID} "
    "JOIN stand ON stand.report = claim.report AND stand.claim = claim.id AND side != 'open' "
    "JOIN point ON point.id = stand.point WHERE point.status IS NOT 'rejected' "
    "AND claim.status IS NOT 'rejected' "
    "ORDER BY point.state NOT IN ('contested', 'conceded'), probability DESC, point.id "
    f"LIMIT {MOST_POINTS}) "
    "SELECT own.report AS own_report, own.id AS own_id, own.words AS own_words, "
    "own.stance AS own_stance, own.start AS own_start, own.end AS own_end, own.point, own.title AS "
    "point_title, other.report, other.id, other.start, other.end, other.words, other.stance, "
    "other.speaker, other.chain, other.status, other.source, "
    "coalesce(shared.id, other.report || '/' || other.speaker_id) AS by, "
    "report.published, report.outlet, report.title, report.name FROM own "
    "CROSS JOIN stand ON stand.point = own.point AND stand.side != own.side AND stand.side != 'open' "
    "CROSS JOIN claim AS other ON other.report = stand.report AND other.id = stand.claim "
    "JOIN report ON report.id = other.report "
    "LEFT JOIN shared_speaker AS shared "
    "ON shared.report = other.report AND shared.speaker = other.speaker_id "
    "WHERE (own.stance = 'denies' OR other.stance = 'denies') AND other.status IS NOT 'rejected' "
    "AND (other.report, other.speaker_id) NOT IN (SELECT report, speaker FROM member) "
    "ORDER BY coalesce(published, '9999'), own.report, own.id, other.report, other.start"
)
ALIKE = (
    "SELECT coalesce(shared.id, speaker.report || '/' || speaker.id) AS name, "
    "min(speaker.name) AS called FROM story_report AS here "
    "CROSS JOIN speaker ON speaker.report = here.report "
    "LEFT JOIN shared_speaker AS shared "
    "ON shared.report = speaker.report AND shared.speaker = speaker.id "
    "WHERE here.story = :story AND speaker.type = 'person' AND speaker.named "
    "AND folded(speaker.name) LIKE '% ' || :called ESCAPE '\\' GROUP BY 1 LIMIT 4"
)


def members_named(case: Case, name: Mapping[str, str | None]) -> list[Row]:
    """The speaker in each report, by time; nothing if there is no such speaker."""
    return case.query(MEMBERS, name)


def months_of(case: Case, name: Mapping[str, str | None]) -> tuple[list[str], dict[str, Row]]:
    """The months in which a speaker says something, and of each stance the claims in each month.

    A stance has `all` too. Claims of undated reports are of the month "".
    """
    months: dict[str, None] = {}
    stances: dict[str, Row] = defaultdict(lambda: {"all": 0})
    for row in case.query(BY_MONTH, name):
        months[row["month"]] = None
        stances[row["stance"]][row["month"]] = row["claims"]
        stances[row["stance"]]["all"] += row["claims"]
    ordered = sorted(months, key=lambda month: (not month, month))
    return ordered, dict(sorted(stances.items(), key=lambda item: (-item[1]["all"], item[0])))


def with_points(case: Case, claims: Sequence[Row]) -> list[Row]:
    """Claims with `points`, those that they stand in, each with the claim's `side`."""
    names = [f"{row['report']}/{row['id']}" for row in claims]
    points: dict[str, list[Row]] = defaultdict(list)
    for row in case.query(POINTS_OF, {"claims": json.dumps(names)}):
        points[row["claim"]].append(row)
    return [row | {"points": points[name]} for row, name in zip(claims, names, strict=True)]


def denials(case: Case, name: Mapping[str, str | None], most: int) -> tuple[list[Row], list[Row]]:
    """What a speaker denies, and what others deny of theirs; `most` claims of each.

    A row of the first is a claim of the speaker with `answers`, the claims that it denies, as far as
    reports of the case have them; one of the second is a claim of another with `answers`, those of this
    speaker that it denies. `point` is where they meet.
    """
    denied = case.query(DENIED, {**name, "most": most})
    theirs = {(row["report"], row["id"]): row | {"answers": []} for row in denied}
    others: dict[tuple[str, str], Row] = {}
    for row in case.query(ANSWERS, name):
        own = {
            key: row[f"own_{key}"] for key in ("report", "id", "words", "stance", "start", "end")
        } | {"point": row["point"], "status": None}
        if row["own_stance"] == "denies":
            _answered(theirs, own, row)
        else:
            _answered(others, row, own)
    return list(theirs.values())[:most], list(others.values())[:most]


def _answered(found: dict[tuple[str, str], Row], claim: Row, answer: Row) -> None:
    first = found.setdefault((claim["report"], claim["id"]), claim | {"answers": []})
    first["point"] = first["point"] or claim["point"]
    if all(
        (one["report"], one["id"]) != (answer["report"], answer["id"]) for one in first["answers"]
    ):
        first["answers"].append(answer)


def fuller_names(case: Case, member: Row) -> list[Row]:
    """Persons of the same story whose name ends with this one: "Ilsa Marn", if this is "Marn"."""
    story = case.query("SELECT story FROM story_report WHERE report = ?", (member["report"],))
    if not story or member["type"] != "person" or " " in member["name"].strip():
        return []
    called = escaped(member["name"].strip().casefold())
    return case.query(ALIKE, {"story": story[0]["story"], "called": called}) if called else []
