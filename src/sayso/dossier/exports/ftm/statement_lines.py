"""FollowTheMoney as `ftm` has it, a statement a line: every value with its provenance."""

from sayso.dossier.exports.export import ExportFormat
from sayso.dossier.exports.ftm.entity_lines import write_statements

FORMAT = ExportFormat(
    "ftm-statements",
    ".jsonl",
    "FollowTheMoney statements, a line each: every value, as cleaned and as it stood, and since when",
    write_statements,
)
