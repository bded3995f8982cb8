"""Tokens on one base line."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.read.pdf.words import Line, Token, Word, commonest_size, is_leftward, tokens_of

ONE_BASE = 0.45  # of the letters' size
RAISED, CLOSE = 0.8, 0.12  # of the letters' size
INITIAL = 1.8  # times the size of the others: a letter with which a text begins
MAX_INITIALS = 50  # of a column
CAPITALS = 0.8  # of the letters' size: how high capitals are, and a little more
ONE_LETTER_WORDS = frozenset("AIO")
SPACED_LETTERS = 4  # as many letters by themselves are a word that is spaced out
MORE_THAN_SPACED = 1.6  # times the least space between them


def usual_size(tokens: Iterable[Token]) -> float:
    """The size that most characters have, in steps of half a point."""
    return commonest_size((token.size, len(token.text)) for token in tokens) or 1.0


def rows_of(tokens: Iterable[Token]) -> list[list[Token]]:
    """Tokens by their base lines, from top to bottom; each row from left to right."""
    rows: list[list[Token]] = []
    base = size = 0.0
    for token in sorted(tokens, key=lambda one: (-one.base, one.left)):
        if not rows or base - token.base > ONE_BASE * max(size, token.size):
            rows.append([])
            base, size = token.base, token.size
        rows[-1].append(token)
    for row in rows:
        row.sort(key=lambda one: one.left)
    return rows


def lines_of(tokens: Sequence[Token], page: int, start: float, end: float) -> list[Line]:
    """The lines of a column that reaches from `start` to `end`."""
    tokens, initials = _without_initials(tokens)
    lines = [line_of(row, page, start, end) for row in rows_of(tokens)]
    for initial in initials:
        lines = _with_initial(initial, lines, page, start, end)
    return lines


def _without_initials(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """The tokens without the large letters with which a text begins, and those letters."""
    least = INITIAL * usual_size(tokens)
    large = [one.base for one in tokens if one.size >= least]
    if len(large) > MAX_INITIALS:
        return list(tokens), []
    rest: list[Token] = []
    initials: list[Token] = []
    for token in tokens:
        first = token.words[0]
        if first.size < least or len(first.text) > 1 or not _is_alone(first, large):
            rest.append(token)
            continue
        initials += tokens_of([first])
        if token.words[1:]:
            rest += tokens_of([replace(token.words[1], glued=False), *token.words[2:]])
    return rest, initials


def _is_alone(word: Word, large: Sequence[float]) -> bool:
    """Whether a large letter stands on no base line of other large ones."""
    beside = sum(abs(base - word.base) < ONE_BASE * word.size for base in large)
    return word.text.isalpha() and beside <= 1


def _with_initial(
    initial: Token, lines: list[Line], page: int, start: float, end: float
) -> list[Line]:
    """The lines with a large first letter before the uppermost of those that stand beside it."""
    top = initial.base + CAPITALS * initial.size
    beside = [
        one
        for one in lines
        if initial.base - 1 <= one.base <= top
        and 0 <= one.left - initial.left < INITIAL * initial.size
    ]
    if not beside:
        alone = line_of([initial], page, start, end)
        return sorted([*lines, alone], key=lambda one: -one.base)
    words = {token.text for line in lines for token in line.tokens[1:]}
    first = beside[0].tokens[0]
    if initial.text in ONE_LETTER_WORDS and first.text in words:
        beside[0].tokens.insert(0, initial)
    else:
        both = [*initial.words, *first.words]
        beside[0].tokens[0] = Token(both, initial.left, first.right, first.base, first.size)
    for one in beside:
        one.left = initial.left
    return lines


def line_of(
    row: list[Token],
    page: int,
    start: float,
    end: float,
    cells: frozenset[int] = frozenset(),
) -> Line:
    """The line of tokens that are in order."""
    size = usual_size(row)
    base = next((one.base for one in row if abs(one.size - size) <= 0.5), row[0].base)
    bold = all(word.bold for token in row for word in token.words)
    left, right = min(one.left for one in row), max(one.right for one in row)
    row = _with_raised(row)
    tokens = row if cells else _with_whole_words(_in_order(row))
    return Line(page, tokens, left, right, base, size, start, end, bold, cells)


def _with_raised(row: list[Token]) -> list[Token]:
    """The tokens of a row, small raised ones together with the token that they stand close behind."""
    joined = row[:1]
    for token in row[1:]:
        last = joined[-1]
        small = token.size < RAISED * last.size and token.base > last.base
        if small and abs(token.left - last.right) < CLOSE * last.size:
            words = [*last.words, *token.words]
            joined[-1] = Token(words, last.left, token.right, last.base, last.size)
        else:
            joined.append(token)
    return joined


def _in_order(row: list[Token]) -> list[Token]:
    """The tokens as they are read: a row with words from right to left keeps the file's order."""
    if any(is_leftward(ord(one)) for token in row for one in token.text):
        return sorted(row, key=lambda one: one.words[0].start)
    return row


def _with_whole_words(row: list[Token]) -> list[Token]:
    """The tokens, those together that are the letters of a word that is spaced out."""
    if len(row) < SPACED_LETTERS:
        return row
    whole: list[Token] = []
    run: list[Token] = []
    for token in [*row, None]:
        if token is not None and len(token.text) == 1 and token.text.isalpha():
            run.append(token)
            continue
        whole += _joined_letters(run) if len(run) >= SPACED_LETTERS else run
        run = []
        if token is not None:
            whole.append(token)
    return whole


def _joined_letters(letters: list[Token]) -> list[Token]:
    gaps = [right.left - left.right for left, right in pairwise(letters)]
    most = MORE_THAN_SPACED * max(min(gaps), 0.1 * letters[0].size)
    words = [[letters[0]]]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > most:
            words.append([])
        words[-1].append(letter)
    return [_one_token(word) for word in words]


def _one_token(letters: list[Token]) -> Token:
    words = [word for letter in letters for word in letter.words]
    first = letters[0]
    return Token(words, first.left, letters[-1].right, first.base, first.size)
