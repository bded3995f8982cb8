"""What is written about the project is true of it, and stays so."""

import ast
import doctest
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sayso.model.schema import schema

ROOT = Path(__file__).parents[1]
DOCS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
MODULES = sorted(ROOT.glob("src/sayso/**/*.py"))
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)\s#]+)")
# Put together here, so that this file does not hold them.
NOWHERE = ["".join(two) for two in (("/wo", "rk/"), ("/ro", "ot/"), ("/tmp/", "bash"))]
REGISTRIES = [
    "".join(two) for two in (("pypi", ".org"), ("pythonhosted", ".org"), ("index", "-url"))
]


@cache
def commands() -> dict[str, Any]:
    """The commands of the command line, by name."""
    from typer.main import get_command

    from sayso.cli.app import app

    group: Any = get_command(app)
    assert group.commands
    return dict(group.commands)


def options(name: str) -> set[str]:
    """The long options of a command, and of what it is followed by (`sayso decide CASE accept`)."""
    command = commands()[name]
    every = [command, *getattr(command, "commands", {}).values()]
    of_all = {
        option
        for part in every
        for one in part.params
        for option in (*one.opts, *one.secondary_opts)
    }
    return {option for option in of_all if option.startswith("--")} - {"--help"}


def examples(text: str) -> Iterator[list[str]]:
    """The words of every `sayso` command among the lines, also behind a pipe."""
    for line in text.splitlines():
        if re.match(r"\s*(\$ )?sayso ", line):
            words = shlex.split(line.replace("$ ", "", 1), comments=True)
            while "|" in words:
                yield words[: words.index("|")]
                words = words[words.index("|") + 1 :]
            yield words


def check_example(words: list[str]) -> None:
    """That there is such a command, with such options."""
    program, name, *rest = words
    assert program == "sayso"
    if name.startswith("-"):
        assert name in {"--help", "--version"}
        return
    assert name in commands(), f"there is no `sayso {name}`"
    given = {word.split("=")[0] for word in rest if word.startswith("--")}
    assert given <= options(name) | {"--help"}, f"`sayso {name}` has no {given - options(name)}"


def section(name: str) -> str:
    """What docs/commands.md, or docs/case.md, says under the heading of a command."""
    for page in ("docs/commands.md", "docs/case.md", "docs/desk.md"):
        text = (ROOT / page).read_text("utf-8")
        found = re.search(rf"^(#+) .*\bsayso {re.escape(name)}\b.*$", text, re.MULTILINE)
        if found:
            after = re.split(rf"^#{{1,{len(found[1])}}} ", text[found.end() :], flags=re.MULTILINE)
            return after[0]
    raise AssertionError(f"no page of docs/ has a section on `sayso {name}`")


def test_every_command_shows_an_example_that_runs() -> None:
    for name, command in commands().items():
        shown = f"{command.help or ''}\n{command.epilog or ''}"
        found = [words for words in examples(shown) if words[1] == name]
        assert found, f"`sayso {name} --help` shows no line `sayso {name} …`"
        for words in found:
            check_example(words)


def test_every_command_and_option_is_in_the_manual() -> None:
    for name in commands():
        written = section(name)
        missing = {option for option in options(name) if f"{option}" not in written}
        assert not missing, f"docs/commands.md does not say what {missing} do for `sayso {name}`"


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_every_command_in_a_page_exists(page: Path) -> None:
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for _, block in FENCE.findall(page.read_text("utf-8")):
        for words in examples(block):
            check_example(words)
        for target in re.findall(r"^(?:\$ )?make ([\w-]+)", block, re.MULTILINE):
            assert target in targets, f"there is no `make {target}`"


def test_the_readme_shows_commands() -> None:
    blocks = FENCE.findall((ROOT / "README.md").read_text("utf-8"))
    assert any(list(examples(block)) for _, block in blocks)


@pytest.mark.parametrize("page", DOCS, ids=lambda page: page.name)
def test_every_page_that_a_page_points_to_is_there(page: Path) -> None:
    text = FENCE.sub("", page.read_text("utf-8"))
    missing = [link for link in LINK.findall(text) if not (page.parent / link).exists()]
    assert not missing


def sessions() -> list[doctest.DocTest]:
    """The examples at a Python prompt in each page, as one session a page."""
    found = []
    for page in DOCS:
        blocks = [block for _, block in FENCE.findall(page.read_text("utf-8")) if ">>>" in block]
        name = str(page.relative_to(ROOT))
        found.append(doctest.DocTestParser().get_doctest("\n".join(blocks), {}, name, name, 0))
    return [one for one in found if one.examples]


@pytest.mark.parametrize("one", sessions(), ids=lambda one: one.name)
def test_what_a_page_shows_at_a_prompt_comes_out_so(one: doctest.DocTest) -> None:
    report: list[str] = []
    failed = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(
        one, out=report.append
    )
    assert not failed.failed, "".join(report)


def test_some_page_shows_python() -> None:
    assert "docs/wire.md" in [one.name for one in sessions()]


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]
    assert not silent


def test_the_architecture_names_every_room() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    rooms = {path.parent.name for path in ROOT.glob("src/sayso/*/__init__.py")}
    missing = {room for room in rooms if f"{room}/" not in text}
    assert rooms
    assert not missing


def test_every_room_that_the_architecture_names_is_there() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    tree = next(block for _, block in FENCE.findall(text) if "src/sayso/" in block)
    inside = re.findall(r"^  (\w+(?:\.py|/))", tree, re.MULTILINE)
    beside = re.findall(r"^(\w+/)", tree, re.MULTILINE)
    named = [*(ROOT / "src/sayso" / one for one in inside), *(ROOT / one for one in beside)]
    assert len(named) > 10
    assert not [str(path) for path in named if not path.exists()]


def test_the_wire_page_names_every_field() -> None:
    text = (ROOT / "docs/wire.md").read_text("utf-8")
    said = set(re.findall(r"`(\w+)(?:\[\])?`", text))
    parts = schema("extract")["$defs"].values()
    assert not {field for part in parts for field in part.get("properties", {})} - said


def test_the_changelog_opens_with_what_is_coming() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE)[0] == "Upcoming"


def files() -> list[Path]:
    """The files of the project: those that git keeps or would keep, or all of a bare copy."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        listing = [git, "-C", str(ROOT), "ls-files", "-z", "-co", "--exclude-standard"]
        found = subprocess.run(listing, check=True, capture_output=True).stdout.decode().split("\0")
        return [ROOT / name for name in found if name and (ROOT / name).is_file()]
    return [path for path in ROOT.rglob("*") if path.is_file() and not _hidden(path)]


def _hidden(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return any(part.startswith((".", "__")) for part in parts[:-1])


def test_no_file_names_a_place_that_is_only_on_one_machine() -> None:
    found = files()
    assert Path(__file__) in found
    needles = [needle.encode() for needle in (*NOWHERE, *REGISTRIES)]
    named = {
        str(path.relative_to(ROOT)): [needle for needle in needles if needle in data]
        for path in found
        for data in [path.read_bytes()]
    }
    assert not {name: needles for name, needles in named.items() if needles}
