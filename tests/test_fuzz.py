"""What broke a rule once breaks none now, the rules see what is broken, and the reader takes anything."""

import gzip
import zlib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import BadZipFile, ZipFile

import pytest

from bench.fuzz.__main__ import smaller
from bench.fuzz.mutants import mutated_facts, mutated_line, mutated_page
from bench.fuzz.reading import mutant
from bench.fuzz.rules import Case, RunOutcome, outcome_of
from sayso.read import reports
from sayso.read.reports import read
from tests.cli.driving import DENIAL, REPLY, Said
from tests.samples import samples

CASES = sorted((Path(__file__).parent / "cases/fuzz").glob("*.json"))
PAGES = 30


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - what is wanted is the same mutants again


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_what_broke_a_rule_once_breaks_none(file: Path) -> None:
    case = Case.from_json(file.read_text("utf-8"))
    assert outcome_of(case).broken == []


def unpacked(data: bytes) -> object:
    """What is inside a packed file; None where its packing is damaged."""
    with suppress(BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError):
        if data.startswith(b"\x1f\x8b"):
            return gzip.decompress(data)
        with ZipFile(BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    return None


@pytest.mark.parametrize("name", ["document.docx", "gzip.html.gz"])
def test_a_packed_file_is_damaged_inside_and_outside(name: str) -> None:
    data = samples()[name]
    found = [unpacked(mutant(seeded(seed), data)) for seed in range(20)]
    assert 2 < found.count(None) < 18
    assert sum(one not in (None, unpacked(data)) for one in found) > 2


def test_the_reader_takes_any_damaged_page_or_line(tmp_path: Path) -> None:
    random = seeded(7)
    for number in range(PAGES):
        (tmp_path / f"{number}.html").write_bytes(mutated_page(random))
    lines = [mutated_line(random) for _ in range(PAGES)]
    (tmp_path / "lines.jsonl").write_bytes("\n".join(lines).encode("utf-8", "surrogatepass"))
    problems: list[str] = []
    documents = list(read(tmp_path, lambda problem: problems.append(str(problem)), lambda _: None))
    assert len(documents) > PAGES
    assert problems
    assert not [one for one in problems if "fault in sayso" in one]


def test_an_exception_in_a_report_breaks_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_: str) -> bool:
        raise OverflowError

    case = Case("extract", {"a.txt": DENIAL.encode(), "b.txt": REPLY.encode()})
    assert outcome_of(case).broken == []
    monkeypatch.setattr(reports, "has_words", failing)
    outcome = outcome_of(case)
    assert "OverflowError" in outcome.broken[0]
    assert len(smaller(case, outcome).files) == 1


BREAKING: list[Callable[[str], str]] = [
    lambda out: out.replace('"sayso":1', '"sayso":2'),
    lambda out: out.replace('"quote":"', '"quote":"x', 1),
    lambda out: out.replace("denied", "denieD", 1),
]


@pytest.mark.parametrize("breaking", BREAKING)
def test_output_that_is_wrong_breaks_a_rule(
    breaking: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    case = Case("extract", {"a.txt": DENIAL.encode()})
    right = outcome_of(case).said
    for out, broken in ((right.out, 0), (breaking(right.out), 1)):
        said = Said(0, out, "")
        monkeypatch.setattr("bench.fuzz.rules.sayso", lambda *_, said=said, **__: said)
        assert len(outcome_of(case).broken) == broken


def test_a_case_survives_its_file() -> None:
    case = Case("report", {"a.html": bytes(range(256))}, b"\xff\xfe\xed\xa0\x80", "because")
    assert Case.from_json(case.to_json()) == case


def test_a_seed_makes_the_same_mutants() -> None:
    line = outcome_of(Case("extract", {"a.txt": DENIAL.encode()})).said.out
    makers = (mutated_page, mutated_line, lambda random: mutated_facts(random, line))
    for make in makers:
        assert [make(seeded(one)) for one in range(50)] == [make(seeded(one)) for one in range(50)]


def test_the_smaller_case_still_has_what_broke_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    def outcome(case: Case) -> RunOutcome:
        return RunOutcome(Said(0, "", ""), 0, ["uncaught: (X)"] if b"bad" in case.stdin else [])

    monkeypatch.setattr("bench.fuzz.__main__.outcome_of", outcome)
    case = Case("compare", stdin=b"one\nbad\ntwo\nthree")
    assert smaller(case, outcome(case)) == Case("compare", stdin=b"bad", why="uncaught: (X)")
