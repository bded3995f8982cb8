"""Reading the lexicon's files: what is wrong in one is named with its file and its key."""

from pathlib import Path
from typing import Any

import pytest

import sayso.lexicon
from sayso.errors import BrokenLexicon
from sayso.lexicon import load
from sayso.lexicon.load import refuse_unknown, table, word_list

FILES = sorted(path.stem for path in Path(str(sayso.lexicon.__file__)).parent.glob("*.toml"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of the lexicon's."""
    monkeypatch.setattr(load, "files", lambda _: tmp_path)
    for name in ("table", "file_content"):
        monkeypatch.setattr(load, name, getattr(load, name).__wrapped__)
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_every_file_says_something_and_what_its_entries_mean(name: str) -> None:
    assert table(name)
    source = Path(str(sayso.lexicon.__file__)).with_name(f"{name}.toml").read_text("utf-8")
    assert source.startswith("# ")


def test_a_file_that_is_not_there(home: Path) -> None:
    assert list(home.iterdir()) == []
    with pytest.raises(BrokenLexicon, match=r"^moods\.toml: "):
        load.table("moods")


@pytest.mark.parametrize("source", [b"a = ", b"a = 1\na = 2", b"\xff", b"= 3"])
def test_a_file_that_is_no_toml(home: Path, source: bytes) -> None:
    (home / "moods.toml").write_bytes(source)
    with pytest.raises(BrokenLexicon, match=r"^moods\.toml: "):
        load.table("moods")


def test_a_list_of_words(home: Path) -> None:
    (home / "moods.toml").write_text('[good]\nwords = ["glad", "gay"]', "utf-8")
    assert word_list("moods", "good", "words") == ("glad", "gay")


@pytest.mark.parametrize(
    ("source", "keys", "complaint"),
    [
        ("", ("good",), "there is no good"),
        ("[good]", ("good", "words"), r"there is no good\.words"),
        ("good = 3", ("good", "words"), r"there is no good\.words"),
        ("good = 3", ("good",), "good is not a list"),
        ('good = "glad"', ("good",), "good is not a list"),
        ('good = ["glad", 3]', ("good",), "good is not a list"),
        ('good = ["glad", ""]', ("good",), "good is not a list"),
        ("[good]\nwords = [[]]", ("good", "words"), r"good\.words is not a list"),
    ],
)
def test_what_is_no_list_of_words(home: Path, source: str, keys: Any, complaint: str) -> None:
    (home / "moods.toml").write_text(source, "utf-8")
    with pytest.raises(BrokenLexicon, match=rf"^moods\.toml: {complaint}"):
        word_list("moods", *keys)


def test_a_reference_stands_for_the_words_of_another_list(home: Path) -> None:
    (home / "moods.toml").write_text('good = ["@feelings.warm", "gay"]', "utf-8")
    (home / "feelings.toml").write_text('[warm]\nall = ["glad"]', "utf-8")
    with pytest.raises(BrokenLexicon, match=r"^feelings\.toml: warm is not a list"):
        word_list("moods", "good")
    (home / "feelings.toml").write_text('warm = ["@feelings.hot", "glad"]\nhot = ["keen"]', "utf-8")
    assert word_list("moods", "good") == ("keen", "glad", "gay")


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ('good = ["@moods.good"]', "moods.toml: '@moods.good' leads back to itself"),
        ('good = ["@moods.bad"]\nbad = ["@moods.good"]', "moods.toml: '@moods.*' leads back"),
        ('good = ["@moods.bad"]', "moods.toml: there is no bad"),
        ('good = ["@feelings.warm"]', "feelings.toml: "),
    ],
)
def test_a_reference_that_leads_nowhere(home: Path, source: str, complaint: str) -> None:
    (home / "moods.toml").write_text(source, "utf-8")
    with pytest.raises(BrokenLexicon, match=f"^{complaint}"):
        word_list("moods", "good")


def test_what_nothing_reads_is_refused_by_file_and_key(home: Path) -> None:
    (home / "moods.toml").write_text('[good]\nwords = ["glad"]\nbad = ["sad"]', "utf-8")
    refuse_unknown("moods", ("good.words", "good.bad"))
    with pytest.raises(BrokenLexicon, match=r"^moods\.toml: nothing reads good\.bad$"):
        refuse_unknown("moods", ("good.words",))
    with pytest.raises(BrokenLexicon, match=r"^moods\.toml: nothing reads good\.bad$"):
        refuse_unknown("moods", ("words",), "good")
