"""How likely a reader would call a point a dispute, and the three steps that a page shows."""

from sayso.compare.points.disputes import Dispute
from sayso.compare.points.stored_weights import chance_of, log_odds, stored_weights
from sayso.model.comparison import Likelihood

MIN_CLEAR, MIN_LIKELY = 0.75, 0.45
# Of disputes of figures by how many signs there are (see `FigureDispute.strength`): 15 of 18 in all
# marked piles are right, but few stand in real reports, so the figures are lower than that.
OF_FIGURES = (0.5, 0.6, 0.7, 0.8)
PROBABILITY_OF_CONCESSION = 0.5


def likelihood_of(probability: float) -> Likelihood:
    """The step of a probability.

    >>> likelihood_of(0.5)
    <Likelihood.LIKELY: 'likely'>
    """
    if probability >= MIN_CLEAR:
        return Likelihood.CLEAR
    return Likelihood.LIKELY if probability >= MIN_LIKELY else Likelihood.PERHAPS


def probability_of_dispute(dispute: Dispute) -> float:
    """The share of disputes with such a chance that were right in real reports."""
    fitted = stored_weights()["calibration"]
    return chance_of(fitted["constant"] + fitted["slope"] * log_odds(dispute.chance))


def probability_of_figures(strength: int) -> float:
    """The probability of a dispute of figures with so many signs."""
    return OF_FIGURES[strength]
