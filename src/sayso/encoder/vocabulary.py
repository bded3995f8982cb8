"""Which words the network knows: some 22,000, the commonest of English and many names."""

from sayso.encoder.pieces import tokenizer


def is_known_word(lower: str) -> bool:
    """Whether a word in lower case is one piece for the network.

    >>> is_known_word("hospital"), is_known_word("hospi")
    (True, False)
    """
    return tokenizer().token_to_id(lower) is not None
