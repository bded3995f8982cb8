"""The network: BERT's encoder with an embedding of letter shapes, and outputs for tags and links to cues."""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.encoder.labels import LABELS
from sayso.encoder.pieces import SHAPES

HIDDEN, HEADS, LAYERS, INNER, PLACES, EPSILON = 384, 12, 6, 1536, 512, 1e-12
LINK = 64


class Layer(nn.Module):
    """One transformer layer, normalised after each part as BERT is (Devlin et al. 2019)."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(HIDDEN, HIDDEN)
        self.key = nn.Linear(HIDDEN, HIDDEN)
        self.value = nn.Linear(HIDDEN, HIDDEN)
        self.attended = nn.Linear(HIDDEN, HIDDEN)
        self.norm_attended = nn.LayerNorm(HIDDEN, EPSILON)
        self.wide = nn.Linear(HIDDEN, INNER)
        self.narrow = nn.Linear(INNER, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`x` [batch, pieces, hidden], `mask` [batch, 1, 1, pieces] added to the attention."""
        batch, length, _ = x.shape

        def heads(linear: nn.Linear) -> Tensor:
            return linear(x).view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2)

        query, key, value = heads(self.query), heads(self.key), heads(self.value)
        # Written out: on a processor, in half precision, twice as fast as torch's own in one step.
        scores = torch.matmul(query * (HIDDEN // HEADS) ** -0.5, key.transpose(2, 3))
        weights = torch.softmax(scores + mask.to(scores.dtype), dim=-1, dtype=scores.dtype)
        seen = torch.matmul(weights, value).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.norm_attended(x + self.attended(seen))
        return self.norm(x + self.narrow(functional.gelu(self.wide(x))))


class Encoder(nn.Module):
    """Word pieces to vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, HIDDEN)
        self.places = nn.Embedding(PLACES, HIDDEN)
        self.kind = nn.Parameter(torch.zeros(HIDDEN))
        self.norm = nn.LayerNorm(HIDDEN, EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, mask: Tensor, extra: Tensor | None = None) -> Tensor:
        """`ids` and `mask` (1 for a piece, 0 for padding) [batch, pieces]; to [.., hidden]."""
        x = self.words(ids) + self.places.weight[: ids.shape[1]] + self.kind
        x = self.norm(x if extra is None else x + extra)
        away = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, away)
        return x


class Tagger(nn.Module):
    """Tags for every piece, and two vectors whose product says which cue a piece belongs to."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        self.tags = nn.Linear(HIDDEN, len(LABELS))
        self.belongs = nn.Linear(HIDDEN, LINK)
        self.governs = nn.Linear(HIDDEN, LINK)
        nn.init.zeros_(self.shapes.weight)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """All inputs [batch, pieces]; tag scores, belonging and governing vectors."""
        x = self.encoder(ids, mask, self.shapes(shapes))
        return self.tags(x), self.belongs(x), self.governs(x)


class Vectors(nn.Module):
    """A text's vector: the mean over its pieces, of length one (as the original model has it)."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """`ids` and `mask` [batch, pieces]; to [batch, hidden]."""
        weight = mask[:, :, None].float()
        mean = (self.encoder(ids, mask) * weight).sum(1) / weight.sum(1)
        return functional.normalize(mean, dim=1)


PARTS = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "attended",
    "attention.output.LayerNorm": "norm_attended",
    "intermediate.dense": "wide",
    "output.dense": "narrow",
    "output.LayerNorm": "norm",
}


def load_original(encoder: Encoder, folder: Path) -> None:
    """Fill the encoder with the weights of a stored BERT of this size."""
    config = json.loads((folder / "config.json").read_text())
    if (config["hidden_size"], config["num_hidden_layers"]) != (HIDDEN, LAYERS):
        raise ValueError(f"{folder} holds a network of another size: {config}")
    stored = load_file(folder / "model.safetensors")
    state = {
        "words.weight": stored["embeddings.word_embeddings.weight"],
        "places.weight": stored["embeddings.position_embeddings.weight"],
        "kind": stored["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": stored["embeddings.LayerNorm.weight"],
        "norm.bias": stored["embeddings.LayerNorm.bias"],
    }
    for number in range(LAYERS):
        for theirs, ours in PARTS.items():
            for kind in ("weight", "bias"):
                state[f"layers.{number}.{ours}.{kind}"] = stored[
                    f"encoder.layer.{number}.{theirs}.{kind}"
                ]
    encoder.load_state_dict(state)
