"""The network that reads disputes, the batches that it is given, and what it is to learn."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from sayso.encoder.disputes import CONTENT_OF, RELATIONS
from sayso.encoder.pieces import SHAPES
from training.disputes.labelled import OPPOSITE, UNKNOWN, UNMARKED
from training.network import HIDDEN, Encoder

CLAIM = 256
ROLES = 3 + len(CONTENT_OF)
WHOLE_NUMBERS = ("ids", "shapes", "roles", "part", "mask")
INPUTS = (*WHOLE_NUMBERS, "contents", "frames", "relations")
OUTPUTS = ("stands", "pairs")
# How the parts of the loss are weighed: claims, which claims answer, pairs.
WEIGHTS = (1.0, 0.3, 2.0)


class Example(NamedTuple):
    """A reading with its labels: of its claims [claims, 4], of its pairs [claims, claims]."""

    inputs: dict[str, NDArray[Any]]
    stands: NDArray[np.float32]
    pairs: NDArray[np.int64]


class DisputeReader(nn.Module):
    """Claims and pairs of claims of a passage: see `sayso.encoder.disputes`."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.shapes = nn.Embedding(SHAPES, HIDDEN)
        self.roles = nn.Embedding(ROLES, HIDDEN)
        self.part = nn.Embedding(2, HIDDEN)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.part.weight)
        nn.init.normal_(self.roles.weight, std=0.02)
        self.claim = nn.Linear(2 * HIDDEN, CLAIM)
        self.stand = nn.Linear(CLAIM, 3)
        self.left = nn.Linear(CLAIM, CLAIM)
        self.right = nn.Linear(CLAIM, CLAIM)
        self.alike = nn.Linear(CLAIM, CLAIM, bias=False)
        self.unlike = nn.Linear(CLAIM, CLAIM, bias=False)
        self.relation = nn.Linear(RELATIONS, CLAIM, bias=False)
        self.pair = nn.Linear(CLAIM, 3)

    def forward(
        self,
        ids: Tensor,
        shapes: Tensor,
        roles: Tensor,
        part: Tensor,
        mask: Tensor,
        contents: Tensor,
        frames: Tensor,
        relations: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """The scores of claims [batch, claims, 3] and of pairs [batch, claims, claims, 3].

        Whole numbers are [batch, pieces], contents and frames [batch, claims, pieces], relations
        [batch, claims, claims, RELATIONS].
        """
        x = self.encoder(ids, mask, self.shapes(shapes) + self.roles(roles) + self.part(part))
        means = [torch.matmul(weights.to(x.dtype), x) for weights in (contents, frames)]
        claims = functional.gelu(self.claim(torch.cat(means, dim=-1)))
        first, second = claims[:, :, None, :], claims[:, None, :, :]
        both = (
            self.left(claims)[:, :, None, :]
            + self.right(claims)[:, None, :, :]
            + self.alike(first * second)
            + self.unlike((first - second).abs())
            + self.relation(relations.to(x.dtype))
        )
        return self.stand(claims), self.pair(functional.gelu(both))


def collate(examples: Sequence[Example]) -> tuple[dict[str, Tensor], Tensor, Tensor]:
    """One batch, padded: inputs, labels of claims, labels of pairs."""
    pieces = max(len(one.inputs["ids"]) for one in examples)
    claims = max(len(one.stands) for one in examples)
    count = len(examples)
    shapes: dict[str, tuple[int, ...]] = {
        "contents": (claims, pieces),
        "frames": (claims, pieces),
        "relations": (claims, claims, RELATIONS),
    }
    batch = {name: np.zeros((count, pieces), np.int64) for name in WHOLE_NUMBERS}
    floats = {name: np.zeros((count, *shape), np.float32) for name, shape in shapes.items()}
    stands = np.zeros((count, claims, 4), np.float32)
    pairs = np.full((count, claims, claims), UNKNOWN, np.int64)
    for row, one in enumerate(examples):
        length, found = len(one.inputs["ids"]), len(one.stands)
        for name, whole in batch.items():
            whole[row, :length] = one.inputs[name]
        floats["contents"][row, :found, :length] = one.inputs["contents"]
        floats["frames"][row, :found, :length] = one.inputs["frames"]
        floats["relations"][row, :found, :found] = one.inputs["relations"]
        stands[row, :found] = one.stands
        pairs[row, :found, :found] = one.pairs
    tensors = {name: torch.from_numpy(array) for name, array in (batch | floats).items()}
    return tensors, torch.from_numpy(stands), torch.from_numpy(pairs)


def losses(network: DisputeReader, batch: tuple[dict[str, Tensor], Tensor, Tensor]) -> Tensor:
    """How far the network is from the labels: of claims, of which claims answer, of pairs.

    Of two claims of which neither is marked, only "opposite sides" is wrong: they may say the same.
    """
    inputs, stands, pairs = batch
    of_claims, of_pairs = network(**inputs)
    of_claims, chances = of_claims.float(), torch.log_softmax(of_pairs.float(), dim=-1)
    apart = functional.binary_cross_entropy_with_logits(
        of_claims, stands[..., :3], reduction="none"
    )
    known, disputed = stands[..., 3], stands[..., 0]
    claims = (apart[..., :2].sum(-1) * known).sum() / known.sum().clamp(1)
    answers = (apart[..., 2] * disputed).sum() / disputed.sum().clamp(1)
    marked, unmarked = (pairs >= 0) & (pairs <= OPPOSITE), pairs == UNMARKED
    right = chances.gather(-1, pairs.clamp(0, OPPOSITE)[..., None])[..., 0]
    not_opposite = torch.logsumexp(chances[..., :OPPOSITE], dim=-1)
    count = (marked.sum() + unmarked.sum()).clamp(1)
    of_all = -(right * marked + not_opposite * unmarked).sum() / count
    return torch.stack([claims, answers, of_all])
