"""Measure points on the piles marked by hand: `python -m bench.points [tune|check|blind ...]`.

Prints the figures of each set. For `tune` only, every missed point and every wrong side follow.
"""

import sys

from bench.piles.marked_piles import SETS
from bench.piles.scoring import score_sets


def main() -> int:
    """Print the figures of each set, and the errors of the set for tuning."""
    for which in sys.argv[1:] or SETS:
        if which not in SETS:
            print(f"bench: there is no {which}; there is {', '.join(SETS)}", file=sys.stderr)
            return 2
        score = score_sets([which])
        if which != "tune":
            score.notes.clear()
        print(which, *score.report_lines(), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
