"""CSV for programs: as `csv_tables`, with every text exactly as it is."""

from sayso.dossier.exports.csv_tables import write_raw_csv
from sayso.dossier.exports.export import ExportFormat

FORMAT = ExportFormat(
    "csv-raw",
    ".zip",
    "tables for programs: CSV files with every text as it is, unsafe in a spreadsheet program",
    write_raw_csv,
)
