import csv
import io
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from sayso.dossier.exports.csv_tables import FORMULA
from sayso.dossier.exports.recorders import acled, ucdp
from sayso.dossier.exports.recorders.event_rows import SAYSO_COLUMNS
from sayso.model.comparison import Comparison, Quote, Toll
from sayso.model.decisions import Holdings
from sayso.model.happening import Harm
from tests.dossier.exports.held import demo, documents, hostile
from tests.dossier.exports.other_programs import demo_bytes, hostile_bytes, hostile_for
from tests.dossier.exports.writing import export

TABLES = {"acled": acled.TABLE, "ucdp": ucdp.TABLE}
# The columns as ACLED's codebook (2023) and UCDP's files of GED have them.
ACLED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 "
    "assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region "
    "country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale "
    "notes fatalities tags timestamp"
)
UCDP = (
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id "
    "conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a "
    "side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date "
    "source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 "
    "latitude longitude geom_wkt priogrid_gid country country_id region event_clarity date_prec "
    "date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"
)
NAMES = tuple(TABLES)


def parsed(written: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written.decode(), newline="")))


@cache
def rows(name: str, which: str = "demo") -> list[dict[str, str]]:
    return parsed(demo_bytes(name) if which == "demo" else hostile_bytes(name))


def death_tolls(name: str, comparison: Comparison) -> list[Toll]:
    return [
        toll
        for toll in comparison.tolls
        if (toll.policy, toll.harm) == (name, Harm.KILLED) and toll.event is not None
    ]


@pytest.mark.parametrize(("name", "columns"), [("acled", ACLED), ("ucdp", UCDP)])
def test_the_columns_are_those_of_the_codebook_and_then_ours(name: str, columns: str):
    assert tuple(rows(name)[0]) == (*columns.split(), *SAYSO_COLUMNS)


@pytest.mark.parametrize("name", NAMES)
def test_a_row_is_a_toll_of_the_dead_in_an_event(name: str):
    tolls = death_tolls(name, demo().comparison)
    assert [row["sayso_toll"] for row in rows(name)] == [toll.id for toll in tolls]
    assert [row["sayso_event"] for row in rows(name)] == [toll.event for toll in tolls]
    of_event = Counter(row["sayso_event"] for row in rows(name))
    for row, toll in zip(rows(name), tolls, strict=True):
        numbers = [toll.low, toll.best, toll.high]
        written = [row["sayso_low"], row["sayso_best"], row["sayso_high"]]
        assert written == ["" if number is None else str(number) for number in numbers]
        assert row["sayso_rows_of_event"] == str(of_event[row["sayso_event"]])
        assert row["sayso_figures"] == str(len(toll.figures))


def test_the_number_of_each_is_that_of_its_policy():
    for row in rows("acled"):
        assert row["fatalities"] == row["sayso_best"]
        assert row["sayso_policy"] == "acled"
    for row in rows("ucdp"):
        written = [row["low"], row["best"], row["high"]]
        assert written == [row["sayso_low"], row["sayso_best"], row["sayso_high"]]


@pytest.mark.parametrize("name", NAMES)
def test_what_a_coder_decides_is_empty_and_named(name: str):
    table = TABLES[name]
    assert set(table.coder_columns) < set(table.columns)
    for row in rows(name):
        assert not any(row[column] for column in table.coder_columns)
    named = ", ".join(table.coder_columns)
    report = export(name, demo())[1]
    assert any(
        line.startswith(f"{len(rows(name))} rows without {named}:") for line in report.left_out
    )


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_known_is_empty_and_counted(name: str):
    table = TABLES[name]
    lines = [
        line for line in export(name, demo())[1].left_out if line.endswith("nothing is guessed")
    ]
    told = {
        column: int(line.split(" ")[0])
        for line in lines
        for column in line.partition(" rows without ")[2].partition(":")[0].split(", ")
    }
    known = [column for column in table.columns if column not in table.coder_columns]
    empty = {column: sum(not row[column] for row in rows(name)) for column in known}
    assert told == {column: count for column, count in empty.items() if count}


@pytest.mark.parametrize("name", NAMES)
def test_tolls_that_are_no_row_are_counted(name: str):
    others = Counter(
        str(toll.harm)
        for toll in demo().comparison.tolls
        if toll.policy == name and toll.harm is not Harm.KILLED
    )
    lines = export(name, demo())[1].left_out
    assert others
    for harm, count in others.items():
        assert f"{count} tolls of {harm}: {TABLES[name].recorder} counts the dead alone" in lines
    assert "1 tolls of the dead: no event is known to which they belong" in lines


def test_a_day_is_written_only_where_it_is_one():
    for row in rows("acled"):
        one_day = row["sayso_from"] == row["sayso_to"] != ""
        assert row["event_date"] == (row["sayso_from"] if one_day else "")
        assert row["time_precision"] == ("1" if one_day else "")
    for row in rows("ucdp"):
        assert (row["date_start"], row["date_end"]) == (row["sayso_from"], row["sayso_to"])
        assert row["date_prec"] == ("1" if row["date_start"] == row["date_end"] != "" else "")
    assert any(row["event_date"] for row in rows("acled"))


def test_days_that_are_several_have_no_event_date():
    held = demo()
    first = min(event.first for event in held.comparison.events if event.first)
    wide = tuple(
        replace(event, first=first) if event.first else event for event in held.comparison.events
    )
    later = parsed(
        export("acled", replace(held, comparison=replace(held.comparison, events=wide)))[0]
    )
    changed = [row for row in later if row["sayso_from"] != row["sayso_to"]]
    assert changed
    for row in changed:
        assert not row["event_date"]
        assert not row["year"] or row["sayso_from"][:4] == row["sayso_to"][:4]


def test_notes_quote_every_report_that_counts():
    texts = [document.text for document in documents(demo()).values()]
    for row in rows("acled"):
        notes = row["notes"]
        quoted = [part.partition(": “")[2].removesuffix("”") for part in notes.split("”\n")]
        assert all(words for words in quoted)
        for words in quoted:
            assert any(words in text for text in texts), words
        labels = row["source"].split("; ")
        assert all(any(line.startswith(label) for line in notes.split("\n")) for label in labels)


@pytest.mark.parametrize("name", NAMES)
def test_the_reasons_of_the_policy_stand_beside_the_number(name: str):
    for row in rows(name):
        assert len(row["sayso_why"].splitlines()) >= int(row["sayso_figures"])
        for label in (row.get("source") or row["source_office"]).split("; "):
            assert label in row["sayso_why"]


@pytest.mark.parametrize("name", NAMES)
def test_what_people_did_is_told(name: str):
    ((figure, number),) = demo().added.items()
    changed = [row for row in rows(name) if row["sayso_figures_by_person"] != "0"]
    members = {
        toll.id
        for toll in death_tolls(name, demo().comparison)
        if figure in {f"{one.document}/{one.figure}" for one in toll.figures}
    }
    assert {row["sayso_toll"] for row in changed} == members
    for row in changed:
        assert f"{number} correct (A. Reader)" in row["sayso_decisions"]


@pytest.mark.parametrize("name", NAMES)
def test_no_cell_is_a_formula(name: str):
    assert len(rows(name, "hostile")) == len(hostile().comparison.tolls)
    for row in rows(name, "hostile"):
        for cell in row.values():
            numeric = cell.removeprefix("-").replace(".", "").isdecimal()
            assert numeric or not FORMULA.match(cell), cell


@pytest.mark.parametrize("name", NAMES)
def test_coordinates_are_those_of_the_place_that_the_event_names(name: str):
    held = _placed(hostile_for(name))
    for row in parsed(export(name, held)[0]):
        assert (row["latitude"], row["longitude"]) == ("1.5", "-20.25")
    for row in rows(name, "hostile"):  # there the event's place is other words
        assert (row["latitude"], row["longitude"]) == ("", "")
    if name == "ucdp":
        assert parsed(export(name, held)[0])[0]["geom_wkt"] == "POINT (-20.25 1.5)"


def _placed(held: Holdings) -> Holdings:
    """The holdings with events whose place is the one that the reports' events have."""
    places = {
        (facts.document.id, event.id): event.place.span
        for facts in held.comparison.facts
        for event in facts.events
        if event.place
    }
    events = tuple(
        replace(event, place=Quote(one.document, places[one.document, one.event]))
        for event in held.comparison.events
        for one in event.mentions[:1]
    )
    return replace(held, comparison=replace(held.comparison, events=events))
