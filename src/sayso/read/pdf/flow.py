"""The pages of a PDF as one row of paragraphs, with what is no article set aside."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from sayso.model.particulars import LeftOutKind
from sayso.read.pdf.asides import narrow, take_asides
from sayso.read.pdf.columns import ColumnReader
from sayso.read.pdf.kinds import (
    body_size,
    ends_clipping,
    footnotes_of,
    is_caption,
    is_small,
    label_of,
)
from sayso.read.pdf.margins import PageTokens, take_margins
from sayso.read.pdf.paragraphs import (
    ends_sentence,
    has_room,
    is_same_size,
    paragraphs_of,
)
from sayso.read.pdf.words import Look, Paragraph, Sheet, Token, Word, tokens_of
from sayso.read.places import Box
from sayso.text.cut_words import is_cut

FLUSH = 0.1  # of the letters' size


@dataclass(frozen=True, slots=True)
class Left:
    """Words that are no part of the article."""

    kind: LeftOutKind
    words: str


Part = Paragraph | Left


@dataclass(slots=True)
class Flow:
    """Paragraphs and what was left out, in reading order.

    `labels` are those of the footnotes of each page; `continued` has the ids of paragraphs that go
    on with the one before.
    """

    parts: list[Part] = field(default_factory=list)
    body: float = 0.0
    labels: dict[int, frozenset[str]] = field(default_factory=dict)
    continued: set[int] = field(default_factory=set)
    footnote_words: int = 0
    turned_words: int = 0
    hidden_words: int = 0

    @property
    def paragraphs(self) -> list[Paragraph]:
        """The paragraphs of the article."""
        return [one for one in self.parts if isinstance(one, Paragraph)]

    def whole(self, parts: Sequence[Part]) -> list[list[Paragraph]]:
        """The paragraphs among some parts, each with those that go on with it."""
        found: list[list[Paragraph]] = []
        for one in parts:
            if isinstance(one, Left):
                continue
            if id(one) in self.continued and found:
                found[-1].append(one)
            else:
                found.append([one])
        return found

    def reports(self) -> list[list[Part]]:
        """The parts of each report: one, but for the clippings of a press database."""
        reports: list[list[Part]] = [[]]
        for one in self.parts:
            if isinstance(one, Paragraph) and ends_clipping(one.text):
                reports[-1].append(Left(LeftOutKind.OTHER, one.text))
                reports.append([])
            else:
                reports[-1].append(one)
        *found, rest = reports
        if found and not any(isinstance(one, Paragraph) for one in rest):
            found[-1] += rest
            return found
        return reports


def flow_of(sheets: Sequence[Sheet]) -> Flow:
    """The paragraphs of all pages."""
    pages = [PageTokens(one, _tokens_seen(one), []) for one in sheets]
    take_margins(pages)
    reader = ColumnReader()
    asides = [take_asides(page) for page in pages]
    columns = [
        _blocks(reader, page.tokens, page.sheet, [one.box for one in boxes])
        for page, boxes in zip(pages, asides, strict=True)
    ]
    flow = Flow(body=body_size(one for page in columns for block in page for one in block))
    said: set[str] = set()
    boxed: set[int] = set()
    for page, blocks, boxes in zip(pages, columns, asides, strict=True):
        new = [words for words in page.margins if words not in said]
        said.update(new)
        flow.parts += [Left(LeftOutKind.OTHER, words) for words in new]
        flow.parts += _unseen(page.sheet, flow)
        has_body = any(not is_small(one, flow.body) for block in blocks for one in block)
        for block in blocks:
            footnotes = footnotes_of(block, flow.body, page.sheet.height) if has_body else []
            flow.parts += _sorted_out(block, footnotes, page.sheet, flow)
        for aside in boxes:
            found = _blocks(ColumnReader(), aside.tokens, page.sheet, ())
            inside = [one for block in found for one in block]
            boxed.update(map(id, inside))
            flow.parts += inside
    flow.continued = set(_continued([one for one in flow.paragraphs if id(one) not in boxed]))
    flow.parts = list(_between_paragraphs(flow.parts, boxed, flow.continued))
    return flow


def _blocks(
    reader: ColumnReader, tokens: Sequence[Token], sheet: Sheet, boxes: Sequence[Box]
) -> list[list[Paragraph]]:
    """The paragraphs of each block of a page, with boxes that were taken from it."""
    blocks = reader.blocks_of(tokens, sheet.number)
    for block in blocks:
        narrow(block.lines, [*boxes, *(() if sheet.scanned else sheet.pictures)])
    return [paragraphs_of(block) for block in blocks]


def _between_paragraphs(
    parts: Sequence[Part], boxed: Set[int], continued: Set[int]
) -> Iterator[Part]:
    """The parts, with what stands in a box behind the paragraph that goes on around it."""
    held: list[Part] = []
    for one in parts:
        if id(one) in boxed:
            held.append(one)
            continue
        if isinstance(one, Paragraph) and id(one) not in continued:
            yield from held
            held = []
        yield one
    yield from held


def _tokens_seen(sheet: Sheet) -> list[Token]:
    return tokens_of([word for word in sheet.words if word.look is Look.SEEN])


def _unseen(sheet: Sheet, flow: Flow) -> Iterator[Left]:
    """The words of a page that are hidden or turned."""
    for look, kind in ((Look.HIDDEN, LeftOutKind.HIDDEN), (Look.TURNED, LeftOutKind.OTHER)):
        words = [one for one in sheet.words if one.look is look]
        if words:
            tokens = _words_in_file(words)
            if look is Look.HIDDEN:
                flow.hidden_words += len(tokens)
            else:
                flow.turned_words += len(tokens)
            yield Left(kind, " ".join(tokens))


def _words_in_file(words: Sequence[Word]) -> list[str]:
    """The words in the order of the file, whatever way they run."""
    found: list[str] = []
    end = -1
    for word in words:
        # PDFium may end a line behind every letter of words that run upwards.
        if found and (word.glued or word.start - end in (0, 2)):
            found[-1] += word.text
        else:
            found.append(word.text)
        end = word.start + len(word.text)
    return found


def _sorted_out(
    paragraphs: Sequence[Paragraph], footnotes: Sequence[Paragraph], sheet: Sheet, flow: Flow
) -> Iterator[Part]:
    """The paragraphs of a block, without its footnotes and captions."""
    lines = [line for one in footnotes for line in one.lines]
    labels = {label for one in lines if (label := label_of(one))}
    flow.labels[sheet.number] = flow.labels.get(sheet.number, frozenset()) | labels
    for one in paragraphs[: len(paragraphs) - len(footnotes)]:
        caption = is_caption(one, flow.body, sheet)
        yield Left(LeftOutKind.CAPTION, one.text) if caption else one
    for one in footnotes:
        flow.footnote_words += len(one.text.split())
        yield Left(LeftOutKind.OTHER, one.text)


def _continued(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """The ids of paragraphs that go on with one in another column or on another page."""
    later = [one for one in paragraphs if not one.table]
    indented = 2 * sum(one.indented for one in later) > len(later)
    for before, one in pairwise(paragraphs):
        if _goes_on(before, one, indented):
            yield id(one)


def _goes_on(before: Paragraph, one: Paragraph, indented: bool) -> bool:
    last, first = before.lines[-1], one.lines[0]
    in_column = last.page == first.page and last.start == first.start and last.end == first.end
    if in_column and last.base > first.base:
        return False  # one block, which was cut into paragraphs already
    if before.table or one.table or not is_same_size(last, first) or last.bold != first.bold:
        return False
    text = before.text
    if is_cut(text, one.text):
        return True
    if not ends_sentence(text):
        return one.text[:1].islower() or not has_room(last, first)
    # A line that is stretched to its column's end and ends a sentence stands within a paragraph.
    stretched = last.right > last.end - FLUSH * last.size
    return not one.indented and (stretched or (indented and not has_room(last, first)))
