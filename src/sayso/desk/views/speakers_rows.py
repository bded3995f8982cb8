"""Queries of the list of speakers. A speaker is a shared one, or one of a single report.

Nothing here goes through `v_speakers`, which groups all speakers of the case by their names.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sayso.case.case import Case
from sayso.case.searching import holding
from sayso.desk.marks import name_of

Row = dict[str, Any]
HERE = "report NOT IN (SELECT id FROM report WHERE removed IS NOT NULL)"
SHARED = (
    "SELECT shared.id, NULL AS report, min(shared.name) AS name, min(type) AS type, "  # noqa: S608
    "max(named) AS named, min(role) AS role, count(DISTINCT speaker.report) AS reports, "
    "sum(mentions) AS mentions, NULL AS status FROM shared_speaker AS shared "
    "JOIN speaker ON speaker.report = shared.report AND speaker.id = shared.speaker "
    f"WHERE shared.{HERE} {{tests}} GROUP BY shared.id "
    "ORDER BY reports DESC, mentions DESC, name, shared.id LIMIT :limit OFFSET :offset"
)
OF_SHARED = (
    "shared.id IN (SELECT one.id FROM shared_speaker AS one JOIN speaker AS other "
    "ON other.report = one.report AND other.id = one.speaker WHERE {})"
)
ALONE = (
    "FROM speaker WHERE NOT EXISTS (SELECT 1 FROM shared_speaker AS shared "  # noqa: S608
    f"WHERE shared.report = speaker.report AND shared.speaker = speaker.id) AND {HERE}"
)
SINGLE = (
    "SELECT id, report, name, type, named, role, 1 AS reports, mentions, status "
    f"{ALONE} {{tests}} ORDER BY mentions DESC, name, report, id LIMIT :limit OFFSET :offset"
)
COUNTS = (
    "SELECT (SELECT count(DISTINCT shared.id) FROM shared_speaker AS shared "  # noqa: S608
    f"WHERE shared.{HERE} {{shared}}) AS shared, "
    f"(SELECT count(*) {ALONE} {{single}}) AS single"
)
# The speakers of reports that the speakers called `:names` are.
MEMBERS = (
    "WITH asked AS (SELECT value AS name FROM json_each(:names)), member AS ("
    "SELECT shared.id AS name, report, speaker FROM asked "
    "JOIN shared_speaker AS shared ON shared.id = asked.name UNION ALL "
    "SELECT name, substr(name, 1, instr(name, '/') - 1), substr(name, instr(name, '/') + 1) "
    "FROM asked WHERE instr(name, '/')) "
)
STANCES = (
    f"{MEMBERS}SELECT member.name, stance, count(*) AS claims FROM member "  # noqa: S608
    "JOIN claim ON claim.report = member.report AND claim.speaker_id = member.speaker "
    "GROUP BY 1, 2 ORDER BY claims DESC, stance"
)
# Of all that a speaker says, what came in first; SQLite takes the other columns from that row too.
FIRST_SAID = (
    f"{MEMBERS}SELECT member.name AS said_by, min(claim.number) AS number, count(*) AS claims, "  # noqa: S608
    "claim.report, claim.id, claim.words, claim.start, claim.end, claim.status, report.outlet, "
    "report.title, report.name, report.published FROM member "
    "JOIN claim ON claim.report = member.report AND claim.speaker_id = member.speaker "
    "JOIN report ON report.id = claim.report "
    "GROUP BY member.name"
)
# Speakers that have one of some names, in the words of their report.
LIKE_THEM = (
    "WITH alike AS (SELECT coalesce(shared.id, speaker.report || '/' || speaker.id) AS name, "  # noqa: S608
    "min(speaker.name) AS called, folded(speaker.name) AS form, min(speaker.type) AS type, "
    "count(DISTINCT speaker.report) AS reports, min(speaker.report) AS report FROM speaker "
    "LEFT JOIN shared_speaker AS shared "
    "ON shared.report = speaker.report AND shared.speaker = speaker.id "
    "WHERE folded(speaker.name) IN (SELECT value FROM json_each(:called)) "
    f"AND speaker.named AND speaker.status IS NOT 'rejected' AND speaker.{HERE} "
    "GROUP BY 1 ORDER BY reports DESC, name LIMIT 200) "
    "SELECT alike.*, report.outlet, story_report.story FROM alike "
    "JOIN report ON report.id = alike.report "
    "LEFT JOIN story_report ON story_report.report = alike.report ORDER BY reports DESC, alike.name"
)
STORIES_OF = (
    "WITH asked AS (SELECT value AS name FROM json_each(:names)) "
    "SELECT DISTINCT asked.name, story FROM asked JOIN shared_speaker AS shared "
    "ON shared.id = asked.name JOIN story_report ON story_report.report = shared.report "
    "UNION SELECT asked.name, story FROM asked "
    "JOIN story_report ON report = substr(asked.name, 1, instr(asked.name, '/') - 1)"
)
MOST_LOOKALIKES = 3
ARTICLE = "the "


def speaker_rows(
    case: Case, asked: Mapping[str, str], marked: Sequence[str] | None, part: Mapping[str, int]
) -> tuple[list[Row], int]:
    """A part of the speakers that filters leave, and how many these are in all.

    Those of several reports come first, by their number. `asked` may have `name`, `type` and `story`;
    of `marked`, the names of speakers, only those are listed.
    """
    shared, single = _tests(asked, marked)
    name = holding("", "name", asked.get("name", ""))[1]
    values = {**asked, "name": name, "marked": json.dumps(marked)}
    counts = case.query(COUNTS.format(shared=shared, single=single), values)[0]
    rows = case.query(SHARED.format(tests=shared), {**values, **part})
    left = {
        "limit": part["limit"] - len(rows),
        "offset": max(0, part["offset"] - counts["shared"]),
    }
    if left["limit"]:
        rows += case.query(SINGLE.format(tests=single), {**values, **left})
    return rows, counts["shared"] + counts["single"]


def _tests(asked: Mapping[str, str], marked: Sequence[str] | None) -> tuple[str, str]:
    """The filters as SQL, for shared speakers (one of whose mentions passes) and for others."""
    tests = []
    if asked.get("name"):
        tests.append(holding("{0}.name", "name", asked["name"])[0])
    if asked.get("type"):
        tests.append("{0}.type = :type")
    if asked.get("story"):
        tests.append("{0}.report IN (SELECT report FROM story_report WHERE story = :story)")
    both = " AND ".join(tests)
    shared = [OF_SHARED.format(both.format("other"))] if both else []
    single = [both.format("speaker")] if both else []
    if marked is not None:
        shared.append("shared.id IN (SELECT value FROM json_each(:marked))")
        single.append("report || '/' || id IN (SELECT value FROM json_each(:marked))")
    return "".join(f" AND {test}" for test in shared), "".join(f" AND {test}" for test in single)


def with_stances(case: Case, rows: Iterable[Row]) -> list[Row]:
    """Rows with `stances`, pairs of a stance and how often they take it, and the sum, `claims`."""
    listed = list(rows)
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for one in case.query(STANCES, {"names": json.dumps([name_of(row) for row in listed])}):
        found[one["name"]].append((one["stance"], one["claims"]))
    return [
        row | {"stances": found[name_of(row)], "claims": sum(n for _, n in found[name_of(row)])}
        for row in listed
    ]


def first_said(case: Case, names: Iterable[str]) -> dict[str, Row]:
    """A claim of each speaker, by which one knows who it is, and how many `claims` there are."""
    rows = case.query(FIRST_SAID, {"names": json.dumps(sorted(set(names)))})
    return {row["said_by"]: row for row in rows}


def lookalikes(case: Case, rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Of each named speaker, others that may be the same one, by its name: at most three.

    They have the same name, but for "the" and capitals; or, in the same story, a person's last word.
    Each has `said`: its row of `first_said`, or None, as names alone look alike.
    """
    asked = {name_of(row): row for row in rows if row["named"] and row["status"] != "rejected"}
    if not asked:
        return {}
    called = {word for row in asked.values() for word in forms_of(row["name"], row["type"])}
    stories: dict[str, set[str]] = defaultdict(set)
    for one in case.query(STORIES_OF, {"names": json.dumps(sorted(asked))}):
        stories[one["name"]].add(one["story"])
    by_form: dict[str, list[Row]] = defaultdict(list)
    for one in case.query(LIKE_THEM, {"called": json.dumps(sorted(called))}):
        by_form[without_article(one["form"])].append(one)
    found = {}
    for name, row in asked.items():
        full = without_article(row["name"].casefold())
        alike = [
            one
            for form in sorted(
                {without_article(form) for form in forms_of(row["name"], row["type"])}
            )
            for one in by_form[form]
            if one["name"] != name
            and (form == full or (one["story"] in stories[name] and one["type"] == row["type"]))
        ]
        if alike:
            found[name] = alike[:MOST_LOOKALIKES]
    said = first_said(case, (one["name"] for alike in found.values() for one in alike))
    return {
        name: [one | {"said": said.get(one["name"])} for one in alike]
        for name, alike in found.items()
    }


def forms_of(name: str, kind: str) -> set[str]:
    """How reports may call a speaker of that type, in small letters.

    >>> sorted(forms_of("Ilsa Marn", "person"))
    ['ilsa marn', 'marn', 'the ilsa marn']
    """
    full = without_article(name.casefold())
    forms = {full, ARTICLE + full}
    if kind == "person" and " " in full:
        forms.add(full.rsplit(" ", 1)[1])
    return forms


def without_article(name: str) -> str:
    """A name in small letters without a "the" before it."""
    return name.removeprefix(ARTICLE)
