"""Files that are sent stand in a private folder until they are in the case."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.desk.work.incoming import Incoming, name_shown


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("pile/a report.html", "pile/a report.html"),
        ("/etc/passwd", "etc/passwd"),
        ("..\\..\\a.pdf", "a.pdf"),
        ("../.bashrc", "bashrc"),
        ("a\x00\n\x1b[31m.txt", "a[31m.txt"),
        ("\u202egpj.exe", "gpj.exe"),
        ("…/../..", "…"),
        ("", "a file without a name"),
        ("a/b/c/d/e/f/g/h.txt", "c/d/e/f/g/h.txt"),
    ],
    ids=["folder", "root", "windows", "hidden", "control", "direction", "dots", "empty", "deep"],
)
def test_a_name_is_shown_and_is_no_path(given: str, shown: str) -> None:
    assert name_shown(given) == shown


def test_a_long_name_keeps_its_ending() -> None:
    assert name_shown("x" * 5000 + ".html").endswith("xx.html")
    assert len(name_shown("x" * 5000 + ".html")) < 200


def test_only_the_owner_may_look_and_nothing_is_left(tmp_path: Path) -> None:
    incoming = Incoming(tmp_path / "a.sayso")
    one, other = incoming.place(), incoming.place()
    assert one != other
    for folder in (one.parent, incoming.folder(), incoming.folder().parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    one.write_text("words")
    incoming.remove(one)
    assert not one.parent.exists()
    assert other.parent.exists()
    incoming.close()
    assert list(tmp_path.iterdir()) == []


KILLED = """
import os, sys
from pathlib import Path
from sayso.desk.work.incoming import Incoming
incoming = Incoming(Path(sys.argv[1]))
incoming.place().write_text("words")
print(incoming.folder(), flush=True)
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(os.name != "posix", reason="locks are those of POSIX")
def test_what_a_killed_desk_left_is_removed_and_what_another_has_is_not(tmp_path: Path) -> None:
    case = tmp_path / "a.sayso"
    other = Incoming(case)
    kept = other.place()
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(case)], stdout=subprocess.PIPE, text=True, check=False
    )
    left = Path(killed.stdout.strip())
    assert list(left.rglob("copy"))
    incoming = Incoming(case)
    incoming.folder()
    assert not left.exists()
    assert kept.parent.exists()
    incoming.close()
    assert kept.parent.exists()
    other.close()
    assert list(tmp_path.iterdir()) == []


def test_what_was_written_down_of_a_file_is_put_beside_it_once(tmp_path: Path) -> None:
    incoming = Incoming(tmp_path / "a.sayso")
    incoming.keep_beside("pile/a.txt", b"outlet = 'x'")
    first, second = incoming.place(), incoming.place()
    for copy in (first, second):
        incoming.put_beside(copy, "pile/a.txt")
    assert first.with_name("copy.meta.toml").read_bytes() == b"outlet = 'x'"
    assert not second.with_name("copy.meta.toml").exists()
    incoming.close()
