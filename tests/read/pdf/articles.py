"""Invented articles of any length, for typesetting."""

import random

LONG = [
    "bridge",
    "market",
    "hospital",
    "school",
    "village",
    "convoy",
    "ministry",
    "spokesman",
    "witnesses",
    "residents",
    "reported",
    "killed",
    "injured",
    "shelling",
    "checkpoint",
    "northern",
    "district",
    "governor",
    "investigation",
    "commission",
    "statement",
    "officials",
    "soldiers",
    "civilians",
    "aircraft",
    "warehouse",
    "humanitarian",
    "organisation",
    "volunteers",
    "ambulance",
    "neighbourhood",
    "yesterday",
    "afterwards",
    "government",
    "opposition",
    "responsibility",
    "observers",
    "communication",
    "infrastructure",
    "reconstruction",
    "agreement",
    "negotiations",
    "ceasefire",
    "verification",
]
SHORT = [
    "the",
    "a",
    "of",
    "in",
    "at",
    "and",
    "on",
    "by",
    "with",
    "from",
    "that",
    "had",
    "was",
    "were",
    "would",
    "not",
    "after",
    "two",
    "said",
    "told",
]
RARE = ("twenty-two", "self-defence", "Mr. Oren", "COVID-19", "Mi-8", "400", "“safe zone”", "(AND)")
ENDS = (".", ".", ".", ".", "?", ".”")


def article(seed: int, paragraphs: int = 14) -> list[str]:
    """Paragraphs of nonsense that reads like a report to a typesetter."""
    chance = random.Random(seed)  # noqa: S311
    return [
        " ".join(_sentence(chance) for _ in range(chance.randint(1, 5))) for _ in range(paragraphs)
    ]


def _sentence(chance: random.Random) -> str:
    words = [
        chance.choice(LONG if chance.random() < 0.5 else SHORT)
        for _ in range(chance.randint(7, 22))
    ]
    if chance.random() < 0.4:
        words[chance.randrange(1, len(words))] = chance.choice(RARE)
    text = " ".join(words)
    return text[0].upper() + text[1:] + chance.choice(ENDS)
