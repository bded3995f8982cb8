"""Exports: what a case holds goes in, one file in a format of other programs comes out.

Begin with `export`: it has the contract of a format, and `FORMATS`, the table of all of them. A format
is a module with one value, `FORMAT`. `marks` says of a thing which decisions bear on it, and `lookup`
finds facts by their ids; every format uses the two. What a format cannot hold is counted and named in
its `ExportReport`, never dropped in silence.

`tables/` has the holdings as tables, for `csv_tables`, `xlsx` (which `workbook` writes) and `parquet`;
`brief/` is the Markdown; `references` has what `ris` and `bibtex` share; `jsonl` reads back what it
writes, with `decision_wire` for the decisions.
"""
