"""The cues of a file of subtitles: when each is shown, who speaks, the words of each line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from itertools import pairwise

from sayso.errors import UnreadableInput
from sayso.read.passages import Passage
from sayso.read.places import Place

LINE = re.compile(r"[^\n]*\n?")
TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
TIMES = re.compile(rf"[ \t]*{TIME}[ \t]*-->[ \t]*{TIME}")
MARK = re.compile(
    r"<v(?:\.[^\s<>]{0,60})?[ \t]+(?P<voice>[^<>\n]{1,120})>|(?P<tag></?[^<>\n]{0,200}>)"
    r"|(?P<position>\{\\?[a-zA-Z]{1,3}[^{}\n]{0,60}\})"
    r"|(?P<entity>&(?:amp|lt|gt|nbsp|quot|lrm|rlm|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)"
)
TIMED_WORD = re.compile(r"<\d{1,2}:\d\d:\d\d[.,]\d{3}>")
CHANGE = re.compile(r"[ \t]*(?:>>+|&gt;&gt;(?:&gt;)*)[ \t]*|[ \t]*[-–—‐][ \t]*(?=[^\W\d_]|[“\"‘'])")
# "ANA TELLER: ", "Mayor Ivo Tarn: "
LABEL = re.compile(r"[^\W\d_a-z][\w.’'-]{0,30}(?:[ \t]+[\w.’'-]{1,30}){0,4}:[ \t]+\S")
SOUND = re.compile(r"[ \t]*(?:\[[^\[\]]*\]|\([^()]*\)|[♪♫][^♪♫]*[♪♫]?)[ \t]*")
MAX_LINES = 100_000  # that are shown; a whole day of talk has fewer
MAX_MARKS = 500_000  # automatic subtitles have three for each word
ROLLED_SHARE = 0.3  # of the cues; then lines roll up
MIN_ROLLED = 3
MAX_ROLLED = 4  # lines; no player shows more
GAP = 1.0  # seconds between two cues of which the second repeats the first


@dataclass(slots=True)
class CueLine:
    """A line of a cue, without marks.

    `speaker` is the name that the line gives, `label` that name as it goes into the text. `changes`
    says that another speaker begins, named or not; `sound` that the line is a sound in brackets.
    """

    words: Passage = field(default_factory=Passage)
    speaker: str | None = None
    label: Passage | None = None
    changes: bool = False
    sound: bool = False

    @property
    def text(self) -> str:
        """The words."""
        return self.words.text


@dataclass(frozen=True, slots=True)
class Cue:
    """Lines that are shown together; `start` and `end` are seconds."""

    start: float
    end: float
    lines: tuple[CueLine, ...]
    timed: bool = False  # its words have times of their own, as automatic ones have


def cues_of(source: str, name: str) -> list[Cue]:
    """The cues of a file, in its order. Raises UnreadableInput where it has too many lines."""
    found: list[Cue] = []
    times: re.Match[str] | None = None
    lines: list[CueLine] = []
    timed = False
    lines_left, marks_left = MAX_LINES, MAX_MARKS
    voice: re.Match[str] | None = None
    for line in LINE.finditer(source):
        text = line.group().rstrip("\r\n")
        opening = TIMES.match(text)
        if opening or not text.strip():
            if times:
                found.append(_cue(times, lines, timed))
            times, lines, timed, voice = opening, [], False, None
        elif times:
            timed = timed or TIMED_WORD.search(text) is not None
            lines_left -= 1
            marks_left -= source.count("<", *line.span())
            if lines_left < 0 or marks_left < 0:
                what = f"it has more than {MAX_LINES:,} lines, or {MAX_MARKS:,} marks in them"
                raise UnreadableInput(name, what, "Split it.")
            one, voice = _cue_line(source, line.start(), line.start() + len(text), voice)
            if one.words.length:
                lines.append(one)
    if times:
        found.append(_cue(times, lines, timed))
    return [cue for cue in found if cue.lines]


def _cue(times: re.Match[str], lines: Sequence[CueLine], timed: bool) -> Cue:
    start, end = _seconds(times.groups()[:4]), _seconds(times.groups()[4:])
    return Cue(start, end, tuple(lines), timed)


def _seconds(parts: Sequence[str | None]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    return 3600 * int(hours) + 60 * int(minutes) + int(seconds) + int(fraction.ljust(3, "0")) / 1000


def _cue_line(
    source: str, start: int, end: int, voice: re.Match[str] | None
) -> tuple[CueLine, re.Match[str] | None]:
    """A line without its marks, and the voice that goes on in the next line of the cue."""
    line = CueLine()
    change = CHANGE.match(source, start, end)
    at = change.end() if change else start
    speaker = voice
    for mark in MARK.finditer(source, at, end):
        line.words.take(source[at : mark.start()], _place(at))
        at = mark.end()
        if mark["voice"]:
            voice = speaker = mark
        elif mark["entity"]:
            line.words.take(unescape(mark["entity"]), _place(mark.start()), mark["entity"])
        elif mark["tag"] and mark["tag"].startswith("</v"):
            voice = None
    line.words.take(source[at:end], _place(at))
    line.words = line.words.trimmed()
    if speaker:
        line.speaker, line.label = speaker["voice"].strip(), _label(source, speaker)
    line.changes = change is not None or LABEL.match(line.text) is not None
    line.sound = SOUND.fullmatch(line.text) is not None
    return line, voice


def _label(source: str, mark: re.Match[str]) -> Passage:
    """A name in a tag as it stands in the text: the last sign of the tag, ">", is read as a colon."""
    start, end = mark.span("voice")
    label = Passage()
    label.take(source[start:end], _place(start))
    label = label.trimmed()
    label.take(":", _place(end), ">")
    return label


def _place(offset: int) -> Place:
    return Place(offset, source=offset)


def without_rolled_lines(cues: Sequence[Cue]) -> list[Cue]:
    """The cues without the lines that each repeats of the one before, where lines roll up."""
    repeated = [0, *(_repeated(before, cue) for before, cue in pairwise(cues))]
    rolling = sum(map(bool, repeated))
    timed = any(cue.timed for cue in cues)
    if rolling < MIN_ROLLED or not (timed or rolling > ROLLED_SHARE * len(cues)):
        return list(cues)
    kept = [
        replace(cue, lines=cue.lines[number:]) for cue, number in zip(cues, repeated, strict=False)
    ]
    return [cue for cue in kept if cue.lines]


def _repeated(before: Cue, cue: Cue) -> int:
    """How many lines at a cue's beginning are the last of the cue before."""
    if cue.start - before.end > GAP:
        return 0
    old = [" ".join(line.text.split()) for line in before.lines[-MAX_ROLLED:]]
    new = [" ".join(line.text.split()) for line in cue.lines[:MAX_ROLLED]]
    most = min(len(old), len(new))
    return next((size for size in range(most, 0, -1) if old[-size:] == new[:size]), 0)
