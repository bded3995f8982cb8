"""Word documents (.docx).

The text is the document's paragraphs with a blank line between them, then its footnotes and
endnotes. A row of a table is a line, with tabs between its cells. The words of a text box follow the
paragraph in which it is anchored. Tracked changes are read as accepted. Title, byline and date lines
are in the head; captions, tables of contents, hidden and deleted words are left out, and so are page
headers, page footers and comments.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sayso.errors import UnreadableInput
from sayso.lexicon.office import office_words
from sayso.model.particulars import LeftOutKind
from sayso.model.text import Document
from sayso.read.head_lines import head_lines
from sayso.read.heads import with_head
from sayso.read.office.body import BodyReader
from sayso.read.office.frames import Paragraph, merged, words_of
from sayso.read.office.package import Package, is_package
from sayso.read.office.properties import PropertyReader, file_dates
from sayso.read.office.runs import Budget, Changes
from sayso.read.office.words import Style, StyleReader
from sayso.read.passages import Omission, Passage, joined, left_out_of, source_of, words_in
from sayso.read.reader import Format, Material, Reading, Setting
from sayso.read.seekable import seekable_stream
from sayso.read.tidy import on_one_line
from sayso.read.unpacking import UNPACK

MAIN = "word/document.xml"
PROPERTIES = "docProps/core.xml"
NOTES = ("footnotes", "endnotes")  # kinds of reference
AROUND = ("header", "footer")
OTHER_PACKAGES = (
    ("xl/", "a table of Excel", "Give it a name that ends in .xlsx."),
    ("ppt/", "a presentation", "Save its text as .txt, or its notes as .docx."),
)
PICTURES = "Recognise the words of the pictures (OCR), and save them as .txt."
MAX_AUTHORS = 5  # in a note
MAX_AUTHOR_CHARACTERS = 60
MIN_QUOTE_WORDS = 4  # of a text box that repeats words of the text
MAX_BOXES_COMPARED = 200
CHUNK = 1 << 20


@dataclass(slots=True)
class Contents:
    """What the parts of a document hold."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)
    properties: dict[str, str] = field(default_factory=dict)
    words_around: int = 0  # of page headers and footers
    words_of_comments: int = 0


def read_docx(material: Material, setting: Setting) -> Iterator[Reading]:
    """The one report of a Word document."""
    material = replace(material, stream=seekable_stream(material, setting.limits))
    package = Package.of(material, setting)
    found = _contents(package, material, setting)
    _note_changes(found, material, setting)
    yield _reading(found, material)


def _contents(package: Package, material: Material, setting: Setting) -> Contents:
    main = next(iter(package.relations("").get("officeDocument", ())), MAIN)
    for folder, what, remedy in OTHER_PACKAGES:
        if main.startswith(folder):
            raise UnreadableInput(material.name, f"it is {what}, not a document", remedy)
    if not package.has(main):
        what = "it is a zip archive without a document in it"
        raise UnreadableInput(material.name, what, UNPACK)
    parts = package.relations(main)
    found = Contents()
    optional = _Optional(package, material, setting)
    styles = StyleReader()
    optional.walk(parts.get("styles", ())[:1], styles)
    limits = setting.limits
    budget = Budget(material.name, limits.runs, limits.report_bytes, limits.holders)
    body = BodyReader(main, styles.styles, budget)
    package.walk(main, body)
    if body.foreign:
        setting.note(
            material, f"parts of it that are not in Word's format were left out: {body.foreign}"
        )
    found.paragraphs = merged(body.body.paragraphs)
    found.changes = body.changes
    for part in [part for kind in NOTES for part in parts.get(kind, ())]:
        found.paragraphs += optional.paragraphs(part, styles.styles, budget)
    for part in dict.fromkeys(part for kind in AROUND for part in parts.get(kind, ())):
        found.words_around += words_of(optional.paragraphs(part, styles.styles, budget))
    for part in parts.get("comments", ()):
        found.words_of_comments += words_of(optional.paragraphs(part, styles.styles, budget))
    if not any(one.shows for one in found.paragraphs) and package.has_pictures():
        raise UnreadableInput(material.name, "it holds pictures and no words", PICTURES)
    properties = PropertyReader()
    optional.walk([PROPERTIES] if package.has(PROPERTIES) else [], properties)
    found.properties = properties.found
    return found


@dataclass(slots=True)
class _Optional:
    """Reads parts without which the report can be read too; a broken one is a note."""

    package: Package
    material: Material
    setting: Setting

    def walk(self, parts: Sequence[str], target: StyleReader | PropertyReader | BodyReader) -> None:
        for part in parts:
            try:
                self.package.walk(part, target)
            except UnreadableInput as problem:
                self.setting.note(self.material, f"{problem.what}, so it was left out")

    def paragraphs(self, part: str, styles: dict[str, Style], budget: Budget) -> list[Paragraph]:
        reader = BodyReader(part, styles, budget)
        self.walk([part], reader)
        return reader.body.paragraphs


def _note_changes(found: Contents, material: Material, setting: Setting) -> None:
    changes = (("inserted", found.changes.inserted), ("deleted", found.changes.deleted))
    said = [
        f"{len(''.join(parts).split()):,} words {done} by {on_one_line(author)[:MAX_AUTHOR_CHARACTERS] or 'somebody'}"
        for done, written in changes
        for author, parts in list(written.items())[:MAX_AUTHORS]
    ]
    if said:
        setting.note(material, f"its tracked changes were read as accepted: {', '.join(said)}")
    if found.words_of_comments:
        setting.note(material, f"{found.words_of_comments} words of comments were left out")


def _reading(found: Contents, material: Material) -> Reading:
    shown = [one for one in found.paragraphs if one.shows]
    with_words = [one for one in shown if one.passage.length]
    head = head_lines([(one.style, one.passage.text) for one in with_words], found.properties)
    reasons = {id(with_words[number]): LeftOutKind.HEAD for number in head.numbers}
    reasons = _reasons(with_words) | reasons
    kept: list[Passage] = []
    left: list[Omission] = []
    for one in shown:
        reason = reasons.get(id(one))
        if reason:
            left.append(Omission(len(kept), 0, reason, one.passage.text))
        left += (
            Omission(len(kept), 0 if reason else cut.at, cut.kind, "".join(cut.parts))
            for cut in one.left
        )
        if one.passage.length and not reason:
            kept.append(one.passage)
    whole = joined(kept)
    left_out = left_out_of(kept, left)
    document = Document(
        name=material.name,
        text=whole.text,
        raw_sha256=_hash_of(material),
        left_out=left_out,
        words_left_out=words_in(left_out) + found.words_around + found.words_of_comments,
    )
    dates = (*head.data.dates, *file_dates(found.properties))
    return Reading(with_head(document, replace(head.data, dates=dates)), source_of(whole))


def _reasons(paragraphs: Sequence[Paragraph]) -> dict[int, LeftOutKind]:
    """Why paragraphs are left out, by the identity of the paragraph."""
    styles = office_words().styles
    reasons = {
        id(one): LeftOutKind.CAPTION if one.style in styles["caption"] else LeftOutKind.OTHER
        for one in paragraphs
        if one.style in styles["caption"] or one.style.startswith(styles["contents"])
    }
    body = "\n".join(one.passage.text for one in paragraphs if not one.in_box)
    for one in [one for one in paragraphs if one.in_box][:MAX_BOXES_COMPARED]:
        quoted = one.passage.text.strip("“”\"‘’' ")
        if len(quoted.split()) >= MIN_QUOTE_WORDS and quoted in body:
            reasons[id(one)] = LeftOutKind.PULL_QUOTE
    return reasons


def _hash_of(material: Material) -> str:
    material.stream.seek(0)
    digest = hashlib.sha256()
    while data := material.stream.read(CHUNK):
        digest.update(data)
    return digest.hexdigest()


FORMAT = Format(
    "Word document",
    read_docx,
    suffixes=frozenset({".docx", ".docm", ".dotx", ".dotm"}),
    media=frozenset({"application/vnd.openxmlformats-officedocument.wordprocessingml.document"}),
    begins=is_package,
)
