"""Random damage to files of every format: `python -m bench.fuzz.reading --minutes 10 --seed 1`.

Each mutant is read, and nothing more. No exception may get out or be called a fault in sayso, every
character of a text must have its place or be a break, and no file may take longer than it may.
"""

import argparse
import gzip
import json
import sys
import tempfile
import time
from collections import Counter
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZipFile

from sayso.errors import UnreadableInput
from sayso.read.limits import Limits
from sayso.read.reader import Reading
from sayso.read.reports import read_readings, setting_for
from tests.samples import samples

FAULT = "fault in sayso"
MAX_SECONDS = 30.0  # for a file of some kilobytes, on a busy machine
MAX_CHANGES = 6
PIECES = (
    b"\0",
    b"\xff",
    b"<",
    b">",
    b"]]>",
    b"\r\n\r\n",
    b"--",
    b"%%EOF",
    b"PK\x03\x04",
    b"{",
    b'"',
)


def mutant(random: Random, data: bytes) -> bytes:
    """The data, changed in some places; those of a packed file as often inside it, and packed again."""
    if random.random() < 0.5:
        if data.startswith(b"PK"):
            return _with_changed_member(random, data)
        if data.startswith(b"\x1f\x8b"):
            return gzip.compress(_changed(random, gzip.decompress(data)))
    return _changed(random, data)


def _with_changed_member(random: Random, data: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(out, "w") as other:
        names = archive.namelist()
        chosen = random.choice(names)
        for name in names:
            member = archive.read(name)
            other.writestr(name, _changed(random, member) if name == chosen else member)
    return out.getvalue()


def _changed(random: Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(random.randint(1, MAX_CHANGES)):
        at = random.randrange(len(out) + 1)
        length = random.choice((1, 2, 4, 16, 64, 512))
        match random.randrange(6):
            case 0:
                del out[at : at + length]
            case 1:
                out[at:at] = random.randbytes(length)
            case 2:
                out[at : at + length] = out[at : at + length] * random.choice((2, 3, 50))
            case 3:
                out[at:at] = random.choice(PIECES)
            case 4:
                for place in range(at, min(at + length, len(out))):
                    out[place] ^= 1 << random.randrange(8)
            case _:
                del out[at:]
    return bytes(out)


def broken_rules(file: Path) -> list[str]:
    """What is wrong with how a file was read."""
    problems: list[UnreadableInput] = []
    setting = setting_for(problems.append, lambda _: None, Limits(child_seconds=10), places=True)
    begun = time.monotonic()
    try:
        readings = list(read_readings(file, setting))
    except Exception as error:
        return [f"uncaught {type(error).__name__}"]
    broken = [f"{one.what}" for one in problems if FAULT in str(one)]
    broken += [wrong for reading in readings for wrong in _broken_places(reading)]
    if time.monotonic() - begun > MAX_SECONDS:
        broken.append("it took too long")
    if not readings and not problems:
        broken.append("neither read nor named")
    return broken


def _broken_places(reading: Reading) -> list[str]:
    text, end = reading.document.text, 0
    for piece in reading.source.pieces:
        if piece.start < end or piece.end > len(text):
            return ["a piece lies outside the text or over another"]
        if text[end : piece.start].strip():
            return ["a character has no place"]
        end = piece.end
    return ["a character has no place"] if text[end:].strip() else []


def main() -> int:
    """Run for so many minutes; the exit status says whether a rule was broken."""
    parser = argparse.ArgumentParser(description="Give the readers damaged files.")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", help="names of samples that hold this word")
    parser.add_argument("--out", type=Path, default=Path("fuzz-findings"))
    options = parser.parse_args()
    random = Random(options.seed)  # noqa: S311
    kept = {name: one for name, one in samples().items() if (options.only or "") in name}
    tried: Counter[str] = Counter()
    found: dict[str, int] = {}
    ends = time.monotonic() + 60 * options.minutes
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < ends:
            name = random.choice(list(kept))
            file = Path(folder, name)
            file.write_bytes(mutant(random, kept[name]))
            tried[name] += 1
            for wrong in broken_rules(file)[:1]:
                found[f"{name}: {wrong}"] = found.get(f"{name}: {wrong}", 0) + 1
                if found[f"{name}: {wrong}"] == 1:
                    options.out.mkdir(exist_ok=True)
                    kept_as = options.out / f"{options.seed}-{len(found)}-{name}"
                    kept_as.write_bytes(file.read_bytes())
                    print(f"{kept_as}: {wrong}", file=sys.stderr)
    print(json.dumps({"seed": options.seed, "tried": dict(sorted(tried.items())), "broken": found}))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
