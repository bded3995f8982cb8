"""Events in the columns of ACLED, the Armed Conflict Location & Event Data project."""

from collections.abc import Mapping

from sayso.dossier.exports.export import ExportFormat
from sayso.dossier.exports.recorders.event_rows import Cell, DeathRow, distinct
from sayso.dossier.exports.recorders.event_table import EventTable

# The columns since March 2023, when data_id, iso3 and event_id_no_cnty went.
COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision"),
    *("disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction"),
    *("civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3"),
    *("location", "latitude", "longitude", "geo_precision"),
    *("source", "source_scale", "notes", "fatalities", "tags", "timestamp"),
)
CODER_COLUMNS = (
    *("event_id_cnty", "disorder_type", "event_type", "sub_event_type"),
    *("actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction"),
    *("civilian_targeting", "iso", "region", "admin1", "admin2", "admin3", "geo_precision"),
    *("source_scale", "tags", "timestamp"),
)


def acled_cells(row: DeathRow) -> Mapping[str, Cell]:
    """What sayso knows for ACLED's columns."""
    latitude, longitude = row.spot or (None, None)
    return {
        "event_date": row.day,
        "year": row.year,
        "time_precision": 1 if row.day else None,  # 1: the actual day
        "country": row.country,
        "location": row.place_words,
        "latitude": latitude,
        "longitude": longitude,
        "source": "; ".join(distinct(report.label for report in row.reports)),
        "notes": row.notes,
        "fatalities": row.toll.best,
    }


TABLE = EventTable("acled", "ACLED", COLUMNS, CODER_COLUMNS, acled_cells)
FORMAT = ExportFormat(
    "acled",
    ".csv",
    "events with deaths, in the columns of ACLED (CSV); what a coder decides is left empty",
    TABLE.write,
)
