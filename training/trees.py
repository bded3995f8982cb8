"""Make attributions from syntax trees: `python -m training.trees --data FOLDER --out FILE`.

PolNeAR has only newspapers and marks only the outermost attributions. Trees of other English texts show
more: EWT's blogs, letters and reviews, and GUM's speeches, hearings, videos and textbooks (its news and
interviews are left out, because they are used to measure). A verb of `cues.toml` with a clause as its
object is a cue; its subject is the source and the clause is the content. The output has each document
with its outermost attributions, and each content on its own with the attributions inside it, because
`extract` reads contents again. Where the trees decide nothing, the bundled network marks the text.
"""

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from sayso.extract.speech.attributions import find_attributions
from sayso.lexicon.cues import cue_words

FILES = ("ewt_train", "gum_train")
KEPT_OUT = ("GUM_news", "GUM_interview")
# Relations that belong to a verb's group, and those of a subject.
AROUND = frozenset({"aux", "aux:pass", "cop", "advmod", "compound:prt"})
SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
ASIDE = 7  # words; a longer parenthesis is not like "I think"
CLOSING = frozenset(".,;:!?-–—")
TOGETHER = 16  # texts read at a time
EMPTY = 0.4  # the share of contents without an attribution inside that are used

Span = list[int]
Marked = dict[str, list[Span]]


@dataclass
class Token:
    """One word of a tree: its place in the text, its head's number (0 for the root)."""

    form: str
    lemma: str
    kind: str
    head: int
    relation: str
    start: int = 0
    end: int = 0
    children: list[int] = field(default_factory=list)


@dataclass
class Text:
    """One document: its text, and where in it the words of each sentence stand."""

    text: str
    trees: list[list[Token]]


def documents(path: Path) -> Iterator[Text]:
    """The documents of a gzipped CoNLL-U file; paragraphs are parted by an empty line."""
    name, text = "", ""
    trees: list[list[Token]] = []
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, "# newdoc id = "]:
            if line.startswith("# newdoc id"):
                if trees and not name.startswith(KEPT_OUT):
                    yield Text(text.rstrip(), trees)
                name, text, trees = line.split("=", 1)[1].strip(), "", []
            elif line.startswith("# newpar") and text:
                text = text.rstrip() + "\n\n"
            elif line[0].isdigit():
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                text, tree = _laid(text, rows)
                trees.append(tree)
                rows = []


def _laid(text: str, rows: Sequence[Sequence[str]]) -> tuple[str, list[Token]]:
    """The text with one more sentence, and the sentence's words."""
    tree = [Token("", "", "", -1, "")]
    whole, until = "", 0
    for row in rows:
        if "-" in row[0]:
            until = int(row[0].split("-")[1])
            start = len(text)
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
            whole = row[1]
            continue
        if "." in row[0]:
            continue
        number = int(row[0])
        token = Token(row[1], row[2], row[3], int(row[6]), row[7])
        if number <= until:  # a part of a contraction: its letters, as far as they are there
            at = whole.find(row[1])
            token.start = start + max(at, 0)
            token.end = token.start + len(row[1]) if at >= 0 else start + len(whole)
        else:
            token.start, token.end = len(text), len(text) + len(row[1])
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
        tree.append(token)
    for number, token in enumerate(tree[1:], 1):
        tree[token.head].children.append(number)
    if not text.endswith((" ", "\n")):
        text += " "
    return text, tree


def under(tree: Sequence[Token], top: int, without: Sequence[int] = ()) -> list[int]:
    """The numbers of the words below one in the tree, itself included, in order."""
    out, left = [], [top]
    while left:
        number = left.pop()
        out.append(number)
        left += [child for child in tree[number].children if child not in without]
    return sorted(out)


def attributions(tree: Sequence[Token]) -> list[Marked]:
    """The attributions that the tree shows: what somebody says or thinks."""
    out = []
    for number, token in enumerate(tree):
        if number == 0 or token.kind not in ("VERB", "ADJ") or not _is_cue(token):
            continue
        content = _content(tree, number)
        source = _source(tree, number)
        if content and source and not set(content) & set(source):
            group = _group(tree, number)
            content = [one for one in content if one not in group]
            if content:
                roles = {"source": source, "cue": group, "content": content}
                out.append({role: _spans(tree, some) for role, some in roles.items()})
    return out


def _is_cue(token: Token) -> bool:
    return any(
        entry.cue is not None and len(entry.phrase) == 1
        for form in {token.form.lower(), token.lemma.lower()}
        for entry in cue_words().entries.get(form, ())
    )


def _content(tree: Sequence[Token], verb: int) -> list[int]:
    token = tree[verb]
    for child in token.children:
        if tree[child].relation == "ccomp":
            return under(tree, child)
    if token.relation == "parataxis" and token.head:
        own = under(tree, verb)
        objects = {tree[child].relation for child in token.children} & {"obj", "xcomp", "obl"}
        if len(own) <= ASIDE and not objects and token.kind == "VERB":
            return [one for one in under(tree, token.head, [verb]) if one not in own]
    return []


def _source(tree: Sequence[Token], verb: int) -> list[int]:
    at = verb
    while True:
        for child in tree[at].children:
            if tree[child].relation in SUBJECTS and tree[child].lemma.lower() not in (
                "it",
                "there",
            ):
                return under(tree, child)
        if tree[at].relation != "conj" or not tree[at].head:
            return []
        at = tree[at].head


def _group(tree: Sequence[Token], verb: int) -> list[int]:
    """The verb with its auxiliaries, negation and adverbs, one unbroken run of words."""
    own = {child for child in tree[verb].children if tree[child].relation in AROUND}
    last = verb
    while last + 1 in own and tree[last + 1].relation == "compound:prt":
        last += 1
    first = verb
    while first - 1 in own:
        first -= 1
    return list(range(first, last + 1))


def _spans(tree: Sequence[Token], numbers: Sequence[int]) -> list[Span]:
    """Runs of words as spans, without marks at their ends."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    out = []
    for run in runs:
        while run and tree[run[-1]].form in CLOSING:
            run.pop()
        while run and tree[run[0]].form in CLOSING:
            run.pop(0)
        if run:
            out.append([tree[run[0]].start, tree[run[-1]].end])
    return out


def outermost(marked: Sequence[Marked]) -> tuple[list[Marked], list[Marked]]:
    """The attributions outside all others, and the rest. No word is in two of the outer ones."""
    order = sorted(marked, key=lambda one: -_size(one))
    outer: list[Marked] = []
    inner: list[Marked] = []
    for one in order:
        (inner if any(_touch(one, other) for other in outer) else outer).append(one)
    return outer, inner


def _size(one: Marked) -> int:
    return sum(end - start for spans in one.values() for start, end in spans)


def _touch(one: Marked, other: Marked) -> bool:
    return any(
        start < last and first < end
        for spans in one.values()
        for start, end in spans
        for others in other.values()
        for first, last in others
    )


def examples(texts: Sequence[Text], rng: np.random.Generator) -> Iterator[dict[str, Any]]:
    """Documents, and contents on their own: `text` and `attributions`, in the form of PolNeAR's
    files."""
    for begin in range(0, len(texts), TOGETHER):
        some = texts[begin : begin + TOGETHER]
        for one, found in zip(some, find_attributions([t.text for t in some]), strict=True):
            shown = [_marked(a.attribution) for a in found.judged if a.attribution.within is None]
            mine = [marked for tree in one.trees for marked in attributions(tree)]
            # A find that goes beyond the sentence has the tree's inside it.
            held = [a for a in shown if any(_inside(m, a) for m in mine)]
            outer, _ = outermost([*mine, *held])
            free = [a for a in shown if not any(_touch(a, other) for other in outer)]
            yield {"text": one.text, "attributions": [*outer, *free]}
            for outside in [*mine, *held]:
                for start, end in outside["content"]:
                    within = [m for m in mine if m is not outside and _covered(m, start, end)]
                    if not within and rng.random() > EMPTY:
                        continue
                    yield {
                        "text": one.text[start:end],
                        "attributions": [_moved(m, -start) for m in outermost(within)[0]],
                    }


def _marked(attribution: Any) -> Marked:
    def spans(some: Sequence[Any]) -> list[Span]:
        return [[span.start, span.end] for span in some if span is not None]

    return {
        "source": spans([attribution.source]),
        "cue": spans([attribution.cue]),
        "content": spans(attribution.content),
    }


def _inside(one: Marked, other: Marked) -> bool:
    """Whether all of one stands in the other's content."""
    return any(_covered(one, start, end) for start, end in other["content"])


def _covered(one: Marked, start: int, end: int) -> bool:
    return all(start <= first and last <= end for spans in one.values() for first, last in spans)


def _moved(one: Marked, by: int) -> Marked:
    return {role: [[start + by, end + by] for start, end in spans] for role, spans in one.items()}


def main() -> None:
    """Read the trees and write the examples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the .conllu.gz files")
    parser.add_argument("--out", type=Path, required=True, help="a .jsonl.gz file")
    parser.add_argument("--share", type=float, default=1.0, help="of the examples, to be written")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    texts = [text for name in FILES for text in documents(options.data / f"{name}.conllu.gz")]
    rng = np.random.default_rng(options.seed)
    made = [one for one in examples(texts, rng) if rng.random() < options.share]
    options.out.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(options.out, "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(one) + "\n" for one in made)
    marked = sum(len(one["attributions"]) for one in made)
    print(f"{len(texts)} documents; {len(made)} examples with {marked} attributions")


if __name__ == "__main__":
    main()
