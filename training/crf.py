"""A linear-chain conditional random field over tags (Lafferty et al. 2001)."""

import torch
from torch import Tensor, nn

from sayso.encoder.labels import LABELS, may_follow

NEVER = -1e4


class Crf(nn.Module):
    """Scores of one tag after another, and at the start; what BIO forbids stays forbidden."""

    def __init__(self) -> None:
        super().__init__()
        size = len(LABELS)
        self.step = nn.Parameter(torch.zeros(size, size))
        self.start = nn.Parameter(torch.zeros(size))
        banned = [[0.0 if may_follow(i, j) else NEVER for j in range(size)] for i in range(size)]
        self.register_buffer("banned", torch.tensor(banned))

    def forward(self, scores: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Negative log-likelihood, summed; `scores` [batch, words, tags], the others [.., words].

        A window may begin inside a span, so every tag may come first.
        """
        step = self.step + self.banned
        held = mask.float()
        gold = scores.gather(2, tags[:, :, None])[:, :, 0]
        moves = step[tags[:, :-1], tags[:, 1:]]
        path = (gold * held).sum(1) + (moves * held[:, 1:]).sum(1) + self.start[tags[:, 0]]
        alpha = self.start + scores[:, 0]
        for place in range(1, scores.shape[1]):
            new = torch.logsumexp(alpha[:, :, None] + step, dim=1) + scores[:, place]
            alpha = torch.where(mask[:, place, None], new, alpha)
        return (torch.logsumexp(alpha, dim=1) - path).sum()
