"""How often Python looks for values that only point at one another."""

import gc

SELDOM = (100_000, 20, 100)


def collect_seldom() -> None:
    """Look for them seldom: facts are many and stay, and hardly any value is in a ring.

    As it comes, Python goes through all that it holds again and again while that grows, which takes
    a fifth of the time of a comparison.
    """
    gc.set_threshold(*SELDOM)
