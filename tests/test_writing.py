"""Whatever happens while a file is written, it is the older one or the new one, whole."""

import os
import resource
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from sayso import writing
from sayso.errors import CannotWrite
from sayso.writing import write_whole

OLD, NEW = b"old " * 50_000, b"new " * 60_000
# A process that has written the first bytes of a part, says so, and waits for its end.
STOPPING = """
import os, sys, time
from sayso import writing
class Slow(bytes): pass
def stop(*_):
    print("here", flush=True)
    time.sleep(600)
setattr(writing.os if sys.argv[2] != "replace" else writing.Path, sys.argv[2], stop)
writing.write_whole(sys.argv[1], b"new " * 60_000)
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_bytes(OLD)
    return path


def left_beside(page: Path) -> list[str]:
    return [path.name for path in page.parent.iterdir() if path != page]


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """A disk that is full after this many bytes of a file."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    write_whole(page, OLD)
    assert page.read_bytes() == OLD
    write_whole(str(page), NEW)
    assert page.read_bytes() == NEW
    assert left_beside(page) == []


@pytest.mark.parametrize("room", [0, 1, 100_000, len(NEW) - 1])
def test_on_a_full_disk_the_older_file_stands(page: Path, room: int) -> None:
    with largest_file(room), pytest.raises(CannotWrite) as raised:
        write_whole(page, NEW)
    assert page.read_bytes() == OLD
    assert left_beside(page) == []
    assert "page.html: File too large. The older file is unchanged. Free some" in str(raised.value)


def test_on_a_full_disk_no_half_file_is_left(tmp_path: Path) -> None:
    with largest_file(1000), pytest.raises(CannotWrite) as raised:
        write_whole(tmp_path / "page.html", NEW)
    assert list(tmp_path.iterdir()) == []
    assert "older" not in str(raised.value)


@pytest.mark.parametrize("step", ["fsync", "fstat", "replace"])
def test_a_run_that_is_killed_leaves_the_older_file_and_the_next_one_tidies(
    page: Path, step: str
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", STOPPING, page, step], stdout=subprocess.PIPE
    ) as running:
        assert running.stdout
        assert running.stdout.readline() == b"here\n"
        (part,) = left_beside(page)
        write_whole(page, OLD)
        in_use = left_beside(page)
        running.send_signal(signal.SIGKILL)
    assert in_use == [part]  # a run does not take away the part of another one
    assert part.startswith(".page.html.")
    assert page.read_bytes() == OLD
    write_whole(page, NEW)
    assert page.read_bytes() == NEW
    assert left_beside(page) == []


def test_a_part_of_another_file_is_left_alone(page: Path) -> None:
    other = page.with_name(".page.html2.0000.part")
    other.write_bytes(b"")
    write_whole(page, NEW)
    assert left_beside(page) == [other.name]


def test_a_part_that_is_taken_away_before_it_is_locked_is_made_again(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = writing._lock
    taken: list[str] = []

    def takes_away(descriptor: int, wait: bool = False) -> bool:
        if not taken:
            (part,) = left_beside(page)
            page.with_name(part).unlink()
            taken.append(part)
        return lock(descriptor, wait)

    monkeypatch.setattr(writing, "_lock", takes_away)
    write_whole(page, NEW)
    assert page.read_bytes() == NEW
    assert left_beside(page) == []


def test_a_part_that_another_run_is_about_to_take_away_is_made_again(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = writing._lock
    others: list[Thread] = []
    taken: list[Path] = []

    def take_away(part: Path, descriptor: int) -> None:
        time.sleep(0.2)
        if part.exists():
            part.unlink()
            taken.append(part)
        os.close(descriptor)

    def is_late(descriptor: int, wait: bool = False) -> bool:
        if not others:
            part = page.with_name(*left_beside(page))
            other = os.open(part, os.O_RDONLY)
            assert lock(other)
            others.append(Thread(target=take_away, args=(part, other)))
            others[0].start()
        return lock(descriptor, wait)

    monkeypatch.setattr(writing, "_lock", is_late)
    write_whole(page, NEW)
    others[0].join()
    assert len(taken) == 1
    assert page.read_bytes() == NEW
    assert left_beside(page) == []


def test_an_interruption_leaves_no_part(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.writing.os.fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(page, NEW)
    assert page.read_bytes() == OLD
    assert left_beside(page) == []


def test_permissions_are_kept_and_a_new_file_has_those_of_any_other(page: Path) -> None:
    page.chmod(0o640)
    write_whole(page, NEW)
    assert stat.S_IMODE(page.stat().st_mode) == 0o640
    other, plain = page.with_name("other.html"), page.with_name("plain.txt")
    write_whole(other, NEW)
    plain.touch()
    assert other.stat().st_mode == plain.stat().st_mode


def test_a_link_stays_and_leads_to_the_new_file(page: Path, tmp_path: Path) -> None:
    folder = tmp_path / "links"
    folder.mkdir()
    for name, target in (("here", page), ("nowhere", tmp_path / "made.html")):
        link = folder / name
        link.symlink_to(target)
        write_whole(link, NEW)
        assert link.is_symlink()
        assert target.read_bytes() == NEW
    assert sorted(left_beside(folder / "here")) == ["nowhere"]


def test_what_is_no_file_is_written_to_directly(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, NEW)
    reader.join()
    assert read == [NEW]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    write_whole(os.devnull, NEW)
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_file_that_is_open_is_not_replaced(page: Path) -> None:
    inode = page.stat().st_ino
    with page.open("ab") as file:
        write_whole(f"/dev/fd/{file.fileno()}", NEW)
    assert page.read_bytes() == NEW
    assert page.stat().st_ino == inode
    assert left_beside(page) == []


def test_an_open_file_that_could_not_be_written_is_not_said_to_be_unchanged(page: Path) -> None:
    with page.open("ab") as file, largest_file(1000), pytest.raises(CannotWrite) as raised:
        write_whole(f"/dev/fd/{file.fileno()}", NEW)
    assert page.read_bytes() == NEW[:1000]
    assert "unchanged" not in str(raised.value)


def test_where_files_cannot_be_locked_a_part_that_was_left_behind_is_removed(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.with_name(".page.html.0000.part").touch()
    opened: list[Path] = []
    monkeypatch.setattr(writing, "LOCKS", False)
    monkeypatch.setattr("sayso.writing.os.open", lambda path, *_: opened.append(path))
    writing.remove_abandoned_parts(page)
    assert left_beside(page) == []
    assert opened == []  # Windows does not remove a file that is open


def test_a_device_that_is_full_is_named() -> None:
    with pytest.raises(CannotWrite, match=r"/dev/full: No space left on device\. Free some"):
        write_whole("/dev/full", NEW)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("x" * 300, "File name too long. Name a shorter file"),
        ("a\0b", "this is not the name of a file. Name another"),
        ("nowhere/page.html", "No such file or directory. Name another"),
        ("page.html/page.html", "Not a directory. Name another"),
        (".", "Is a directory. Name another"),
    ],
)
def test_what_cannot_be_a_file_is_refused(page: Path, name: str, why: str) -> None:
    with pytest.raises(CannotWrite, match=why):
        write_whole(f"{page.parent}/{name}", NEW)
    assert left_beside(page) == []


@pytest.mark.parametrize("name", ["x" * 255, "é" * 127, "[a]*?.html", "\udcff.html"])
def test_every_name_that_a_file_can_have_will_do(tmp_path: Path, name: str) -> None:
    abandoned = tmp_path / f"{writing._part_beginning(tmp_path / name)}0000.part"
    abandoned.touch()
    write_whole(tmp_path / name, NEW)
    assert [path.name for path in tmp_path.iterdir()] == [name]
