"""Measure points against the piles made by hand: `python -m bench.points [tune|check|blind ...]`.

Prints the figures and, below, every point that is not found and every wrong side. Choose on `tune`.
"""

import sys

from bench.piles.scoring import SETS, lines, score_sets


def main() -> int:
    """Print the figures of each set; errors of the set for choosing alone."""
    for which in sys.argv[1:] or SETS:
        if which not in SETS:
            print(f"bench: there is no {which}; there is {', '.join(SETS)}", file=sys.stderr)
            return 2
        score = score_sets([which])
        if which != "tune":
            score.notes.clear()
        print(which, *lines(score), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
