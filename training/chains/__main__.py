"""Write the marked texts as examples for the tagger: `python -m training.chains --out FILE`.

The output has each text with its outermost attributions, and each sentence of a content by itself
with the attributions inside it, because `extract` reads contents again in this way.
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from sayso.extract.speech.excerpts import Excerpt, content_excerpts
from sayso.model.speech import Attribution, Kind, Speech
from sayso.model.text import Span
from training.chains import Marked, MarkedText, Place, stands_in, written_texts

EMPTY = 0.5  # the share of contents without an attribution inside that are used
CAPITALS = 0.04  # the share of texts that are also shown in capitals


def examples(some: MarkedText, rng: np.random.Generator) -> Iterator[dict[str, Any]]:
    """A text with its outermost attributions, and the sentences of its contents."""
    pairs = list(zip(some.attributions, some.outer, strict=True))
    outermost = [one for one, outer in pairs if outer is None]
    yield {"text": some.text, "attributions": outermost}
    if some.text.isascii() and rng.random() < CAPITALS:
        yield {"text": some.text.upper(), "attributions": outermost}
    read: list[list[Place]] = []
    for number, one in enumerate(some.attributions):
        if one["content"] in read:  # "the paper, citing two officials, said": both say the same
            continue
        read.append(one["content"])
        inside = [inner for inner, outer in pairs if outer == number]
        content = tuple(Span(start, end) for start, end in one["content"])
        attribution = Attribution(None, None, content, Speech.INDIRECT, Kind.SPEECH, None, 1.0)
        for excerpt in content_excerpts(some.text, Excerpt(0, 0, some.text), attribution):
            place = [[excerpt.start, excerpt.start + len(excerpt.text)]]
            own = [_moved(inner, -excerpt.start) for inner in inside if stands_in(inner, place)]
            if own or rng.random() < EMPTY:
                yield {"text": excerpt.text, "attributions": own}


def _moved(one: Marked, by: int) -> Marked:
    return {role: [[start + by, end + by] for start, end in places] for role, places in one.items()}


def main() -> None:
    """Read the texts and write the examples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="a .jsonl.gz file")
    parser.add_argument("--files", default="abcd", help="the hands whose texts are used")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = np.random.default_rng(options.seed)
    made = [one for some in written_texts(options.files) for one in examples(some, rng)]
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(options.out, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(one) + "\n" for one in made)
    marked = sum(len(one["attributions"]) for one in made)
    print(f"{len(made)} examples with {marked} attributions")


if __name__ == "__main__":
    main()
