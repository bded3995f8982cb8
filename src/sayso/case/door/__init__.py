"""What a `Case` can do, by topic; `case.py` puts it together.

`file` opens, closes, writes and checks. `readings` has what was read in the reports, and shows what changed
in them. On these two stand `intake` (what comes in and goes out), `decisions` (what people decide) and
`contents` (what lists, pages and exports ask for).
"""
