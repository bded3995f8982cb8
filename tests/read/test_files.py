"""The files that a path stands for."""

import os
from pathlib import Path

import pytest

from sayso.errors import UnreadableInput
from sayso.read.files import files_under, path_problem, printable_path
from sayso.read.reports import read


def found(path: Path) -> tuple[list[str], list[UnreadableInput]]:
    problems: list[UnreadableInput] = []
    names = [str(Path(file).relative_to(path)) for file in files_under(path, problems.append)]
    return names, problems


def test_files_come_by_name_and_folders_in_their_place(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/a.txt", "c.txt", "B.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert found(tmp_path) == (["B.txt", "a/a.txt", "a/z.txt", "b.txt", "c.txt"], [])


def test_hidden_files_and_what_belongs_to_a_page_are_left_out(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/x.txt", "page.html", "page_files/a.js", "notes_files/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert found(tmp_path)[0] == ["notes_files/b.txt", "page.html"]


def test_an_empty_folder_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    names, (problem,) = found(tmp_path)
    assert not names
    assert "no files" in problem.what


@pytest.mark.parametrize("name", ["pipe", "pipe.jsonl", "pipe.html"])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    problems: list[UnreadableInput] = []
    assert not list(read(tmp_path / name, problems.append))
    assert not list(read(tmp_path, problems.append))
    assert {one.what for one in problems[:2]} == {"it is neither a file nor a folder"}
    assert f"<(cat {tmp_path / name})" in problems[0].remedy


def test_a_device_is_not_read() -> None:
    problems: list[UnreadableInput] = []
    assert not list(read("/dev/zero", problems.append))
    assert [one.what for one in problems] == ["it is neither a file nor a folder"]


def test_a_pipe_that_the_shell_opened_is_read() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"The mayor denied it.")
    os.close(writing)
    try:
        (document,) = read(f"/dev/fd/{reading}")
    finally:
        os.close(reading)
    assert document.text == "The mayor denied it."


def test_a_file_that_vanishes_does_not_cost_the_others(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("The mayor denied it.", "utf-8")
    problems: list[UnreadableInput] = []
    documents = read(tmp_path, problems.append)
    next(documents)
    (tmp_path / "b.txt").unlink()
    assert [Path(one.name).name for one in documents] == ["c.txt"]
    assert [one.what for one in problems] == ["there is no such file"]


def test_links_are_followed_but_never_round(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/a.txt").touch()
    (tmp_path / "real/up").symlink_to(tmp_path)
    (tmp_path / "one.txt").symlink_to(tmp_path / "real/a.txt")
    (tmp_path / "itself").symlink_to(tmp_path / "itself")
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere")
    names, problems = found(tmp_path)
    assert names == ["one.txt", "real/a.txt"]
    said = {Path(one.name).name: one.what for one in problems}
    assert said.keys() == {"itself", "lost.txt", "up"}
    assert "does not exist" in said["lost.txt"]
    assert "already read" in said["up"]


def test_what_is_neither_file_nor_folder_is_a_problem(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "z.txt").touch()
    names, (problem,) = found(tmp_path)
    assert names == ["z.txt"]
    assert "neither" in problem.what


def test_a_name_that_is_not_utf8_can_be_printed(tmp_path: Path) -> None:
    name = os.fsdecode(b"a\xff.txt")
    (tmp_path / name).touch()
    assert [printable_path(one) for one in found(tmp_path)[0]] == ["a\ufffd.txt"]


@pytest.mark.parametrize(
    ("error", "what"),
    [
        (FileNotFoundError(2, "No such file"), "no such file"),
        (PermissionError(13, "Permission denied"), "no permission to read"),
        (OSError(5, "Input/output error"), "Input/output error"),
        (IsADirectoryError(21, "Is a directory"), "Is a directory"),
    ],
)
def test_what_the_system_says_is_put_in_plain_words(error: OSError, what: str) -> None:
    problem = path_problem("a.txt", error)
    assert what in problem.what
    assert problem.remedy
