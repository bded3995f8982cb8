"""A small writer of PDFs: text at places, pictures and boxes; and a typesetter of columns."""

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

FONTS = {"F1": "Helvetica", "F2": "Helvetica-Bold", "F3": "Courier"}
# Advance widths of Helvetica for the characters from " " to "~", in thousandths of its size.
WIDTHS = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 "
    "556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 "
    "722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 "
    "556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 "
    "260 334 584"
)
ADVANCES = dict(zip(map(chr, range(32, 127)), map(int, WIDTHS.split()), strict=True))
ADVANCES |= {"“": 333, "”": 333, "’": 222}
A4 = (595.0, 842.0)


def width_of(text: str, size: float) -> float:
    return sum(ADVANCES.get(one, 556) for one in text) * size / 1000


@dataclass
class Page:
    size: tuple[float, float] = A4
    rotate: int = 0
    crop: tuple[float, float, float, float] | None = None
    content: list[bytes] = field(default_factory=list)

    def text(
        self, x: float, y: float, text: str, size: float = 10, font: str = "F1", *,
        mode: int = 0, colour: str = "0 g", spaces: float = 0, letters: float = 0,
        turn: str = "1 0 0 1", rise: float = 0,
    ) -> None:  # fmt: skip
        raw = text.encode("cp1252").replace(b"\\", b"\\\\")
        raw = raw.replace(b"(", b"\\(").replace(b")", b"\\)")
        start = f"BT {colour} /{font} {size} Tf {mode} Tr {spaces:.4f} Tw {letters:.4f} Tc "
        place = f"{rise} Ts {turn} {x:.3f} {y:.3f} Tm ("
        self.content.append((start + place).encode() + raw + b") Tj ET")

    def box(self, x: float, y: float, width: float, height: float, colour: str = "0 g") -> None:
        self.content.append(f"q {colour} {x} {y} {width} {height} re f Q".encode())

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        self.content.append(f"q {width} 0 0 {height} {x} {y} cm /I1 Do Q".encode())


def pdf_of(
    pages: Sequence[Page],
    info: dict[str, str] | None = None,
    packed: bool = False,
    more_fonts: Sequence[bytes] = (),
) -> bytes:
    """The PDF file of these pages; further fonts are called M0, M1 …"""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    fonts = []
    for name, base in FONTS.items():
        objects.append(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} /Encoding /WinAnsiEncoding >>".encode()
        )
        fonts.append(f"/{name} {len(objects)} 0 R")
    for number, font in enumerate(more_fonts):
        objects.append(font)
        fonts.append(f"/M{number} {len(objects)} 0 R")
    objects.append(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream"
    )
    used = f"<< /Font << {' '.join(fonts)} >> /XObject << /I1 {len(objects)} 0 R >> >>"
    kids = []
    for page in pages:
        stream = b"\n".join(page.content)
        how = ""
        if packed:
            stream, how = zlib.compress(stream), "/Filter /FlateDecode "
        objects.append(
            f"<< {how}/Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream"
        )
        width, height = page.size
        crop = f"/CropBox [{' '.join(map(str, page.crop))}] " if page.crop else ""
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] {crop}"
            f"/Rotate {page.rotate} /Resources {used} /Contents {len(objects)} 0 R >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    entries = "".join(f"/{key} <{_utf16(value)}> " for key, value in (info or {}).items())
    objects.append(f"<< {entries}>>".encode())
    return _file(objects)


def _utf16(text: str) -> str:
    return "FEFF" + text.encode("utf-16-be").hex().upper()


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n".encode()
    return bytes(out) + f"startxref\n{start}\n%%EOF\n".encode()


@dataclass(frozen=True)
class Style:
    """How an article is set: columns, the space between them and the paragraphs, hyphens."""

    columns: int = 2
    gutter: float = 14
    size: float = 10
    leading: float = 12
    indent: float = 12
    skip: float = 0
    justified: bool = True
    cuts_words: bool = True
    top: float = 760
    bottom: float = 70
    left: float = 50
    right: float = 545

    @property
    def width(self) -> float:
        return (self.right - self.left - self.gutter * (self.columns - 1)) / self.columns


def set_article(paragraphs: Sequence[str], style: Style, top: float | None = None) -> list[Page]:
    """Pages with the paragraphs in columns; the first page's begin at `top`."""
    pages = [Page()]
    column, y = 0, top or style.top
    first_top = y
    for number, paragraph in enumerate(paragraphs):
        y -= style.skip if number else 0
        for words, indent, last in _lines(paragraph, style):
            if y < style.bottom:
                column += 1
                if column == style.columns:
                    pages.append(Page())
                    column, first_top = 0, style.top
                y = first_top
            x = style.left + column * (style.width + style.gutter) + indent
            line = " ".join(words)
            spare = style.width - indent - width_of(line, style.size)
            stretched = style.justified and not last and len(words) > 1
            spaces = spare / (len(words) - 1) if stretched else 0
            pages[-1].text(x, y, line, style.size, spaces=spaces)
            y -= style.leading
    return pages


def _lines(paragraph: str, style: Style) -> Iterator[tuple[list[str], float, bool]]:
    """Each line's words, its indent, and whether it is the last one."""
    left = paragraph.split(" ")
    indent = style.indent
    while left:
        taken: list[str] = []
        while left:
            room = style.width - indent - width_of(" ".join([*taken, ""]), style.size)
            if width_of(left[0], style.size) <= room or not (taken or len(left[0]) > 3):
                taken.append(left.pop(0))
                continue
            head, tail = _cut(left[0], room, style)
            if head:
                taken.append(head)
                left[0] = tail
            break
        yield taken, indent, not left
        indent = 0


def _cut(word: str, room: float, style: Style) -> tuple[str, str]:
    """The part of a word that fits with a hyphen, and the rest; two letters stay on each side."""
    at = word.find("-") + 1
    if at and width_of(word[:at], style.size) <= room:
        return word[:at], word[at:]
    if not (style.cuts_words and len(word) >= 6 and word.isalpha()):
        return "", word
    for at in range(len(word) - 2, 1, -1):
        if width_of(word[:at] + "-", style.size) <= room:
            return word[:at] + "-", word[at:]
    return "", word
