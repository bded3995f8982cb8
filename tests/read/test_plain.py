"""Plain text and its bytes."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableInput
from sayso.read.decode import GUESSED, MARKS
from sayso.read.notes import Note
from sayso.read.plain import read_plain

SAID = "“Don’t go,” said the café’s owner, Renée Dorr, on Monday – and nobody went there."


def read_noting(data: bytes) -> tuple[str, list[Note]]:
    notes: list[Note] = []
    document = read_plain(data, "one.txt", notes.append)
    assert document.raw_sha256 == hashlib.sha256(data).hexdigest()
    assert document.id == hashlib.sha256(document.text.encode()).hexdigest()
    return document.text, notes


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00\ufeff")))
def test_utf8_is_read_character_for_character(text: str) -> None:
    assert read_noting(text.encode()) == (text, [])


@pytest.mark.parametrize(("mark", "encoding"), MARKS, ids=[encoding for _, encoding in MARKS])
@given(text=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00")))
def test_a_byte_order_mark_names_the_encoding_and_is_no_text(
    mark: bytes, encoding: str, text: str
) -> None:
    assert read_noting(mark + text.encode(encoding)) == (text, [])


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n  ", "\u2028", "\x0b\x0c"])
def test_line_ends_and_white_space_stay(end: str) -> None:
    text = f"{end}  One.{end}Two.{end}"
    assert read_noting(text.encode())[0] == text


def test_windows_1252_is_guessed_and_said_to_be() -> None:
    text, notes = read_noting(SAID.encode("cp1252"))
    assert text == SAID
    assert [note.what for note in notes] == [GUESSED]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (SAID.encode("mac-roman"), "not UTF-8"),
        ("Мэр заявил, что мост закрыт.".encode("cp1251"), "not UTF-8"),
        ("Der Bürgermeister".encode() + b"\xe9", "not UTF-8"),
        (SAID.encode("utf-16-le"), "UTF-16 without a mark"),
        (SAID.encode("utf-16-be"), "UTF-16 without a mark"),
        (b"A text\0 with a zero byte in it.", "binary"),
        (b"\xff\xfeA", "not UTF-16"),
        (b"\xef\xbb\xbf\xff", "not UTF-8"),
    ],
)
def test_other_bytes_are_refused_with_a_reason(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_plain(data, "one.txt")
    assert what in caught.value.what
    assert caught.value.name == "one.txt"
    assert caught.value.remedy


@pytest.mark.parametrize("order", ["le", "be"])
@pytest.mark.parametrize(
    ("wide", "half"), [("utf-16", b"\xd8\xd8"), ("utf-32", b"\xff\xff\xff\xff")]
)
@pytest.mark.parametrize("marked", [True, False])
def test_broken_wide_text_gets_the_advice_for_its_encoding(
    wide: str, half: bytes, order: str, marked: bool
) -> None:
    codec = f"{wide}-{order}"
    said = SAID.encode(codec)
    for data in (said + b"x", said + half + said):  # cut short; half a character inside
        with pytest.raises(UnreadableInput) as caught:
            read_plain("\ufeff".encode(codec) * marked + data, "one.txt")
        assert wide.upper() in caught.value.what
        advice = f"iconv -c -f {wide} -t utf-8" if marked else f"iconv -f {wide}{order} -t utf-8"
        assert advice in caught.value.remedy


@given(st.binary(max_size=60))
def test_any_bytes_are_a_text_or_a_reason(data: bytes) -> None:
    try:
        read_noting(data)
    except UnreadableInput as problem:
        assert problem.what and problem.remedy
