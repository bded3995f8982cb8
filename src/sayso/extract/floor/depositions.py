"""Depositions: who asks and answers under the letters Q and A, and who cuts in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.extract.floor.labels import Labelled, Role, named_label
from sayso.lexicon.floor import floor_words
from sayso.model.text import Span

# "BY MS. ROLL:", "CROSS-EXAMINATION BY MR. OREL"
EXAMINER = re.compile(
    r"(?:[A-Z-]+[- ]EXAMINATION )?BY (?P<name>(?:MS|MR|MRS|DR|MISS)\.? [^\W\d_]+(?:[ -][^\W\d_]+)*):?"
)


def with_speakers(
    text: str, spans: Sequence[tuple[int, int]], letters: Sequence[Labelled]
) -> Iterator[Labelled]:
    """Labelled paragraphs with letters, the names of those who ask and answer, and named ones between."""
    lettered = {one.paragraph: one for one in letters}
    named = dict(_named_between(text, spans, lettered))
    witness = next((one.name for one in named.values() if _is_witness(text, one.name)), None)
    examiner: Span | None = None
    for number, span in enumerate(spans):
        by = EXAMINER.fullmatch(text, *span)
        if by is not None:
            examiner = Span(*by.span("name"))
        elif number in lettered:
            one = lettered[number]
            yield replace(one, speaker=examiner if one.role is Role.ASKS else witness)
        elif number in named:
            yield named[number]


def _named_between(
    text: str, spans: Sequence[tuple[int, int]], lettered: Mapping[int, Labelled]
) -> Iterator[tuple[int, Labelled]]:
    """The paragraphs behind the first letter that open with a name in capitals, by their numbers."""
    for number in range(min(lettered), len(spans)):
        one = named_label(text, number, spans[number]) if number not in lettered else None
        if one is not None and text[one.name.start : one.name.end].isupper():
            yield number, replace(one, role=Role.NAMED)


def _is_witness(text: str, name: Span) -> bool:
    return text[name.start : name.end].lower().split()[-1] in floor_words().witnesses
