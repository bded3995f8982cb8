"""Sidecars: what a user writes down of a report beside its file."""

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableInput
from sayso.model.particulars import DateKind, StatedDate
from sayso.read.files import files_under
from sayso.read.notes import Note
from sayso.read.reports import read
from sayso.read.sidecar import sidecar_head

SAID = "The mayor said that the bridge was closed. Nobody was hurt there, she added."


def sidecar(tmp_path: Path, content: str | bytes) -> Path:
    report = tmp_path / "a.pdf"
    data = content if isinstance(content, bytes) else content.encode()
    (tmp_path / "a.pdf.meta.toml").write_bytes(data)
    return report


def test_everything_that_a_sidecar_may_say(tmp_path: Path) -> None:
    report = sidecar(
        tmp_path,
        'title = "Bridge closed"\nsubtitle = "No warning"\noutlet = "Sellan Gazette"\n'
        'byline = ["Ana Teller", "Rufus Okada"]\nsection = "Home"\nagency = "Orn Press"\n'
        'url = "https://g.example/1"\npublished = 2026-03-02\n'
        'modified = 2026-03-03T08:15:00+03:00\ncrawled = "4 March 2026"\n',
    )
    notes: list[Note] = []
    head = sidecar_head(report, notes.append)
    assert head is not None
    assert not notes
    assert (head.title, head.subtitle, head.outlet) == (
        "Bridge closed",
        "No warning",
        "Sellan Gazette",
    )
    assert (head.byline, head.section) == ("Ana Teller, Rufus Okada", "Home")
    assert (head.agency, head.url) == ("Orn Press", "https://g.example/1")
    assert (head.published, head.modified, head.crawled) == (
        "2026-03-02", "2026-03-03T08:15:00+03:00", "2026-03-04",
    )  # fmt: skip
    assert head.dates[2] == StatedDate(
        DateKind.CRAWLED, "2026-03-04", "4 March 2026", "meta.toml crawled"
    )


def test_a_time_without_a_zone_gives_the_day_and_keeps_the_time(tmp_path: Path) -> None:
    head = sidecar_head(sidecar(tmp_path, "published = 2026-03-02T08:15:00"))
    assert head is not None
    assert head.published == "2026-03-02"
    assert head.dates[0].value == "2026-03-02T08:15:00"


def test_without_a_sidecar_nothing_is_known(tmp_path: Path) -> None:
    assert sidecar_head(tmp_path / "a.pdf") is None
    (tmp_path / "a.pdf.meta.toml").mkdir()
    assert sidecar_head(tmp_path / "a.pdf") is None


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('editor = "x"\npubished = 2026-03-02', "editor, pubished"),
        ('published = "03/04/2026"', "03/04/2026"),
        ("published = 9999-12-31", "9999-12-31"),
        ("published = true", "True"),
        ("title = 3", "its title is no text"),
        ('title = " "', "its title is no text"),
        ("[title]\nmain = 'x'", "its title is no text"),
    ],
)
def test_what_cannot_be_taken_is_noted(tmp_path: Path, line: str, what: str) -> None:
    notes: list[Note] = []
    head = sidecar_head(sidecar(tmp_path, line), notes.append)
    assert head is not None
    assert head.published is head.title is None
    assert what in notes[0].what
    assert notes[0].name.endswith("a.pdf.meta.toml")


@pytest.mark.parametrize(
    "content", ["title = Bridge", b"\xff\xfe", "a = " + "[" * 8_000, "x" * 9_000]
)
def test_what_is_no_toml_is_a_problem(tmp_path: Path, content: str | bytes) -> None:
    with pytest.raises(UnreadableInput) as caught:
        sidecar_head(sidecar(tmp_path, content))
    assert caught.value.name.endswith("a.pdf.meta.toml")
    assert caught.value.remedy


def test_a_key_of_many_parts_costs_little(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match="larger than 8,192 bytes"):
        sidecar_head(sidecar(tmp_path, "a" + ".a" * 5_000 + " = 1"))
    notes: list[Note] = []
    report = sidecar(tmp_path, "a" + ".a" * 4_000 + " = 1")
    tracemalloc.start()
    try:
        sidecar_head(report, notes.append)
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()
    assert [one.what[:40] for one in notes] == ["it has keys that say nothing of a report"]


@pytest.mark.parametrize("content", ["published" + ".a" * 4_000 + " = 1", "published = [[]]"])
def test_a_date_in_parts_is_a_note(tmp_path: Path, content: str) -> None:
    notes: list[Note] = []
    head = sidecar_head(sidecar(tmp_path, content), notes.append)
    assert head is not None
    assert (head.published, head.dates) == (None, ())
    assert [one.what for one in notes] == ["its published is no date, so it was passed over"]


def test_beside_the_longest_name_there_can_be_none(tmp_path: Path) -> None:
    report = tmp_path / f"{'x' * 251}.txt"
    report.write_text(SAID)
    assert sidecar_head(report) is None
    assert [one.text for one in read(report)] == [SAID]


def test_in_a_folder_a_sidecar_is_no_report(tmp_path: Path) -> None:
    for name in ("a.txt", "a.txt.meta.toml", "lost.txt.meta.toml"):
        words = SAID if name == "a.txt" else 'outlet = "Sellan Gazette"'
        (tmp_path / name).write_text(words, "utf-8")
    assert [Path(one).name for one in files_under(tmp_path, _fail)] == [
        "a.txt",
        "lost.txt.meta.toml",
    ]
    problems: list[UnreadableInput] = []
    (document,) = read(tmp_path, problems.append)
    assert document.text == SAID
    assert [Path(one.name).name for one in problems] == ["lost.txt.meta.toml"]
    assert "report.pdf.meta.toml" in problems[0].remedy


def _fail(problem: UnreadableInput) -> None:
    raise problem


@settings(max_examples=25, deadline=None)
@given(st.text("title=published modified\"'[]{}\n2026-03T:0.#é", max_size=60))
def test_any_text_is_a_head_or_a_problem(
    tmp_path_factory: pytest.TempPathFactory, content: str
) -> None:
    report = sidecar(tmp_path_factory.mktemp("s"), content)
    notes: list[Note] = []
    try:
        assert sidecar_head(report, notes.append) is not None
    except UnreadableInput as problem:
        assert problem.remedy
