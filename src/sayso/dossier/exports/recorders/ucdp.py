"""Events in the columns of GED, the georeferenced events of the Uppsala Conflict Data Program."""

from collections.abc import Mapping

from sayso.dossier.exports.export import ExportFormat
from sayso.dossier.exports.recorders.event_rows import Cell, DeathRow, distinct
from sayso.dossier.exports.recorders.event_table import EventTable

# The 49 columns of GED since version 18.
COLUMNS = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name"),
    *("dyad_dset_id", "dyad_new_id", "dyad_name"),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("number_of_sources", "source_article", "source_office", "source_date", "source_headline"),
    *("source_original", "where_prec", "where_coordinates", "where_description"),
    *("adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid"),
    *("country", "country_id", "region", "event_clarity", "date_prec", "date_start", "date_end"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low"),
    *("gwnoa", "gwnob"),
)
CODER_COLUMNS = (
    *("id", "relid", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name"),
    *("dyad_dset_id", "dyad_new_id", "dyad_name"),
    *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b"),
    *("where_prec", "adm_1", "adm_2", "priogrid_gid", "country_id", "region", "event_clarity"),
    *("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "gwnoa", "gwnob"),
)


def ucdp_cells(row: DeathRow) -> Mapping[str, Cell]:
    """What sayso knows for GED's columns."""
    reports = row.reports
    latitude, longitude = row.spot or (None, None)
    return {
        "year": row.year,
        "number_of_sources": len(reports),
        "source_article": "; ".join(
            ", ".join(filter(None, (one.label, one.head.published, one.head.title)))
            for one in reports
        ),
        "source_office": "; ".join(distinct(one.label for one in reports)),
        "source_date": "; ".join(distinct(one.head.published or "" for one in reports)),
        "source_headline": "; ".join(distinct(one.head.title or "" for one in reports)),
        "source_original": "; ".join(row.speakers),
        "where_coordinates": row.place_words if row.spot else None,
        "where_description": row.place_words,
        "latitude": latitude,
        "longitude": longitude,
        "geom_wkt": f"POINT ({longitude} {latitude})" if row.spot else None,
        "country": row.country,
        "date_prec": 1 if row.day else None,  # 1: the exact day is known
        "date_start": row.first,
        "date_end": row.last,
        "best": row.toll.best,
        "high": row.toll.high,
        "low": row.toll.low,
    }


TABLE = EventTable("ucdp", "UCDP", COLUMNS, CODER_COLUMNS, ucdp_cells)
FORMAT = ExportFormat(
    "ucdp",
    ".csv",
    "events with deaths, in the columns of UCDP GED (CSV); what a coder decides is left empty",
    TABLE.write,
)
