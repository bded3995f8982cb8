"""Subtitles (.vtt, .srt): what is said in a film, in paragraphs.

The words of one speaker follow one another in a paragraph, which opens with the name where the file
gives one: "ANA TELLER: We saw it." Without names, a paragraph ends at a pause, or when it is long
enough. Times, positions, styles and notes are no text, and lines that roll up are there once. Sounds
in brackets ("[applause]") are left out.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.errors import UnreadableInput
from sayso.model.particulars import LeftOutKind
from sayso.model.text import Document
from sayso.read.decode import decoded_text
from sayso.read.passages import Omission, Passage, joined, left_out_of, source_of, words_in
from sayso.read.reader import Format, Material, Reading, Setting
from sayso.read.texts.cues import Cue, CueLine, cues_of, without_rolled_lines

PAUSE = 3.0  # seconds after which a paragraph may end
LONG = 500  # characters after which a paragraph may end
TOO_LONG = 1_500  # characters after which it ends without a full stop
ENDS = (".", "!", "?", "…", "”", '"', "’", ")")
MIN_WORDS = 50  # of a text that is looked at for punctuation
WORDS_A_MARK = 100  # that a person can say at most in a sentence
NO_PUNCTUATION = "it has no punctuation, so few sentences can be told apart"


def read_subtitles(material: Material, setting: Setting) -> Iterator[Reading]:
    """The one report of a file of subtitles."""
    data = material.all_bytes(setting.limits.report_bytes)
    source = decoded_text(data, material.name, setting.on_note)
    cues = without_rolled_lines(cues_of(source, material.name))
    if not cues:
        remedy = "Save the subtitles again as .srt, or their words as .txt."
        raise UnreadableInput(material.name, "there are no subtitles in it", remedy)
    talk = _Talk()
    for cue in cues:
        talk.take(cue)
    whole = joined(talk.paragraphs())
    left_out = left_out_of(talk.paragraphs(), talk.sounds)
    text = whole.text
    if _lacks_punctuation(text):
        setting.note(material, NO_PUNCTUATION)
    document = Document(
        name=material.name,
        text=text,
        raw_sha256=hashlib.sha256(data).hexdigest(),
        left_out=left_out,
        words_left_out=words_in(left_out),
    )
    yield Reading(document, source_of(whole))


@dataclass(slots=True)
class _Talk:
    """The paragraphs so far, and the one in hand; `sounds` are not among their words."""

    done: list[Passage] = field(default_factory=list)
    passage: Passage = field(default_factory=Passage)
    speaker: str | None = None
    until: float = 0.0  # the end of the last cue
    last: str = ""  # the last words
    sounds: list[Omission] = field(default_factory=list)

    def take(self, cue: Cue) -> None:
        """Adds the words of a cue."""
        if self._may_end() and cue.start - self.until >= PAUSE:
            self._end()
        for line in cue.lines:
            self._take_line(line)
        self.until = cue.end

    def paragraphs(self) -> Sequence[Passage]:
        """All paragraphs."""
        return [*self.done, self.passage] if self.passage.length else self.done

    def _take_line(self, line: CueLine) -> None:
        if line.sound:
            at = self.passage.length
            self.sounds.append(Omission(len(self.done), at, LeftOutKind.OTHER, line.text))
            return
        named = line.speaker is not None and line.speaker != self.speaker
        if named or line.changes or self._is_long():
            self._end()
        if named:
            self.speaker = line.speaker
        elif line.changes:
            self.speaker = None
        if self.passage.length:
            self.passage.put(" ")
        if named and line.label is not None:
            self.passage.join(line.label)
            self.passage.put(" ")
        self.passage.join(line.words)
        self.last = line.text

    def _is_long(self) -> bool:
        length = self.passage.length
        return length > TOO_LONG or (length > LONG and self.last.endswith(ENDS))

    def _may_end(self) -> bool:
        return bool(self.passage.length) and (
            self.last.endswith(ENDS) or self.passage.length > LONG
        )

    def _end(self) -> None:
        if self.passage.length:
            self.done.append(self.passage)
            self.passage = Passage()


def _lacks_punctuation(text: str) -> bool:
    words = len(text.split())
    marks = sum(text.count(mark) for mark in ".?!")
    return words >= MIN_WORDS and marks * WORDS_A_MARK < words


FORMAT = Format(
    "subtitles",
    read_subtitles,
    suffixes=frozenset({".vtt", ".srt"}),
    media=frozenset({"text/vtt", "application/x-subrip"}),
    begins=lambda begin: begin.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT"),
)
