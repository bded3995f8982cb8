import subprocess
import sys

from tests import left_over
from tests.desk.hand_child import PROGRAM


def test_a_process_of_a_desk_is_found_until_it_ends(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(left_over, "SECONDS_TO_END", 0.5)
    command = [sys.executable, "-c", "import sys; sys.stdin.read()", *PROGRAM[1:], str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as child:
        assert [str(tmp_path) in one for one in left_over.left_over()] == [True]
        child.communicate()
    assert left_over.left_over() == []
