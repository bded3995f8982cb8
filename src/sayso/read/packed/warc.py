"""WARC files: what a crawler saved of web sites, one answer of a server after another.

Each page, PDF, text and feed that a server gave with the status 200 is a report. Its name is that of
the file, a colon and its address. Pictures, scripts, errors and the like are counted in one note.
The file is read from its beginning to its end, a record at a time.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from sayso.errors import UnreadableInput
from sayso.model.particulars import DateKind
from sayso.read.gunzip import MAGIC, WINDOW
from sayso.read.heads import HeadData
from sayso.read.packed.captures import (
    UNKNOWN,
    PageList,
    Tally,
    scheme_of,
    why_no_page,
    why_no_report,
)
from sayso.read.packed.labels import label_of
from sayso.read.packed.records import Damages, Record, Records
from sayso.read.packed.source import RECORD, Source
from sayso.read.packed.streams import with_unpacking
from sayso.read.reader import (
    BYTES_LOOKED_AT,
    Format,
    Material,
    Reading,
    Setting,
    part_of,
    within_part,
)
from sayso.read.served import Answer, answer_of, file_at, unpacked_answer
from sayso.read.stated_dates import stated_date
from sayso.read.unpacking import COPY_AGAIN, Unpacking

KINDS = frozenset({"response", "resource", "revisit"})


def read_warc(material: Material, setting: Setting) -> Iterator[Reading]:
    """The pages, PDFs, texts and feeds of a WARC file."""
    material, unpacking = with_unpacking(material, setting.limits)
    tally = Tally()
    yield from read_captures(material, setting, tally)
    if not unpacking.spent:
        tell_tally(material, setting, tally)


def read_captures(
    material: Material, setting: Setting, tally: Tally, listed: PageList | None = None
) -> Iterator[Reading]:
    """The reports in a WARC file that are on a list of pages. Counts them and all else."""
    material, unpacking = with_unpacking(material, setting.limits)
    captures = _Captures(material, setting, tally, listed or PageList(), unpacking)
    source = Source(material.stream, material.begin, unpacking.take_bytes)
    records = Records(source, setting.limits.answer_bytes)
    for record in records:
        if record.kind not in KINDS:
            continue  # requests, and what the crawler says of itself
        part = captures.part(record)
        if part:
            for reading in setting.read_part(part):
                yield within_part(reading, label_of(record.address), ":")
        if unpacking.spent:
            return
    _tell_damages(records.damages, material, setting)


def tell_tally(material: Material, setting: Setting, tally: Tally) -> None:
    """Notes what was passed over. Raises UnreadableInput if there was no report."""
    passed = tally.passed_over()
    if not tally.tried:
        what = f"there is no report in it, only {passed}" if passed else "there is no report in it"
        raise UnreadableInput(material.name, what, "Look whether the crawl reached its pages.")
    if passed:
        setting.note(material, f"passed over in it: {passed}")


@dataclass(frozen=True, slots=True)
class _Captures:
    """From the records of one WARC file to materials."""

    outer: Material
    setting: Setting
    tally: Tally
    listed: PageList
    unpacking: Unpacking

    def part(self, record: Record) -> Material | None:
        """The report of a record, still to be read; None if there is none, which is counted."""
        name = f"{self.outer.name}:{label_of(record.address)}"
        limit = self.setting.limits.answer_bytes
        try:
            if record.too_large:
                what = f"it is larger than {limit:,} bytes"
                raise UnreadableInput(name, what, "Leave it out.")
            answer = _answer_of_record(record)
            why_not = why_no_page(record, answer) or self._why_not_listed(record)
            if answer and not why_not:
                answer = unpacked_answer(answer, name, limit, self.unpacking.take_bytes)
                why_not = why_no_report(record.address, answer)
            if answer and not why_not and self.tally.is_repeated(record.address, answer.body):
                why_not = "repetitions"
        except UnreadableInput as problem:
            self.tally.tried += 1
            self.setting.on_problem(problem)
            return None
        if answer is None or why_not:
            self.listed.add_redirection(record.address, answer.fields if answer else {})
            self.tally.passed[why_not or ""] += 1
            return None
        self.tally.tried += 1
        return self._material(record, answer)

    def _why_not_listed(self, record: Record) -> str | None:
        on_list = self.listed.has(record.address)
        return None if on_list else "files that are none of the pages of the crawl"

    def _material(self, record: Record, answer: Answer) -> Material:
        part = part_of(
            self.outer,
            label_of(record.address),
            BytesIO(answer.body),
            answer.body[:BYTES_LOOKED_AT],
            suffix=file_at(record.address).suffix.lower() if answer.media_type in UNKNOWN else "",
            media=answer.media,
            known=_known(record, answer, self.listed.title_of(record.address)),
        )
        if answer.cut or record.head.get("warc-truncated"):
            self.setting.note(part, "it breaks off in the archive; what there is of it was read")
        return part


def _answer_of_record(record: Record) -> Answer | None:
    if record.kind == "resource":
        return Answer(200, "", {"content-type": record.head.get("content-type", "")}, record.block)
    return answer_of(record.block)


def _known(record: Record, answer: Answer, title: str | None) -> HeadData:
    words = record.head.get("warc-date", "")
    crawled, stated = stated_date(DateKind.CRAWLED, words, "WARC-Date")
    return HeadData(
        title=title,
        url=record.address if scheme_of(record.address) in ("http", "https") else None,
        crawled=crawled,
        dates=(*answer.dates(), *((stated,) if words else ())),
    )


def _tell_damages(damages: Damages, material: Material, setting: Setting) -> None:
    if damages.mended:
        number = f"{damages.mended:,} of its records"
        setting.note(material, f"{number} state a wrong length; they were read up to the next one")
    if damages.cut:
        what = "it ends in the middle of a record; what stands before that was read"
        setting.on_problem(UnreadableInput(material.name, what, COPY_AGAIN))
    if damages.lost:
        places = "1 place" if damages.lost == 1 else f"{damages.lost:,} places"
        what = f"it is damaged in {places}; what stands between was read"
        if damages.given_up:
            what = f"it is damaged in more than {places}, so the rest is not read"
        setting.on_problem(UnreadableInput(material.name, what, COPY_AGAIN))


def begins(begin: bytes) -> bool:
    """Whether the first bytes of a file, packed with gzip or not, are those of a WARC file."""
    if begin.startswith(MAGIC):
        try:
            begin = zlib.decompressobj(WINDOW).decompress(begin, len(RECORD))
        except zlib.error:
            return False
    return begin.startswith(RECORD)


FORMAT = Format(
    "WARC",
    read_warc,
    suffixes=frozenset({".warc"}),
    media=frozenset({"application/warc"}),
    begins=begins,
)
