"""Texts of any length as overlapping windows of pieces."""

from itertools import pairwise

WINDOW_PIECES = 254  # pieces in a window; with the marks at both ends 256, as in training
STRIDE_PIECES = 192


def cut_windows(
    length: int, size: int = WINDOW_PIECES, stride: int = STRIDE_PIECES
) -> list[tuple[int, int]]:
    """Windows over `length` pieces as (start, end); the last one ends where the pieces do.

    >>> cut_windows(10, size=4, stride=3)
    [(0, 4), (3, 7), (6, 10)]
    >>> cut_windows(3, size=4, stride=3)
    [(0, 3)]
    """
    if length <= size:
        return [(0, length)] if length else []
    starts = [*range(0, length - size, stride), length - size]
    return [(start, start + size) for start in starts]


def central_parts(windows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The part of each window whose answers are used: overlaps are cut in the middle.

    >>> central_parts([(0, 4), (3, 7), (6, 10)])
    [(0, 3), (3, 6), (6, 10)]
    """
    cuts = [(left[1] + right[0]) // 2 for left, right in pairwise(windows)]
    if not windows:
        return []
    return list(zip([windows[0][0], *cuts], [*cuts, windows[-1][1]], strict=True))
