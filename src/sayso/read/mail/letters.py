"""From the body of a mail to the texts in it: its sender's, and those that it quotes or passes on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.model.particulars import LeftOutKind
from sayso.read.blanks import has_words
from sayso.read.closing_lines import furniture_among
from sayso.read.mail.bodies import Body
from sayso.read.mail.intros import Intro, words_of
from sayso.read.mail.lines import Line
from sayso.read.mail.sections import Kind, Section, sections_of
from sayso.read.slices import SlicedText

MIN_WORDS_QUOTED = 5  # fewer are no report, but left out of the text that they stand in
LONGEST_GAP = 400  # between two lines of a paragraph, in characters: marks of quoting and spaces


@dataclass(slots=True)
class Letter:
    """A text by one sender."""

    kind: Kind
    intro: Intro
    sliced: SlicedText = field(default_factory=SlicedText)


def letters_of(bodies: Iterable[Body]) -> list[Letter]:
    """The texts of a mail: its sender's own from all its bodies, then the others in their order."""
    own = Letter(Kind.OWN, Intro())
    others: list[Letter] = []
    for body in bodies:
        first, *inner = sections_of(body.text, body.lines)
        _write_section(own, body, first)
        for section in inner:
            if not _is_too_short(body, section):
                others.append(Letter(section.kind, section.intro))
                _write_section(others[-1], body, section)
    return [one for one in (own, *others) if has_words(one.sliced.text) or one is own]


def _write_section(letter: Letter, body: Body, section: Section) -> None:
    """Add a section to its sender's text."""
    gaps = list(_gaps(body.text, section.lines))
    words = [words_of(body.text, one) for one in section.lines]
    furniture = furniture_among(words, ["\n\n" in gap for gap in gaps])
    inner = iter([*section.inner, (len(words) + 1, None)])
    place, child = next(inner)
    broken = True
    out: list[str] = []
    for number, line in enumerate(section.lines):
        while child is not None and place <= number:
            _leave_out_child(letter.sliced, body, child)
            place, child = next(inner)
        broken |= furniture[number]
        if furniture[number]:
            out.append(words[number])
            continue
        _leave_out_lines(letter.sliced, out)
        letter.sliced.add(
            body.text, body.source, line.start, line.end, "\n\n" if broken else gaps[number]
        )
        broken = False
    _leave_out_lines(letter.sliced, out)
    while child is not None:
        _leave_out_child(letter.sliced, body, child)
        place, child = next(inner)


def _leave_out_lines(sliced: SlicedText, out: list[str]) -> None:
    sliced.leave_out("\n".join(out))
    out.clear()


def _leave_out_child(sliced: SlicedText, body: Body, child: Section) -> None:
    """What of a section is in no report: the lines of its intro, and itself if it is short."""
    if child.stated:
        stated = "\n".join(words_of(body.text, one) for one in child.stated)
        sliced.leave_out(stated, LeftOutKind.HEAD)
    if _is_too_short(body, child):
        sliced.leave_out("\n".join(words_of(body.text, one) for one in child.lines))


def _is_too_short(body: Body, section: Section) -> bool:
    """Whether it has too few words for a report, its signature and disclaimer aside."""
    lines = [words_of(body.text, one) for one in section.lines]
    furniture = furniture_among(lines, ["\n\n" in gap for gap in _gaps(body.text, section.lines)])
    kept = [line for line, out in zip(lines, furniture, strict=True) if not out]
    if section.kind is Kind.QUOTED:
        return sum(len(line.split()) for line in kept) < MIN_WORDS_QUOTED
    return not any(map(has_words, kept))


def _gaps(text: str, lines: list[Line]) -> Iterator[str]:
    """What stands in the text before each line: nothing, a line break, or a paragraph's end."""
    last: Line | None = None
    for line in lines:
        if last is None or line.start - last.end > LONGEST_GAP or line.depth != last.depth:
            yield "\n\n"
        else:
            between = text[last.end : line.start].replace("\r\n", "\n").replace("\r", "\n")
            together = between.count("\n") == 1 and not between.strip(" \t\n>\u00a0")
            yield ("" if last.flows else "\n") if together else "\n\n"
        last = line
