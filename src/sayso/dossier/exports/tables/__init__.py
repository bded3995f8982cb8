"""Holdings as tables, for every format that has rows: CSV, XLSX, Parquet.

Begin with `table`. `all_tables` lists the tables in their order; the others are one subject a file.
"""
