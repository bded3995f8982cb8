"""Quotation marks: paired by paragraph, never a crash, never slow."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.text.quotes import quotations, quoted


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in quotations(text)]


def test_kinds_of_marks() -> None:
    assert found('“One,” he said. «Two.» "Three" ‘four’') == [
        "“One,”",
        "«Two.»",
        '"Three"',
        "‘four’",
    ]


def test_nested_marks_outer_first() -> None:
    assert found("“It was ‘chaos’, no more.”") == ["“It was ‘chaos’, no more.”", "‘chaos’"]


def test_an_apostrophe_is_no_mark() -> None:
    assert found("The rebels' guns weren’t Kettery's.") == []


def test_a_stray_mark_spoils_no_more_than_its_paragraph() -> None:
    text = 'He said "no and left.\n\n"Yes," she said.'
    assert '"Yes,"' in found(text)
    assert all("\n" not in one for one in found(text))


def test_speech_of_several_paragraphs_runs_on() -> None:
    text = "“I heard it come over the water.\n\n“My sister’s boy was holding the mule.”"
    assert found(text) == [
        "“I heard it come over the water.",
        "“My sister’s boy was holding the mule.”",
    ]


@given(st.text(alphabet="“”„«»‘’\"' ab.\n", max_size=60))
def test_any_text_has_quotations_inside_it(text: str) -> None:
    for start, end in quotations(text):
        assert 0 <= start < end <= len(text)
    assert len(quoted(text, quotations(text))) == len(text)


def test_many_marks_take_work_in_proportion() -> None:
    assert len(quotations("“a” " * 20_000)) == 20_000
    assert quotations("“" * 50_000)
