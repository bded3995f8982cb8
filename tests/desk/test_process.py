"""A process that works for the desk is ended when it hangs, and its death is noticed."""

import sys
from pathlib import Path

import pytest

from sayso.desk.work.process import Died, Patience, Process

ANSWERS = """
import json, sys
for line in sys.stdin:
    print(json.dumps({"step": 1}), flush=True)
    print("{}", flush=True)
    print(json.dumps({"done": json.loads(line)}), flush=True)
"""
DIES = "import sys; sys.stdin.readline()"
TALKS = "print('no JSON', flush=True); import time; time.sleep(3600)"
SILENT = "import time; time.sleep(3600)"
GETS_NOWHERE = """
import time
while True:
    print("{}", flush=True)
    time.sleep(0.01)
"""
WAITS = """
import time
print('{"waits": "ann"}', flush=True)
for _ in range(50):
    print("{}", flush=True)
    time.sleep(0.01)
print('{"done": {}}', flush=True)
"""


def started(code: str, folder: Path, patience: Patience = Patience(60, 60)) -> Process:  # noqa: B008
    return Process([sys.executable, "-c", code], folder, patience)


def test_orders_are_answered_one_after_another(tmp_path: Path) -> None:
    process = started(ANSWERS, tmp_path)
    for number in range(3):
        assert list(process.do({"n": number})) == [{"step": 1}, {"done": {"n": number}}]
    assert not process.has_ended()
    process.end()
    assert process.has_ended()
    with pytest.raises(Died):
        list(process.do({}))


@pytest.mark.parametrize(
    ("code", "patience"),
    [
        (DIES, Patience(60, 60)),
        (TALKS, Patience(60, 60)),
        (SILENT, Patience(0.2, 60)),
        (GETS_NOWHERE, Patience(60, 0.2)),
    ],
    ids=["dies", "talks", "silent", "nowhere"],
)
def test_a_process_that_dies_or_hangs_is_ended(
    code: str, patience: Patience, tmp_path: Path
) -> None:
    process = started(code, tmp_path, patience)
    with pytest.raises(Died):
        list(process.do({}))
    assert process.has_ended()


def test_one_that_waits_for_another_program_may_take_its_time(tmp_path: Path) -> None:
    process = started(WAITS, tmp_path, Patience(60, 0.1))
    assert list(process.do({})) == [{"waits": "ann"}, {"done": {}}]
    process.end()


def test_temporary_files_are_in_the_folder_that_is_removed(tmp_path: Path) -> None:
    code = "import json, tempfile; print(json.dumps({'done': tempfile.gettempdir()}), flush=True)"
    process = started(code, tmp_path)
    assert list(process.do({})) == [{"done": str(tmp_path)}]
    process.end()
