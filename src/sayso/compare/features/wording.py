"""Claims that share telling words."""

from collections.abc import Mapping

from sayso.compare.propositions import Proposition


def shared_words(
    left: Proposition, right: Proposition, rarity: Mapping[str, float]
) -> tuple[float, list[str]]:
    """How much of the lighter claim's words the other has too, by their rarity (0–1); and which
    words these are, the rarest first."""
    shared = sorted(left.terms & right.terms, key=lambda word: (-rarity[word], word))
    weights = [sum(rarity[word] for word in one.terms) for one in (left, right)]
    both = sum(rarity[word] for word in shared)
    return (both / max(min(weights), 1e-9)) if shared else 0.0, shared
