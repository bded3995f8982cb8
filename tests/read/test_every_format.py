"""One report in every format: each is read or named, and all say the same."""

from pathlib import Path

import pytest

from sayso.errors import UnreadableInput
from sayso.read.notes import Note
from sayso.read.reader import Reading
from sayso.read.reports import read_readings, setting_for
from sayso.read.table import format_called, formats
from tests import samples
from tests.samples import BYLINE, NOT_READ, OUTLET, PARAGRAPHS, PUBLISHED, TITLE, URL

READ = {name: data for name, data in samples.samples().items() if name not in NOT_READ}
# What a format has no place for.
NO_TITLE = {"text.txt", "subtitles.srt", "subtitles.vtt"}
NO_HEAD = NO_TITLE | {"document.docx", "markdown.md", "portable.pdf"}
NO_OUTLET = NO_HEAD | {"mail.eml", "mailbox.mbox"}


def read_one(folder: Path, name: str, data: bytes) -> tuple[Reading, list[Note]]:
    (folder / name).write_bytes(data)
    notes: list[Note] = []
    problems: list[UnreadableInput] = []
    setting = setting_for(problems.append, notes.append, places=True)
    (reading,) = read_readings(folder / name, setting)
    assert not problems
    return reading, notes


@pytest.mark.parametrize("name", READ)
def test_every_format_gives_the_same_words(tmp_path: Path, name: str) -> None:
    reading, _ = read_one(tmp_path, name, READ[name])
    document = reading.document
    paragraphs = [" ".join(one.split()) for one in document.text.split("\n\n")]
    if name.startswith("subtitles"):  # they know no paragraphs
        assert " ".join(paragraphs) == " ".join(PARAGRAPHS)
    else:
        assert paragraphs == list(PARAGRAPHS)
    assert document.format
    assert document.language == "en"
    if name not in NO_TITLE:
        assert document.title == TITLE
    if name not in NO_HEAD:
        assert document.byline == BYLINE
        assert document.published == PUBLISHED
    if name not in NO_OUTLET:
        assert document.outlet == OUTLET
        assert document.url == URL


@pytest.mark.parametrize("name", READ)
def test_every_character_is_placed_or_a_break(tmp_path: Path, name: str) -> None:
    reading, _ = read_one(tmp_path, name, READ[name])
    text = reading.document.text
    placed = [reading.source.place_of(offset) is not None for offset in range(len(text))]
    assert all(known or text[offset].isspace() for offset, known in enumerate(placed))
    assert sum(placed) >= 0.8 * len(text)


@pytest.mark.parametrize("name", NOT_READ)
def test_what_holds_no_report_is_named_with_a_remedy(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(NOT_READ[name])
    problems: list[UnreadableInput] = []
    assert not list(read_readings(tmp_path / name, setting_for(problems.append, print)))
    (problem,) = problems
    assert name in problem.name
    assert problem.what
    assert problem.remedy.endswith((".", URL))


def test_formats_have_names_and_suffixes_of_their_own() -> None:
    names = [one.name for one in formats()]
    assert len(set(names)) == len(names)
    suffixes = [suffix for one in formats() for suffix in one.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(format_called(name).name == name for name in names)
