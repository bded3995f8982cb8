"""How often Python's garbage collector runs."""

import gc

COLLECTION_THRESHOLDS = (100_000, 20, 100)


def collect_seldom() -> None:
    """Run the garbage collector rarely: facts are many, they stay, and few form cycles.

    With Python's own thresholds it takes a fifth of the time of a comparison.
    """
    gc.set_threshold(*COLLECTION_THRESHOLDS)
