"""Many reports in one file: tables, JSON, JSON Lines. Begin with `delimited` and `articles`."""
