"""What hangs on a mail: files, and mails that it passes on. Each is read by the reader of its format."""

import re
from collections.abc import Iterator
from io import BytesIO

from sayso.read.mail.parts import Part
from sayso.read.reader import BYTES_LOOKED_AT, Material, Reading, Setting, part_of, within_part
from sayso.read.table import format_of
from sayso.read.tidy import on_one_line

MAIL = "message/rfc822"
SEPARATORS = re.compile(r"[/\\:]+")
MAX_NAME_CHARACTERS = 100
MAX_NAMED = 5  # attachments that a note names
SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}$")


class Attachments:
    """The attachments of one mail. Their names are made safe and never used as paths."""

    def __init__(self, material: Material, setting: Setting) -> None:
        self.material, self.setting = material, setting
        self.names: dict[str, int] = {}
        self.unread: list[str] = []
        self.mails = 0

    def read(self, part: Part, number: int) -> Iterator[Reading]:
        """The reports in an attachment; none if no reader knows its format. `number` counts mails."""
        data, wrong = part.data()
        one = self._material_of(part, data, number)
        if not data or format_of(one) is None:
            self.unread.append(one.name.removeprefix(f"{self.material.name}:"))
            return
        if wrong:
            self.setting.note(one, wrong)
        for reading in self.setting.read_part(one):
            yield within_part(reading, part.number, "/")

    def tell_unread(self) -> None:
        """Note which attachments were not read."""
        if not self.unread:
            return
        named = ", ".join(self.unread[:MAX_NAMED])
        more = f" and {len(self.unread) - MAX_NAMED} more" if len(self.unread) > MAX_NAMED else ""
        count = len(self.unread)
        what = f"{count} attachment{' was' if count == 1 else 's were'} not read: {named}{more}"
        self.setting.note(self.material, what)

    def _material_of(self, part: Part, data: bytes, number: int) -> Material:
        if part.media == MAIL:
            called, suffix = f"forwarded-{number}", ".eml"
        else:
            called = self._safe_name(part)
            found = SUFFIX.search(called)
            suffix = found[0].lower() if found else ""
        return part_of(
            self.material,
            self._free_name(called),
            BytesIO(data),
            data[:BYTES_LOOKED_AT],
            suffix=suffix,
            media=part.fields.raw("content-type") or part.media,
        )

    def _safe_name(self, part: Part) -> str:
        given = SEPARATORS.split(part.fields.file_name or "")[-1]
        shown = on_one_line(given).strip(". ")
        return shown[-MAX_NAME_CHARACTERS:] or f"part-{part.number}"

    def _free_name(self, called: str) -> str:
        """The name, with a number if another attachment has it already."""
        times = self.names[called] = self.names.get(called, 0) + 1
        return called if times == 1 else self._free_name(f"{called} ({times})")
