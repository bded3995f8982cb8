"""Which reports repeat one another's words, and where.

Runs of eight words that few reports have lead to pairs (`candidates`); each pair is laid side by side
(`alignment`), and only what is then seen to be the same, word for word, counts. Nothing is concluded
from two pairs about a third.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.compare.alignment import Laid, Run, chains, covered, shared_runs
from sayso.compare.candidates import candidates, common
from sayso.compare.shingles import Places, shingles, winnowed, words
from sayso.model.comparison import Copy, CopyKind, Passage, Quote
from sayso.model.text import Document

RUN = 8  # words
WINDOW = 4  # runs of which one is looked up: eleven words in common are never missed
WHOLE = 0.5  # of the shorter text's runs of RUN words; who repeats so much repeats the report
NEARLY = 0.6  # of the shorter text's words, in shorter runs: a report copied with many changes
STOCK = 20  # texts; a run in more of them is a stock phrase or a standing notice
PASSAGE = 15  # words of their own that two texts share in one run
CHANGED = 24  # the same, with a few words changed in between
GLANCE = 8  # shared runs of five words; with fewer it is no passage
LETTERS = re.compile(r"[^\W_]+")


def find_copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """The pairs of documents that share half of the shorter text, or a passage of 15 words or more.

    `left` is the one with the lower id. Who had the words first is for `direction` to say.
    """
    by_id = {document.id: document for document in documents}
    ordered = [by_id[one] for one in sorted(by_id)]
    laid = [Laid(words(document)) for document in ordered]
    runs = [shingles(one.words.hash, RUN) for one in laid]
    places = [winnowed(one, WINDOW) for one in runs]
    marks = [one[kept] for one, kept in zip(runs, places, strict=True)]
    known = common(marks, STOCK)
    stock = [kept[np.isin(mark, known)] for mark, kept in zip(marks, places, strict=True)]
    found = []
    for left, right in candidates(marks, least=1).tolist():
        short, long = sorted((left, right), key=lambda one: (len(laid[one].words), one))
        likeness = _likeness(laid[short], laid[long], stock[short])
        if likeness is not None:
            if short != left:
                likeness = likeness.turned()
            found.append(
                _copy((ordered[left], ordered[right]), (laid[left], laid[right]), likeness)
            )
    return tuple(copy for copy in found if copy.passages)


@dataclass(frozen=True, slots=True)
class _Likeness:
    kind: CopyKind
    share: float
    runs: list[Run]

    def turned(self) -> "_Likeness":
        """The same with left and right exchanged."""
        runs = [Run(run.right, run.left, run.length) for run in self.runs]
        return _Likeness(self.kind, self.share, sorted(runs, key=lambda run: (run.left, run.right)))


def _likeness(short: Laid, long: Laid, stock: Places) -> _Likeness | None:
    """What two texts have in common, if it is enough to speak of; `stock` are the shorter one's
    places where a stock phrase begins."""
    size = len(short.words)
    runs = shared_runs(short, long, least=min(GLANCE, size // 3))
    if not runs:
        return None
    share = float(np.mean(covered([(run.left, run.length) for run in runs], size)))
    whole = sum(max(0, run.length - RUN + 1) for run in runs)
    kept = [run for run in runs if run.length >= RUN] or runs
    if whole >= WHOLE * (size - RUN + 1) or share >= NEARLY:
        return _Likeness(CopyKind.COPY, share, kept)
    if _has_passage(runs, covered([(place, RUN) for place in stock.tolist()], size)):
        return _Likeness(CopyKind.PASSAGE, share, kept)
    return None


def _has_passage(runs: list[Run], stock: NDArray[np.bool_]) -> bool:
    """Whether some of the shared words are a passage of the reports' own and no stock phrase."""
    whole = 0
    for chain in chains(runs):
        own = [run.length - int(stock[run.left : run.left + run.length].sum()) for run in chain]
        if sum(own) >= CHANGED:
            return True
        whole += sum(max(0, count - RUN + 1) for count in own)
    return whole >= PASSAGE - RUN + 1


def _copy(
    documents: tuple[Document, Document], laid: tuple[Laid, Laid], likeness: _Likeness
) -> Copy:
    """The value; only runs whose words are the same letter for letter are kept."""
    passages = []
    for run in likeness.runs:
        left = laid[0].words.span(run.left, run.left + run.length)
        right = laid[1].words.span(run.right, run.right + run.length)
        if _same_words(documents[0][left], documents[1][right]):
            quotes = Quote(documents[0].id, left), Quote(documents[1].id, right)
            passages.append(Passage(*quotes))
    ids = documents[0].id, documents[1].id
    return Copy(*ids, likeness.kind, None, round(likeness.share, 4), tuple(passages))


def _same_words(left: str, right: str) -> bool:
    left, right = left.lower(), right.lower()
    return left == right or LETTERS.findall(left) == LETTERS.findall(right)
