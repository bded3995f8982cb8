from sayso.extract.floor.utterances import Utterance, pieces_of


def utterances(text: str) -> list[str]:
    return [
        text[one.span.start : one.span.end] for one in pieces_of(text) if isinstance(one, Utterance)
    ]


def test_a_whole_sentence_is_uttered_and_words_in_a_sentence_are_not() -> None:
    text = 'Orel called it "a farce".\n\n"We never met," he said. "Nobody asked."'
    assert utterances(text) == ['"We never met,"', '"Nobody asked."']


def test_a_title_is_not_uttered() -> None:
    assert utterances("“All Bets Are Off.”\n\nThe fair opens on Monday.") == []


def test_every_piece_stands_in_the_text_once() -> None:
    text = "“No,” said Ana Roll. “Never.” She left.\n\n“Why?” he asked."
    pieces = [text[one.span.start : one.span.end] for one in pieces_of(text)]
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_quotation_that_goes_on_is_open() -> None:
    text = "“One.\n\n“Two.”"
    assert [one.closed for one in pieces_of(text) if isinstance(one, Utterance)] == [False, True]
