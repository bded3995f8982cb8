"""Texts of any length as overlapping windows of pieces."""

from itertools import pairwise

SIZE = 254  # pieces in a window; with the marks at both ends 256, as in training
STRIDE = 192


def windows(length: int, size: int = SIZE, stride: int = STRIDE) -> list[tuple[int, int]]:
    """Windows over `length` pieces as (start, end); the last one ends where the pieces do.

    >>> windows(10, size=4, stride=3)
    [(0, 4), (3, 7), (6, 10)]
    >>> windows(3, size=4, stride=3)
    [(0, 3)]
    """
    if length <= size:
        return [(0, length)] if length else []
    starts = [*range(0, length - size, stride), length - size]
    return [(start, start + size) for start in starts]


def owned(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The part of each window that its answer is used for: overlaps are cut in the middle.

    >>> owned([(0, 4), (3, 7), (6, 10)])
    [(0, 3), (3, 6), (6, 10)]
    """
    cuts = [(left[1] + right[0]) // 2 for left, right in pairwise(spans)]
    if not spans:
        return []
    return list(zip([spans[0][0], *cuts], [*cuts, spans[-1][1]], strict=True))
