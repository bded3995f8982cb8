"""What holds for each of the formats of other programs."""

import pytest

from sayso.dossier.exports.export import FORMATS, export_format
from tests.dossier.exports.held import demo, empty
from tests.dossier.exports.written import demo_bytes, hostile_bytes, write

OURS = ("acled", "annotation", "ftm", "ftm-statements", "graphml", "schema-org", "ucdp")


@pytest.mark.parametrize("name", OURS)
def test_a_format_is_in_the_table_under_its_own_name(name: str):
    assert name in FORMATS
    assert export_format(name).name == name


@pytest.mark.parametrize("name", OURS)
def test_the_same_holdings_give_the_same_bytes(name: str):
    assert write(name, demo())[0] == demo_bytes(name)


@pytest.mark.parametrize("name", OURS)
def test_no_folder_of_the_machine_is_told(name: str):
    for written in (demo_bytes(name), hostile_bytes(name)):
        assert b"/home/secret" not in written
        assert b"src/sayso" not in written


@pytest.mark.parametrize("name", OURS)
def test_nothing_is_left_out_in_silence(name: str):
    lines = write(name, demo())[1].left_out
    assert lines
    for line in lines:
        count, _, rest = line.partition(" ")
        assert int(count) > 0
        assert ": " in rest


@pytest.mark.parametrize("name", OURS)
def test_a_case_without_reports_can_be_written(name: str):
    written, report = write(name, empty())
    assert report.left_out == ()
    assert report.rows == (1 if name == "schema-org" else 0)
    written.decode()


@pytest.mark.parametrize("name", OURS)
def test_hostile_words_are_utf_8(name: str):
    assert "مرحبا" in hostile_bytes(name).decode()
