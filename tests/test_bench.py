"""The figures in the documents are those that were frozen, and benches say what they lack."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.copymemory import DocumentFile, cost_of_counting, json_lines
from bench.copystage import dense_quarter
from bench.run import BENCHES, Bench
from bench.table import FROZEN, PAGES, filled
from sayso.compare.copies.copies import find_copies
from sayso.compare.copies.sketches import number_of
from sayso.model.text import Document

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_the_frozen_figures(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert filled(page, text) == text, "run `.venv/bin/python -m bench.table`"


def test_every_row_is_of_a_bench() -> None:
    assert {row.bench for rows in PAGES.values() for row in rows} <= BENCHES.keys()


def test_a_frozen_file_names_its_command() -> None:
    for file in FROZEN.glob("*.json"):
        assert json.loads(file.read_text("utf-8"))["command"] == BENCHES[file.stem].written()


def test_a_command_is_written_as_one_types_it() -> None:
    bench = Bench("one.py", "two.gz", ("--run", "sayso extract", "--limit", "3"))
    assert bench.written() == 'eval/one.py data/two.gz --run "sayso extract" --limit 3'


def test_what_a_shell_is_to_leave_alone_is_written_so() -> None:
    bench = Bench("one.py", "two.gz", ("--run", "sh -c 'sayso compare $0 || [ $? = 3 ]'"))
    begin, words, end = bench.written().split('"')
    assert (begin, end) == ("eval/one.py data/two.gz --run ", "")
    done = subprocess.run(["/bin/sh", "-c", f'printf %s "{words}"'], capture_output=True, text=True)
    assert done.stdout == bench.options[1]


def test_a_module_of_our_own_is_written_so() -> None:
    assert Bench("bench.one", "two.gz", ()).written() == "-m bench.one data/two.gz"


def test_a_quarter_has_copies_as_the_whole_has() -> None:
    # Forty groups of four that repeat one another, forty texts that are like none.
    told = [" ".join(f"w{group}x{word}" for word in range(40)) for group in range(80)]
    texts = [text + f" end{own}" for text in told[:40] for own in range(4)] + told[40:]
    documents = [Document(f"{number}.txt", text) for number, text in enumerate(texts)]
    some = dense_quarter(documents)
    assert len(some) == len(documents) // 4
    found, wanted = (len(find_copies(pile)) / len(pile) for pile in (some, documents))
    assert abs(found - wanted) < wanted / 4


def test_four_times_as_many_texts_are_as_dense(tmp_path: Path) -> None:
    told = [
        " ".join(f"{chr(97 + group)}word{chr(97 + at)}{at}" for at in range(26))
        for group in range(9)
    ]
    documents = [Document(f"{at}", f"{text} {at} end") for text in told for at in range(3)]
    costs = []
    for times in (1, 4):
        file = tmp_path / f"{times}.jsonl"
        file.write_text("".join(json_lines(documents, times)), encoding="utf-8")
        texts = DocumentFile(file)
        assert list(texts) == sorted(number_of(one) for one in texts.values())
        assert len(texts) == times * len(documents)
        costs.append(cost_of_counting(file))
    assert [cost.copies for cost in costs] == [27, 4 * 27]


@pytest.mark.parametrize("words", [["--shared", "nowhere"], ["polnear-dve"]])
def test_what_is_missing_is_named(words: list[str]) -> None:
    command = [sys.executable, "-m", "bench.run", *words]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 2
    assert words[-1] in done.stderr
    assert "there is" in done.stderr
