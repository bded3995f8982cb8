"""Subtitles: what is said, by whom, once."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.texts import cues
from sayso.read.texts.subtitles import FORMAT, NO_PUNCTUATION
from tests.read.gathering import Gathered, check_places, gather

TIME = re.compile(r"(\d\d:\d\d)\.(\d{3})")


def read(source: str) -> Gathered:
    found = gather(FORMAT, source.encode())
    for reading in found.readings:
        check_places(reading, lambda at, length: source[at.offset : at.offset + length])
    return found


def vtt(*said: str, step: float = 2.0) -> str:
    """Cues that follow one another."""
    made = [
        f"{_time(number * step)} --> {_time(number * step + 2)} align:start\n{words}\n"
        for number, words in enumerate(said)
    ]
    return "WEBVTT\nKind: captions\n\n" + "\n".join(made)


def srt(*said: str) -> str:
    """Numbered cues, with the times as SubRip writes them."""
    cues = vtt(*said).partition("\n\n")[2].split("\n\n")
    times = [TIME.sub(r"\1,\2", cue).replace(" align:start", "") for cue in cues]
    return "\n\n".join(f"{number}\n{cue}" for number, cue in enumerate(times, 1))


def _time(seconds: float) -> str:
    return f"{int(seconds) // 3600:02}:{int(seconds) // 60 % 60:02}:{seconds % 60:06.3f}"


def test_the_words_of_one_speaker_are_one_paragraph() -> None:
    found = read(
        vtt(
            "<v Ana Teller>We saw it &amp; heard\nit twice.",
            "<v Ana Teller>Nobody helped.</v>",
            "<v.loud Rufus Okada>Who told you?",
            "<v Ana Teller>The mayor.",
        )
    )
    assert found.document.text == (
        "Ana Teller: We saw it & heard it twice. Nobody helped.\n\n"
        "Rufus Okada: Who told you?\n\nAna Teller: The mayor."
    )


def test_signs_of_a_change_of_speaker() -> None:
    found = read(srt(">> MAYOR: I deny it.", "- And you?\n- So do I.", "ANA TELLER: We saw it."))
    assert (
        found.document.text == "MAYOR: I deny it.\n\nAnd you?\n\nSo do I.\n\nANA TELLER: We saw it."
    )


def test_marks_styles_and_notes_are_no_text() -> None:
    source = (
        "WEBVTT - a title\n\nSTYLE\n::cue { color: red }\n\nNOTE a note\nover lines\n\nid-1\n"
        "00:01.000 --> 00:03.000 position:10%\n<c.red><i>It</i></c> <00:00:02.000><b>fell</b>.\n\n"
        "REGION\nid:x\n\n2\n00:03.000 --> 00:04.000\n{\\an8}Nobody <font color='red'>was</font> hurt.\n"
    )
    assert read(source).document.text == "It fell. Nobody was hurt."


def test_sounds_are_left_out_where_they_were() -> None:
    document = read(
        vtt("It fell.", "[applause]", "(MUSIC PLAYS)", "♪ ♪", "Nobody was hurt.")
    ).document
    assert document.text == "It fell. Nobody was hurt."
    assert [one.words for one in document.left_out] == ["[applause]", "(MUSIC PLAYS)", "♪ ♪"]
    assert document.text[: document.left_out[0].at] == "It fell."
    assert document.words_left_out == 5


def test_a_pause_ends_a_paragraph() -> None:
    found = read(vtt("It fell.", "Nobody was", "hurt.", step=6.0))
    assert found.document.text == "It fell.\n\nNobody was hurt."


def test_lines_that_roll_up_are_there_once() -> None:
    found = read(
        vtt(
            "the ministry<00:00:01.000><c> said</c>",
            "the ministry said",
            "the ministry said\nfourteen<00:00:03.000><c> people</c>",
            "fourteen people",
            "fourteen people\nwere killed",
        )
    )
    assert found.document.text == "the ministry said fourteen people were killed"


def test_what_is_said_twice_stays_there_twice() -> None:
    assert (
        read(srt("No!", "No!", "It is denied.", "No!")).document.text == "No! No! It is denied. No!"
    )


def test_talk_without_punctuation_is_noted() -> None:
    found = read(
        srt(*[f"the mayor said to number {one} that nobody was hurt there" for one in range(9)])
    )
    assert found.notes == [NO_PUNCTUATION]


def test_long_talk_is_parted_at_full_stops() -> None:
    said = [
        f"The mayor said for the {number}th time that nobody had been hurt." for number in range(60)
    ]
    paragraphs = read(srt(*said)).document.text.split("\n\n")
    assert len(paragraphs) > 3
    assert all(len(one) < 700 and one.endswith(".") for one in paragraphs)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_a_mark(end: str) -> None:
    source = srt("It fell.", "Nobody was\nhurt.").replace("\n", end)
    assert (
        gather(FORMAT, b"\xef\xbb\xbf" + source.encode()).document.text
        == "It fell. Nobody was hurt."
    )


@pytest.mark.parametrize("source", ["", "WEBVTT\n", "no cue at all", "00:00 --> 00:01\n"])
def test_without_cues_it_is_no_report(source: str) -> None:
    assert "no subtitles" in read(source).problems[0].what


def test_too_many_lines_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cues, "MAX_LINES", 3)
    assert "more than 3 lines" in read(srt("a", "b", "c", "d")).problems[0].what


LINE = st.text("ab<>/v &amp;.:->[]()♪{\\}\"'1\n", max_size=30)


@settings(max_examples=40, deadline=None)
@given(st.lists(LINE, max_size=6), st.booleans())
def test_every_character_has_its_place(said: list[str], timed: bool) -> None:
    source = vtt(*said) if timed else srt(*said)
    found = read(source)
    assert found.readings or found.problems
