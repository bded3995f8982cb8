"""What of a report shows which happening it is of."""

from datetime import date

from sayso.compare.card import StoryFeatures
from sayso.compare.stories.features import StockLines, lines_in, story_card
from sayso.model.text import Document, Span

REPORT = (
    "A boy of 15 was shot in the 2100 block of Ferry Lane on Saturday, Orn police said.\n"
    "The 15-year-old is Ando Velk. Shots were heard at noon."
)


def of(text: str, published: str | None = "2023-03-13", **known: object) -> StoryFeatures:
    return story_card(Document("a", text, published=published, **known)).features  # type: ignore[arg-type]


def without(document: Document, stock: StockLines) -> frozenset[str]:
    """The words of a report without stock lines."""
    lines = stock.among(story_card(document).droppable)
    card = story_card(document, lines)
    assert card.without == lines
    return card.features.words


def remember(stock: StockLines, document: Document) -> None:
    stock.remember_lines(lines_in(document.text), document.day)


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
    remember(stock, old)
    assert "subscribe" in without(old, stock)
    remember(stock, new)
    assert "subscribe" not in without(new, stock)
    assert "velk" in without(new, stock)


def test_a_line_of_the_same_week_and_a_first_line_stay() -> None:
    one = Document("a", "Velk was shot.\nHe is fifteen.", published="2023-03-01")
    two = Document("b", "Velk was shot.\nHe is fifteen.\nMore.", published="2023-03-03")
    late = Document("c", "Velk was shot.\nHe is fifteen.\nStill.", published="2023-06-03")
    stock = StockLines()
    for document in (one, two):
        remember(stock, document)
    assert "fifteen" in without(two, stock)
    remember(stock, late)
    assert "fifteen" not in without(late, stock)
    assert "shot" in without(late, stock)


def test_a_first_line_and_a_blank_one_are_never_left_out() -> None:
    document = Document("a", "Velk was shot.\n \nHe is fifteen.")
    card = story_card(document)
    assert card.lines == lines_in(document.text)
    assert card.droppable == lines_in("He is fifteen.")
    assert story_card(document, card.lines).without == card.droppable


def test_lines_are_known_without_the_space_around_them() -> None:
    assert lines_in("one \n two\n\n") == lines_in("two\none")
    assert len(lines_in("one\ntwo\n \t")) == 2
