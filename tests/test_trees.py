"""Attributions read off syntax trees, with which the network is trained."""

import gzip
from pathlib import Path

import numpy as np
import pytest

from training.trees import Text, attributions, documents, examples, outermost

SENTENCES = {
    # The mayor of Velt said he didn't know that the dam was safe.
    "said": [
        ("The", "the", "DET", 2, "det"),
        ("mayor", "mayor", "NOUN", 5, "nsubj"),
        ("of", "of", "ADP", 4, "case"),
        ("Velt", "Velt", "PROPN", 2, "nmod"),
        ("said", "say", "VERB", 0, "root"),
        ("he", "he", "PRON", 9, "nsubj"),
        ("did", "do", "AUX", 9, "aux", "SpaceAfter=No"),
        ("n't", "not", "PART", 9, "advmod"),
        ("know", "know", "VERB", 5, "ccomp"),
        ("that", "that", "SCONJ", 14, "mark"),
        ("the", "the", "DET", 12, "det"),
        ("dam", "dam", "NOUN", 14, "nsubj"),
        ("was", "be", "AUX", 14, "cop"),
        ("safe", "safe", "ADJ", 9, "ccomp", "SpaceAfter=No"),
        (".", ".", "PUNCT", 5, "punct"),
    ],
    # The ferry, I think, sank.
    "aside": [
        ("The", "the", "DET", 2, "det"),
        ("ferry", "ferry", "NOUN", 7, "nsubj", "SpaceAfter=No"),
        (",", ",", "PUNCT", 5, "punct"),
        ("I", "I", "PRON", 5, "nsubj"),
        ("think", "think", "VERB", 7, "parataxis", "SpaceAfter=No"),
        (",", ",", "PUNCT", 5, "punct"),
        ("sank", "sink", "VERB", 0, "root", "SpaceAfter=No"),
        (".", ".", "PUNCT", 7, "punct"),
    ],
    # It seems that he left: nobody says so.
    "nobody": [
        ("It", "it", "PRON", 2, "nsubj"),
        ("seems", "seem", "VERB", 0, "root"),
        ("that", "that", "SCONJ", 5, "mark"),
        ("he", "he", "PRON", 5, "nsubj"),
        ("left", "leave", "VERB", 2, "ccomp", "SpaceAfter=No"),
        (".", ".", "PUNCT", 2, "punct"),
    ],
}


def _file(folder: Path, document: str, names: list[str]) -> Path:
    lines = [f"# newdoc id = {document}"]
    for name in names:
        lines.append("# newpar")
        for number, (form, lemma, kind, head, relation, *misc) in enumerate(SENTENCES[name], 1):
            columns = [number, form, lemma, kind, "_", "_", head, relation, "_", *(misc or ["_"])]
            lines.append("\t".join(map(str, columns)))
        lines.append("")
    path = folder / "trees.conllu.gz"
    with gzip.open(path, "at", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
    return path


def _read(folder: Path, *names: str) -> Text:
    [text] = documents(_file(folder, "velt", list(names)))
    return text


def _words(text: Text) -> list[dict[str, list[str]]]:
    return [
        {role: [text.text[start:end] for start, end in spans] for role, spans in one.items()}
        for tree in text.trees
        for one in attributions(tree)
    ]


def test_the_text_is_put_together_as_it_was(tmp_path: Path) -> None:
    text = _read(tmp_path, "said", "aside")
    assert text.text == (
        "The mayor of Velt said he didn't know that the dam was safe.\n\nThe ferry, I think, sank."
    )


def test_a_clause_is_the_content_and_the_subject_the_source(tmp_path: Path) -> None:
    assert _words(_read(tmp_path, "said")) == [
        {
            "source": ["The mayor of Velt"],
            "cue": ["said"],
            "content": ["he didn't know that the dam was safe"],
        },
        {"source": ["he"], "cue": ["didn't know"], "content": ["that the dam was safe"]},
    ]


def test_an_aside_leaves_its_content_in_pieces(tmp_path: Path) -> None:
    assert _words(_read(tmp_path, "aside")) == [
        {"source": ["I"], "cue": ["think"], "content": ["The ferry", "sank"]}
    ]


@pytest.mark.parametrize("document", ["GUM_news_velt", "GUM_interview_velt"])
def test_what_is_measured_on_is_not_learnt_from(tmp_path: Path, document: str) -> None:
    path = _file(tmp_path, document, ["said"])
    assert list(documents(_file(tmp_path, "velt", ["aside"]))) == list(documents(path))
    assert len(list(documents(path))) == 1


def test_it_says_that_is_nobodys_saying(tmp_path: Path) -> None:
    assert _words(_read(tmp_path, "nobody")) == []


def test_documents_have_the_outermost_and_contents_what_is_inside(tmp_path: Path) -> None:
    text = _read(tmp_path, "said")
    outer, inner = outermost([one for tree in text.trees for one in attributions(tree)])
    assert (len(outer), len(inner)) == (1, 1)
    whole, content = list(examples([text], np.random.default_rng(0)))[:2]
    assert len(whole["attributions"]) == 1
    assert content["text"] == "he didn't know that the dam was safe"
    [within] = content["attributions"]
    assert [content["text"][start:end] for start, end in within["cue"]] == ["didn't know"]
