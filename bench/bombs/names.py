"""Bombs of folders and names: what is no file, and names that nobody types."""

import os
from pathlib import Path

from bench.bombs.craft import Bombs

BOMBS = Bombs()
SAID = b"The governor of Ornsk denied on Monday that 12 people had been killed at the mill. "
NAMES = (
    "x" * 251,
    "\u202e\u200b\ufeff" * 20,
    "a\x1b[31m\r\n\tb",
    "; rm -rf $(x) `y` 'z'",
    "-",
    "…",
)


@BOMBS.add("odd_names")
def odd_names(path: Path) -> None:
    """Names that are very long, unseen, of controls, commands, and bytes that are no text."""
    path.mkdir()
    for name in NAMES:
        (path / f"{name}.txt").write_bytes(SAID)
    raw = os.fsencode(path) + b"/" + b"\xff\xfe" * 120 + b".txt"
    with Path(os.fsdecode(raw)).open("wb") as file:
        file.write(SAID)


@BOMBS.add("no_files")
def no_files(path: Path) -> None:
    """A folder with links that go round, a pipe, a device and a link to nothing."""
    path.mkdir()
    (path / "a.txt").write_bytes(SAID)
    (path / "round.txt").symlink_to("round.txt")
    (path / "up").symlink_to("..")
    (path / "self").symlink_to(".")
    (path / "gone.txt").symlink_to("nowhere")
    (path / "zero.txt").symlink_to("/dev/zero")
    os.mkfifo(path / "pipe.txt")


@BOMBS.add("pipe.html")
def pipe(path: Path) -> None:
    """A pipe that nobody writes to."""
    os.mkfifo(path)


@BOMBS.add("round.html")
def round_link(path: Path) -> None:
    """A link to itself."""
    path.symlink_to(path.name)


@BOMBS.add("zeros_without_end.html")
def device(path: Path) -> None:
    """A link to a device that never ends."""
    path.symlink_to("/dev/zero")


@BOMBS.add("folders_900_deep")
def deep_folders(path: Path) -> None:
    """Folders in folders, as deep as a path may go."""
    path.mkdir()
    for _ in range(900):
        path = path / "a"
        path.mkdir()
    (path / "a.txt").write_bytes(SAID)


@BOMBS.add(
    "hole.txt", "hole.mbox", "hole.csv", "hole.jsonl", "hole.zip", "hole.warc", "hole.unknown"
)
def hole(path: Path) -> None:
    """A file of twenty gigabytes that takes no room on the disk."""
    with path.open("wb") as file:
        file.write(b"WARC/1.0\r\n" if path.suffix == ".warc" else SAID)
        file.truncate(20 * 10**9)
