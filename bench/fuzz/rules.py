"""What must hold whatever sayso is given, and one case of `bench.fuzz` checked against it."""

import cProfile
import json
import tempfile
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from sayso.compare.comparison import compare
from sayso.dossier.html import write_dossier
from sayso.errors import BrokenWire
from sayso.model.facts import Facts
from sayso.model.schema import schema
from sayso.model.unseen import UNSEEN
from sayso.model.wire import facts_from_wire, from_line
from tests.cli.driving import Said, sayso
from tests.dossier.parsed import Page, drawn

STATUSES = {0, 1, 3}
FAULT = "This is a fault in sayso"  # what is printed for a report that an exception left out
PAGE_NAME = "dossier.html"
# Calls of functions that a command may make: so many in any case, and so many a byte of what it is given.
CALLS = 2_500_000
CALLS_PER_BYTE = 300
ALLOWED_LINKS = ("https://", "http://", "#", "data:")
FORMS = {
    what: Draft202012Validator(schema(what), format_checker=FormatChecker())
    for what in ("extract", "compare")
}


@dataclass
class Case:
    """A command with the files of its folder and its standard input; `why` says what it showed once.

    The command "dossier" writes one of the lines of facts on standard input.
    """

    command: str
    files: dict[str, bytes] = field(default_factory=dict)
    stdin: bytes = b""
    why: str = ""

    def to_json(self) -> str:
        """The case as JSON; bytes that are not UTF-8 are halves of surrogate pairs."""
        files = {name: data.decode("utf-8", "surrogateescape") for name, data in self.files.items()}
        stdin = self.stdin.decode("utf-8", "surrogateescape")
        said = {"why": self.why, "command": self.command, "files": files, "stdin": stdin}
        return json.dumps(said, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Case":
        """The case that `to_json` wrote."""
        data = json.loads(text)
        files = {
            name: one.encode("utf-8", "surrogateescape") for name, one in data["files"].items()
        }
        stdin = data["stdin"].encode("utf-8", "surrogateescape")
        return cls(data["command"], files, stdin, data["why"])


@dataclass
class RunOutcome:
    """What a command ended with, the calls that it made, and the rules that it broke."""

    said: Said
    calls: int = 0
    broken: list[str] = field(default_factory=list)


def outcome_of(case: Case) -> RunOutcome:
    """Run the case in a folder of its own, and look at everything that it gives back."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "reports")
        folder.mkdir()
        for file, data in case.files.items():
            Path(folder, file).write_bytes(data)
        page = Path(name, PAGE_NAME)
        words = _words_of(case.command, folder if case.files else None, page)
        profile = cProfile.Profile()
        run = partial(sayso, *words, stdin=case.stdin)
        if case.command == "dossier":
            run = partial(_dossier_of_facts, case.stdin, page)
        try:
            said = profile.runcall(run)
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            what = f"uncaught: {type(error).__name__} in {Path(where.filename).name}:{where.lineno}"
            return RunOutcome(Said(-1, "", traceback.format_exc()), 0, [what])
        found = RunOutcome(said, sum(entry.callcount for entry in profile.getstats()))
        found.broken += _broken_rules(case, found, page)
        return found


def _dossier_of_facts(lines: bytes, page: Path) -> Said:
    """Write a dossier of lines of facts, as a program does that has them from elsewhere."""
    facts: dict[str, Facts] = {}
    for line in lines.split(b"\n"):
        try:
            one = facts_from_wire(from_line(line))
        except BrokenWire:
            continue
        facts.setdefault(one.document.id, one)
    if not facts:
        return Said(1, "", "no line is in the wire format")
    write_dossier(compare(facts.values()), page)
    return Said(0, "", "")


def _words_of(command: str, folder: Path | None, page: Path) -> list[str | Path]:
    if command == "extract":
        return ["extract", "--text", folder or "-"]
    if command == "report":
        return ["report", folder or "-", "-o", page]
    return ["compare", *([folder] if folder else [])]


def _broken_rules(case: Case, found: RunOutcome, page: Path) -> Iterator[str]:
    said = found.said
    if said.status not in STATUSES:
        yield f"exit status {said.status}"
    if FAULT in said.err or "Traceback" in said.err:
        yield next(line for line in said.err.split("\n") if FAULT in line or "Traceback" in line)
    if acting := UNSEEN.search(said.out + said.err):
        yield f"a character that a terminal obeys was printed: {acting.group()!r}"
    if said.status and not said.err:
        yield f"exit status {said.status} without a word"
    size = sum(map(len, case.files.values())) + len(case.stdin)
    if found.calls > CALLS + CALLS_PER_BYTE * size:
        yield f"{found.calls:,} calls for {size:,} bytes"
    if said.status == 1:
        if said.out or page.exists():
            yield "exit status 1, but there is output"
        return
    if case.command in ("report", "dossier"):
        yield from _broken_in_page(page)
    else:
        yield from _broken_in_lines(case.command, said.out)


def _broken_in_lines(command: str, out: str) -> Iterator[str]:
    """What is wrong with the lines that `extract` or `compare` printed."""
    for line in out.split("\n")[:-1]:
        data = json.loads(line)
        for error in FORMS["extract" if command == "extract" else "compare"].iter_errors(data):
            yield f"not in the wire format at {error.json_path}: {error.message[:80]}"
            break
        text = data.get("document", {}).get("text")
        for span in _spans_in(data):
            right = span["end"] - span["start"] == len(span["quote"])
            if not right or (text and text[span["start"] : span["end"]] != span["quote"]):
                yield f"a quote is not the text at its place: {json.dumps(span)[:80]}"
                break


def _spans_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and {"start", "end", "quote"} <= value.keys():
        yield value
    if isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _spans_in(one)


def _broken_in_page(page: Path) -> Iterator[str]:
    """What is wrong with a dossier: its markup, or markup that came from a report."""
    try:
        source = page.read_text("utf-8")
        parsed = Page(drawn(source))
    except (OSError, ValueError, AssertionError, LookupError) as error:
        yield f"the page cannot be read back: {type(error).__name__} {error!s:.80}"
        return
    for tag, given in parsed.tags:
        if tag == "x-fuzz" or any(name.startswith("on") for name in given):
            yield f"markup of a report is in the page: <{tag} {given!s:.80}>"
            break
        link = (given.get("href") or given.get("src") or "#").strip().lower()
        if not link.startswith(ALLOWED_LINKS):
            yield f"a link that a page must not have: {link:.80}"
            break
    if Page(source).run_scripts > 1:
        yield "the page has more than one script"
