"""What of a report shows which happening it is of."""

from datetime import date

from sayso.compare.stories.features import StockLines, StoryFeatures, story_features
from sayso.model.text import Document, Span

REPORT = (
    "A boy of 15 was shot in the 2100 block of Ferry Lane on Saturday, Orn police said.\n"
    "The 15-year-old is Ando Velk. Shots were heard at noon."
)


def of(text: str, published: str | None = "2023-03-13", **known: object) -> StoryFeatures:
    return story_features(Document("a", text, published=published, **known), StockLines())  # type: ignore[arg-type]


def test_names_have_a_capital_where_no_sentence_begins() -> None:
    assert set(of(REPORT).names) == {"ferry", "lane", "orn", "ando", "velk"}


def test_numbers_are_taken_with_what_they_are_of() -> None:
    numbers = of(REPORT).numbers
    assert {"2100 block", "2100 block ferry", "15 year"} <= set(numbers)


def test_days_are_those_that_the_report_speaks_of() -> None:
    assert of(REPORT).days == {date(2023, 3, 11)}
    assert of(REPORT, published=None).days == frozenset()


def test_a_longer_time_dates_nothing() -> None:
    assert of("It has gone on since the first week of March 2023.").days == frozenset()


def test_the_title_counts_with_the_head() -> None:
    found = of("Ando Velk was shot.", title="Velk shot")
    assert (found.head["velk"], found.head["shot"]) == (2, 2)


def test_furniture_counts_for_nothing() -> None:
    text = "Velk was shot.\nRead all of Ondrel's news."
    found = of(text, furniture=(Span(15, len(text)),))
    assert "ondrel" not in found.words


def test_a_line_under_reports_of_two_weeks_is_the_sites() -> None:
    line = "Subscribe to the Ondrel Post"
    old = Document("a", f"A shop burnt.\n{line}", published="2023-03-01")
    new = Document("b", f"Velk was shot.\n{line}", published="2023-03-20")
    stock = StockLines()
    stock.remember_lines(old)
    assert "subscribe" in story_features(old, stock).words
    stock.remember_lines(new)
    assert "subscribe" not in story_features(new, stock).words
    assert "velk" in story_features(new, stock).words


def test_a_line_of_the_same_week_and_a_first_line_stay() -> None:
    one = Document("a", "Velk was shot.\nHe is fifteen.", published="2023-03-01")
    two = Document("b", "Velk was shot.\nHe is fifteen.\nMore.", published="2023-03-03")
    late = Document("c", "Velk was shot.\nHe is fifteen.\nStill.", published="2023-06-03")
    stock = StockLines()
    for document in (one, two):
        stock.remember_lines(document)
    assert "fifteen" in story_features(two, stock).words
    stock.remember_lines(late)
    assert "fifteen" not in story_features(late, stock).words
    assert "shot" in story_features(late, stock).words
