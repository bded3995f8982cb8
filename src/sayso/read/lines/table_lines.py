"""The lines of a table, read as a stream, with the hash of each row's bytes."""

import codecs
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.errors import UnreadableInput
from sayso.read.decode import byte_order_mark, decoded_text
from sayso.read.reader import Material, Setting

CHUNK = 1 << 20
QUOTES = "A quotation mark may be missing: check the row."
CONVERT = "Convert it, with the encoding it is in: iconv -f windows-1252 -t utf-8 old > new"


@dataclass(slots=True)
class TableLines:
    """The lines of a text, with their ends; `digest` is that of the row in hand, so far."""

    material: Material
    setting: Setting
    encoding: str = "utf-8"
    digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    number: int = 1  # of the row in hand
    source: Iterator[str] | None = None

    def __iter__(self) -> Iterator[str]:
        self.source = self.source or self._all()
        return self

    def __next__(self) -> str:
        line = next(self.source or iter(()))
        self.digest.update(line.encode(self.encoding, "replace"))
        return line

    def begin_row(self) -> None:
        """Counts a row, and begins its hash."""
        self.number += 1
        self.digest = hashlib.sha256()

    def _all(self) -> Iterator[str]:
        rest = ""
        for text in self._texts():
            text = rest + text
            at = 0
            while (end := text.find("\n", at)) >= 0:  # a list of short lines would be very large
                yield text[at : end + 1]
                at = end + 1
            rest = text[at:]
            self._check_length(rest)
        if rest:
            yield rest

    def _texts(self) -> Iterator[str]:
        """The text, in parts."""
        material, limit = self.material, self.setting.limits.report_bytes
        data = material.stream.read(limit + 1)
        if len(data) <= limit:
            text = decoded_text(data, material.name, self.setting.on_note)
            self.encoding = _encoding_of(data)
            yield text if "\n" in text else text.replace("\r", "\n")
            return
        mark, self.encoding = byte_order_mark(data)
        decoder = codecs.getincrementaldecoder(self.encoding)()
        data = data[len(mark) :]
        while data:
            yield self._decoded(decoder, data)
            data = material.stream.read(CHUNK)

    def _decoded(self, decoder: codecs.IncrementalDecoder, data: bytes) -> str:
        try:
            return decoder.decode(data)
        except UnicodeDecodeError as error:
            what = f"it is not {self.encoding.upper()} text somewhere after row {self.number:,}"
            raise UnreadableInput(self.material.name, what, CONVERT) from error

    def _check_length(self, line: str) -> None:
        limit = self.setting.limits.report_bytes
        if len(line) > limit:
            what = f"it has a line of more than {limit:,} characters after row {self.number:,}"
            raise UnreadableInput(self.material.name, what, QUOTES)


def _encoding_of(data: bytes) -> str:
    mark, encoding = byte_order_mark(data)
    try:
        data[len(mark) :].decode(encoding)
    except UnicodeDecodeError:
        return "cp1252"
    return encoding
