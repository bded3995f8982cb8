"""Boxed asides: text in a frame or on a panel, with the article running beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.read.pdf.margins import PageTokens
from sayso.read.pdf.words import Line, Token
from sayso.read.places import Box

MIN_TOKENS = 8
MAX_SHARE = 0.4  # of the words of the page
MAX_HEIGHT = 0.7  # of the page
HALF = 0.3  # of the letters' size: the middle of small letters above the base line
BESIDE = 4  # words beside a box


@dataclass(frozen=True, slots=True)
class Aside:
    """A box and the words in it."""

    box: Box
    tokens: list[Token]


def take_asides(page: PageTokens) -> list[Aside]:
    """Take the words in boxes from a page."""
    asides: list[Aside] = []
    for box in page.sheet.frames:
        if box.top - box.bottom > MAX_HEIGHT * page.sheet.height:
            continue
        inside = [token for token in page.tokens if _is_in(token, box)]
        if not MIN_TOKENS <= len(inside) <= MAX_SHARE * len(page.tokens):
            continue
        if _beside(page.tokens, box) < BESIDE:
            continue
        taken = set(map(id, inside))
        page.tokens = [token for token in page.tokens if id(token) not in taken]
        asides.append(Aside(box, inside))
    return asides


def narrow(lines: Sequence[Line], obstacles: Sequence[Box]) -> None:
    """Let the column of lines that run beside a box or a picture begin or end there."""
    for box in obstacles:
        beside = [one for one in lines if box.bottom <= one.base + HALF * one.size <= box.top]
        left = [one for one in beside if one.right <= box.left < one.end]
        right = [one for one in beside if one.left >= box.right > one.start]
        end = max((one.right for one in left), default=0.0)
        start = min((one.left for one in right), default=0.0)
        for one in left:
            one.end = end
        for one in right:
            one.start = start


def _is_in(token: Token, box: Box) -> bool:
    return (
        box.left <= token.left and token.right <= box.right and box.bottom <= token.base <= box.top
    )


def _beside(tokens: Sequence[Token], box: Box) -> int:
    """How many words stand at a box's height, left or right of it."""
    return sum(
        box.bottom <= token.base <= box.top and (token.right <= box.left or token.left >= box.right)
        for token in tokens
    )
