"""Files that are read in a process of their own: what it says is checked, and it leaves nothing."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import FaultInSayso, UnreadableInput
from sayso.model.text import Document
from sayso.model.wire import document_to_wire
from sayso.read import apart
from sayso.read.apart import read_apart
from sayso.read.child_answers import MAX_REMARKS, MORE_REMARKS, Answers, say_reading
from sayso.read.limits import USUAL_LIMITS
from sayso.read.pdf.pdf import FORMAT
from sayso.read.places import Box, Piece, Place, SourceMap
from sayso.read.reader import Material, Reading, Setting
from sayso.read.reports import setting_for
from tests.read.pdf.articles import article
from tests.read.pdf.writer import Style, pdf_of, set_article

ARTICLE = article(3, 4)
PDF = pdf_of(set_article(ARTICLE, Style()))


def material(data: bytes = PDF) -> Material:
    return Material("a.pdf", BytesIO(data), data[:4096], ".pdf")


def setting(notes: list[str] | None = None, **limits: int) -> Setting:
    taken = notes if notes is not None else []
    return setting_for(
        lambda problem: taken.append(str(problem)),
        lambda note: taken.append(f"{note.name}: {note.what}"),
        replace(USUAL_LIMITS, **limits),
        places=True,
    )


def children() -> set[str]:
    """The processes that this one has started and that are still there, the dead ones too."""
    found: set[str] = set()
    for thread in Path("/proc/self/task").iterdir():
        with suppress(FileNotFoundError, ProcessLookupError):  # a thread may just have ended
            found.update((thread / "children").read_text().split())
    return found


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    before, files = children(), descriptors()
    yield
    assert children() <= before
    assert descriptors() == files


def failure(code: str, monkeypatch: pytest.MonkeyPatch, **limits: int) -> UnreadableInput:
    """The problem of a child that runs this code in the place of a reader."""
    monkeypatch.setattr(apart, "CHILD", (sys.executable, "-c", code))
    with pytest.raises(UnreadableInput) as caught:
        list(read_apart(FORMAT, material(), setting(None, **limits)))
    assert caught.value.name == "a.pdf"
    return caught.value


def test_a_pdf_is_read_apart_as_it_is_read_here() -> None:
    (there,) = read_apart(FORMAT, material(), setting())
    (here,) = FORMAT.read(material(), setting())
    assert there == here
    assert there.document.text == "\n\n".join(ARTICLE)
    assert there.source.pieces[0].boxes


def test_a_reader_that_is_not_heard_to_the_end_is_gone() -> None:
    readings = read_apart(FORMAT, material(), setting())
    next(readings)
    readings.close()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "said",
    [
        "no json", "[]", "{}", "[1]", "[1, 2, 3]", '["note", "x"]', '["note", ["a.pdf", 5]]',
        '["odd", null]', '["reading", null]', '["reading", [{}, null]]', '["problem", ["a", "b"]]',
        '["reading", [{"name": "a", "text": 5}, null]]', '["pieces", [[0, 1]]]', '["failed", null]',
        '["pieces", [[0, 1, ["x", "", null, false, 1, null, null], null, []]]]', "[" * 100_000,
        '["pieces", [[0, 1, [0, "", null, false, 1, null, null], null, [1.5, 0, 0, 0]]]]',
    ],
)  # fmt: skip
def test_answers_that_are_none(said: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        Answers("a.pdf").checked(said.encode())
    assert type(caught.value) is UnreadableInput


@settings(max_examples=40, deadline=None)
@given(st.recursive(
    st.none() | st.integers() | st.text(max_size=5) | st.sampled_from(["note", "reading", "pieces", "a.pdf"]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=15,
))  # fmt: skip
def test_no_answer_breaks_the_listener(answer: object) -> None:
    for line in (
        json.dumps(answer),
        json.dumps(["pieces", answer]),
        json.dumps(["reading", answer]),
    ):
        try:
            Answers("a.pdf").checked(line.encode())
        except UnreadableInput as problem:
            assert problem.name == "a.pdf"


DOCUMENT = Document("a.pdf", "abc def", format="web page")
GOOD = Piece(0, 3, Place(4, page=1), None, (Box(0, 0, 1.5, 2.25),) * 3)


def heard(said: Reading) -> Reading:
    lines: list[bytes] = []
    say_reading(lambda kind, answer: lines.append(json.dumps([kind, answer]).encode()), said, True)
    answers = Answers("a.pdf")
    found = [answers.checked(line) for line in lines]
    kind, reading = found[-1]
    assert kind == "reading"
    assert isinstance(reading, Reading)
    return reading


def test_a_reading_comes_through_but_for_its_format() -> None:
    second = Piece(4, 3, Place(1, "x", 2, True, None, "B7", 9), "zz")
    reading = Reading(DOCUMENT, SourceMap((GOOD, second)), "a.pdf:2")
    assert heard(reading) == replace(reading, document=replace(DOCUMENT, format=None))


@pytest.mark.parametrize(
    "pieces",
    [
        (GOOD, GOOD),
        (replace(GOOD, start=6),),
        (replace(GOOD, length=0, boxes=()),),
        (replace(GOOD, length=2),),
        (replace(GOOD, place=Place(-1)),),
    ],
)
def test_pieces_that_cannot_be_are_refused(pieces: tuple[Piece, ...]) -> None:
    with pytest.raises(UnreadableInput):
        heard(Reading(DOCUMENT, SourceMap(pieces)))


def test_a_child_speaks_of_its_own_file_only(monkeypatch: pytest.MonkeyPatch) -> None:
    wire = json.dumps(document_to_wire(DOCUMENT, text=True))
    code = f"""import json
for said in (["note", ["/etc/passwd", "x" * 9_000]], ["problem", ["a.pdf:3", "b", "c"]],
             ["reading", [json.loads({wire!r}), "other.pdf"]], ["done", None]):
    print(json.dumps(said))"""
    monkeypatch.setattr(apart, "CHILD", (sys.executable, "-c", code))
    notes: list[str] = []
    (reading,) = read_apart(FORMAT, material(), setting(notes))
    assert reading.where == "a.pdf"
    assert [one[:9] for one in notes] == ["a.pdf: xx", "a.pdf:3: "]
    assert len(notes[0]) < 3_000


def test_a_file_of_which_too_much_is_said_is_read_to_its_end() -> None:
    answers = Answers("a.xlsx")
    problem = json.dumps(["problem", ["a.xlsx:3", "it has no text", "Leave it out."]]).encode()
    said = [answers.checked(problem) for _ in range(MAX_REMARKS + 500)]
    assert [kind for kind, _ in said].count("problem") == MAX_REMARKS
    assert [what for kind, (_, what) in said[MAX_REMARKS : MAX_REMARKS + 1]] == [MORE_REMARKS]
    assert {answer for _, answer in said[MAX_REMARKS + 1 :]} == {None}
    assert answers.checked(b'["done", null]') == ("done", None)


CHILDREN = {
    "says nothing": ("", "broke down"),
    "says half a line": ("print('[', end='')", "broke down"),
    "says nonsense": ("print('nonsense')", "no answer"),
    "says too much": ("print('[\"note\", ' + '1' * 3_000_000)", "bytes were read"),
    "never stops remarking": (
        'while True: print(\'["note", ["a.pdf", "b"]]\')',
        "bytes were read",
    ),
    "crashes": ("import os; os.abort()", "signal 6"),
    "is killed": ("import os; os.kill(os.getpid(), 9)", "more memory than there is"),
    "waits": ("import time; time.sleep(60)", "more than"),
    "closes its mouth": ("import os; os.close(1); os._exit(3)", "broke down"),
}


@pytest.mark.parametrize("what", CHILDREN)
def test_a_child_that_fails_is_named(what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, said = CHILDREN[what]
    monkeypatch.setattr(apart, "PAUSES", 1)
    seconds = 1 if what == "waits" else 60
    problem = failure(code, monkeypatch, child_answer=2_000_000, child_seconds=seconds)
    assert said in problem.what
    assert problem.remedy.endswith(".")


LIMITED = "from sayso.read import apart; from sayso.read.limits import Limits; apart.limit_self(Limits(child_memory=300_000_000, child_seconds=1)); "  # fmt: skip


def test_time_and_memory_end_at_their_limits(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert "60 seconds" in failure(LIMITED + "\nwhile True: pass", monkeypatch).what
    assert "broke down" in failure(LIMITED + "x = bytearray(400_000_000)", monkeypatch).what
    assert (
        "broke down"
        in failure(LIMITED + f"open({str(tmp_path / 'left')!r}, 'w').write('x')", monkeypatch).what
    )


def test_a_reader_that_lacks_memory_says_so() -> None:
    with pytest.raises(UnreadableInput) as caught:
        list(read_apart(FORMAT, material(), setting(child_memory=40_000_000)))
    assert "memory" in caught.value.what


def test_a_fault_in_the_child_is_a_fault() -> None:
    with pytest.raises(FaultInSayso):
        Answers("a.pdf").checked(b'["fault", ["a.pdf", "b", "c."]]')


def test_a_file_that_is_too_large_is_not_copied() -> None:
    with pytest.raises(UnreadableInput, match="larger than"):
        list(read_apart(FORMAT, material(), setting(file_bytes=100)))


def test_a_full_disk_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(apart, "_copy", full)
    with pytest.raises(UnreadableInput, match="No space left"):
        list(read_apart(FORMAT, material(), setting()))


def test_no_process_left_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "CHILD", ("/nonexistent/python",))
    with pytest.raises(UnreadableInput, match="no process could be started"):
        list(read_apart(FORMAT, material(), setting()))


@pytest.mark.parametrize("closed", ["0", "0, 1, 2"])
def test_it_works_where_standard_input_and_output_are_closed(tmp_path: Path, closed: str) -> None:
    (tmp_path / "a.pdf").write_bytes(PDF)
    code = f"""import os
for one in ({closed},): os.close(one)
from sayso.read.apart import read_apart
from sayso.read.limits import USUAL_LIMITS
from sayso.read.pdf.pdf import FORMAT
from sayso.read.reader import Material, Setting
setting = Setting(USUAL_LIMITS, print, print, print)
with open({str(tmp_path / "a.pdf")!r}, "rb") as file:
    (reading,) = read_apart(FORMAT, Material("a.pdf", file, b""), setting)
open({str(tmp_path / "text")!r}, "w").write(reading.document.text)"""
    subprocess.run([sys.executable, "-c", code], timeout=60, check=False)
    assert (tmp_path / "text").read_text() == "\n\n".join(ARTICLE)


def test_the_package_in_hand_is_the_one_that_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the folder nor an environment without a path leads the child elsewhere."""
    (tmp_path / "sayso.py").write_text("raise SystemExit('another package')")
    (tmp_path / "json.py").write_text("raise SystemExit('another module')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    (reading,) = read_apart(FORMAT, material(), setting())
    assert reading.document.text == "\n\n".join(ARTICLE)


def test_the_time_of_whoever_takes_the_reports_does_not_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = json.dumps(["reading", [document_to_wire(Document("a.pdf", "So."), text=True), None]])
    code = f"import sys\nfor _ in range(3): print({line!r}, flush=True)\nprint('[\"done\", null]')"
    monkeypatch.setattr(apart, "CHILD", (sys.executable, "-S", "-c", code))
    monkeypatch.setattr(apart, "PAUSES", 0.5)
    found = []
    for one in read_apart(FORMAT, material(), setting(child_seconds=1)):
        time.sleep(0.4)
        found.append(one.document.text)
    assert found == ["So."] * 3
