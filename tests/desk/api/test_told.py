"""Nothing that the case says of a decision sends people at the desk to a command line."""

import ast
from importlib.resources import files
from typing import Any

import pytest

from sayso.desk.api.told import in_the_desk

MODULES = (
    "deciding",
    "naming",
    "values",
    "following",
    "correcting",
    "added_facts",
    "followed",
    "listing",
)


def sentences() -> list[str]:
    """All that a WrongDecision of these modules says, with a letter for what is put in."""
    return [
        "".join(_pieces(node.args[0]))
        for module in MODULES
        for node in ast.walk(_parsed(module))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "WrongDecision"
    ]


def _parsed(module: str) -> ast.Module:
    return ast.parse(files("sayso.case").joinpath(f"{module}.py").read_text("utf-8"))


def _pieces(node) -> Any:
    if isinstance(node, ast.JoinedStr):
        for one in node.values:
            yield from _pieces(one)
    elif isinstance(node, ast.Constant):
        yield str(node.value)
    else:
        yield "x"


def test_the_sentences_of_the_case_are_found():
    assert len(sentences()) > 30


@pytest.mark.parametrize("said", sentences(), ids=lambda said: said[:40])
def test_a_sentence_names_no_command_and_no_option(said):
    told = in_the_desk(said)
    assert "`sayso" not in told
    assert "--" not in told
    assert "START:END" not in told
    assert "REPORT/" not in told
    assert told
