"""Measure points against the piles made by hand: `python -m bench.points [tune|check ...]`.

Prints the figures and, below, every point that is not found and every wrong side. Choose on `tune`.
"""

import sys

from tests.points_scored import HALVES, lines, score_halves


def main() -> int:
    """Print the figures of each half; errors of the tune half alone."""
    for half in sys.argv[1:] or HALVES:
        if half not in HALVES:
            print(f"bench: there is no {half}; there is {', '.join(HALVES)}", file=sys.stderr)
            return 2
        score = score_halves([half])
        if half != "tune":
            score.notes.clear()
        print(half, *lines(score), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
