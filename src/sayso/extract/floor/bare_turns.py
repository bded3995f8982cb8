"""Interviews without labels: questions and answers that follow one another behind an introduction."""

import re
from collections.abc import Sequence

from sayso.extract.floor.labels import Role, Turn
from sayso.lexicon.floor import floor_words
from sayso.model.text import Span
from sayso.text.paragraphs import paragraphs
from sayso.text.quotes import OPENING
from sayso.text.words import words

MAX_QUESTION_CHARACTERS = 400
MIN_QUESTIONS = 2
BOLD = re.compile(r"(?:\*\*|__)(?=\S).{1,400}(?:\*\*|__)$", re.DOTALL)
DASHED = re.compile(r"(?:\*\*)?[—–](?:\*\*)?\s+(?=\S)")
QUOTED = frozenset(OPENING) | frozenset("\"'")

Paragraph = tuple[int, int]


def bare_turns(text: str) -> list[Turn]:
    """The turns of an interview that is printed without labels; none if its form is not sure."""
    spans = paragraphs(text)
    for find in (_dashed, _bold, _alternating):
        turns = find(text, spans)
        if turns:
            return turns
    return []


def _dashed(text: str, spans: Sequence[Paragraph]) -> list[Turn]:
    """Paragraphs that all begin with a dash, by turns a question and an answer."""
    matches = [(DASHED.match(text, *span), span) for span in spans]
    turns = [(match.end(), span) for match, span in matches if match is not None]
    asked = [_is_question(text, span) for _, span in turns]
    if len(turns) < 4 or sum(asked[::2]) < MIN_QUESTIONS or not asked[0]:
        return []
    return [
        Turn(Role.ANSWERS if at % 2 else Role.ASKS, Span(span[0], start), *_rest(start, span[1]))
        for at, (start, span) in enumerate(turns)
    ]


def _bold(text: str, spans: Sequence[Paragraph]) -> list[Turn]:
    """Bold questions, each with the answer behind it."""
    bold = [BOLD.match(text, *span) is not None for span in spans]
    asked = [one and _is_question(text, span) for one, span in zip(bold, spans, strict=True)]
    if sum(asked) < MIN_QUESTIONS or 2 * sum(asked) < sum(bold):
        return []
    return _turns(spans, bold, bold.index(True))


def _alternating(text: str, spans: Sequence[Paragraph]) -> list[Turn]:
    """Plain questions behind an introduction, by turns with answers in the first person."""
    asked = [_is_question(text, span) for span in spans]
    if True not in asked:
        return []
    first = asked.index(True)
    if not 0 < first <= 4 or first + 2 > len(spans):
        return []
    rest = spans[first:]
    if any(text[start] in QUOTED for start, _ in rest):
        return []
    strict = len(rest) % 2 == 0 and not any(asked[first + 1 :: 2])
    if strict:
        asked = [at >= first and (at - first) % 2 == 0 for at in range(len(spans))]
    elif sum(asked) < MIN_QUESTIONS:
        return []
    return _turns(spans, asked, first) if _is_talk(text, spans, asked, first) else []


def _is_talk(text: str, spans: Sequence[Paragraph], asked: Sequence[bool], first: int) -> bool:
    """Whether questions and answers speak as people do, and an introduction says so."""
    answers = [span for span, one in zip(spans[first:], asked[first:], strict=True) if not one]
    questions = [span for span, one in zip(spans[first:], asked[first:], strict=True) if one]
    lexicon = floor_words()
    personal = sum(_has(text, span, lexicon.spoken) for span in answers)
    addressed = any(_has(text, span, lexicon.addressed) for span in questions)
    introduced = any(_has(text, span, lexicon.introducing) for span in spans[:first])
    if not personal or not questions:
        return False
    return (addressed or introduced) and 3 * personal >= len(answers)


def _turns(spans: Sequence[Paragraph], asked: Sequence[bool], first: int) -> list[Turn]:
    """A turn for each question, and one for all paragraphs behind it."""
    turns: list[Turn] = []
    for at in range(first, len(spans)):
        start, end = spans[at]
        if asked[at]:
            turns.append(Turn(Role.ASKS, Span(start, start + 1), *_rest(start, end)))
        elif turns and turns[-1].role is Role.ANSWERS:
            last = turns.pop()
            turns.append(Turn(last.role, last.label, last.name, Span(last.text.start, end)))
        else:
            turns.append(Turn(Role.ANSWERS, Span(start, start + 1), *_rest(start, end)))
    return turns


def _rest(start: int, end: int) -> tuple[Span, Span]:
    return Span(start, start + 1), Span(start, end)


def _is_question(text: str, span: Paragraph) -> bool:
    start, end = span
    if end - start > MAX_QUESTION_CHARACTERS or text[start] in QUOTED:
        return False
    return text[start:end].rstrip("*_ ").endswith("?")


def _has(text: str, span: Paragraph, wanted: frozenset[str]) -> bool:
    return any(word.lower.split("'")[0].split("’")[0] in wanted for word in words(text, *span))
