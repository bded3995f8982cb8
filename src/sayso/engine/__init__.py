"""Work on many reports, so that one that fails costs no other.

Documents go in, their facts come out in the same order. Read `processes.py` first: it extracts in
this process (`serial.py`) or in several (`crew.py`, `worker.py`). `largest.py` finds which of many
facts cannot be compared or shown.
"""
