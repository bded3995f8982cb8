"""Files that were made to cost much, each read in a process of its own: `python -m bench.bombs`."""
