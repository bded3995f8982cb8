"""A prepared text gives the same answers as the plain one, and reads only once."""

from dataclasses import replace

from hypothesis import example, given
from hypothesis import strategies as st

from sayso.text.dates import DateExpression, date_expressions
from sayso.text.numbers import numbers
from sayso.text.prepared import PreparedText, ReadingMemory, read_once
from sayso.text.sentences import sentences
from sayso.text.words import words
from tests.strategies import texts

# Letters, digits and what joins them: where a slice can cut a word in two.
CUTS_WORDS = st.text(alphabet="ab12'’.,- _\n²é", max_size=20)
BOUNDS = st.integers(0, 25)
# Pieces of dates and numbers, for slices that begin or end within one of them.
DATED_AND_COUNTED = st.sampled_from(
    [
        *("July", " 27", ",", " 2024", "last ", "Mon", "day", " two", " days", " ago", "the "),
        *(" week", " later", "at least ", "84", " men", " and", " half a ", "dozen", "-to-", "s"),
        *(
            "between ",
            "20",
            "1,200",
            " million",
            "No",
            ". ",
            "5",
            " a.m.",
            "\n",
            "’s ",
            "(",
            "$",
            "Feb",
        ),
    ]
)


class Reader:
    """A reader that counts how often it reads."""

    def __init__(self) -> None:
        self.readings = 0

        @read_once
        def first_letters(text: str, count: int = 1) -> list[str]:
            self.readings += 1
            return list(text[:count])

        self.read = first_letters


@given(CUTS_WORDS | texts(), BOUNDS, st.none() | BOUNDS)
@example("don't 1.5, 12., x", 2, 4)
@example("a'b'c'd", 3, None)
@example("ab", 2, 1)
def test_the_words_of_a_slice_are_those_of_the_part(text: str, start: int, end: int | None) -> None:
    assert words(PreparedText(text), start, end) == words(text, start, end)


@given(CUTS_WORDS | texts(), st.lists(st.tuples(BOUNDS, BOUNDS), max_size=4))
def test_what_was_asked_before_changes_no_answer(text: str, slices: list[tuple[int, int]]) -> None:
    prepared = PreparedText(text)
    for start, end in slices:
        assert words(prepared, start, end) == words(text, start, end)
        assert sentences(prepared) == sentences(text)
        assert date_expressions(prepared) == date_expressions(text)


@given(st.lists(DATED_AND_COUNTED, max_size=24).map("".join) | CUTS_WORDS, st.data())
def test_dates_and_numbers_of_a_slice_are_those_of_the_part(text: str, data: st.DataObject) -> None:
    start, end = sorted(data.draw(st.tuples(*2 * (st.integers(0, len(text)),))))
    part, prepared = text[start:end], PreparedText(text)
    dates = [
        DateExpression(start + date.start, start + date.end, date.said)
        for date in date_expressions(part)
    ]
    counted = [
        replace(
            number,
            start=start + number.start,
            end=start + number.end,
            bare=start + number.bare,
        )
        for number in numbers(part)
    ]
    for whole in (text, prepared):
        assert list(date_expressions(whole, start, end)) == dates
        assert list(numbers(whole, start, end)) == counted


@given(texts())
def test_a_prepared_text_is_equal_to_the_string(text: str) -> None:
    prepared = PreparedText(text)
    assert prepared == text
    assert hash(prepared) == hash(text)
    assert {text: 1}[prepared] == 1
    assert type(prepared[:3]) is str


def test_a_reader_reads_a_prepared_text_once_for_the_same_arguments() -> None:
    reader, text = Reader(), PreparedText("Shells fell on Orn.")
    answers = [reader.read(text, 6) for _ in range(3)]
    assert reader.readings == 1
    assert answers[0] == list("Shells")
    assert answers[0] is answers[1] is answers[2]
    assert reader.read(text, 2) == ["S", "h"]
    assert reader.read(text) == ["S"]
    assert reader.readings == 3


def test_a_call_with_keyword_arguments_is_neither_remembered_nor_answered_from_memory() -> None:
    reader, text = Reader(), PreparedText("Orn")
    assert reader.read(text) == ["O"]
    assert reader.read(text, count=2) == ["O", "r"]
    assert reader.read(text, count=3) == ["O", "r", "n"]
    assert reader.read(text) == ["O"]
    assert reader.readings == 3


def test_a_reader_reads_a_plain_text_each_time() -> None:
    reader = Reader()
    assert reader.read("Orn", 2) == reader.read("Orn", 2)
    assert reader.readings == 2


def test_two_prepared_texts_and_two_readers_share_nothing() -> None:
    one, other = Reader(), Reader()
    first, second = PreparedText("Orn"), PreparedText("Orn")
    assert one.read(first) is not one.read(second)
    assert one.read(first) is not other.read(first)


def test_a_memory_lets_the_first_texts_forget_when_it_is_full() -> None:
    reader, memory = Reader(), ReadingMemory(max_characters=10)
    old, new, last = (memory.prepare(letter * 4) for letter in "abc")
    for text in (old, new, last):
        reader.read(text)
    assert reader.readings == 3
    reader.read(last)
    reader.read(new)
    assert reader.readings == 3
    assert reader.read(old) == ["a"]
    assert reader.readings == 4


@given(st.lists(st.integers(0, 5), max_size=20))
def test_what_a_memory_holds_is_bounded(order: list[int]) -> None:
    reader, memory = Reader(), ReadingMemory(max_characters=10)
    prepared = [memory.prepare("x" * size) for size in (0, 1, 4, 5, 9, 30)]
    for at in order:
        assert reader.read(prepared[at]) == list(prepared[at][:1])
        remembering = [text for text in prepared if text._answers]
        assert sum(map(len, remembering)) <= 10 or len(remembering) == 1


def test_a_text_larger_than_the_memory_is_read_once_too() -> None:
    reader, memory = Reader(), ReadingMemory(max_characters=10)
    text = memory.prepare("x" * 100)
    reader.read(text)
    reader.read(text)
    assert reader.readings == 1
