"""Where two claims stand."""

from sayso.compare.points.prepared_claim import PreparedClaim


def same_report(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where both stand in one report."""
    return float(left.document == right.document)


def beside(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where they stand in one sentence or in neighbouring ones: reports put answer by charge."""
    return float(left.document == right.document and abs(left.sentence - right.sentence) <= 1)


def near(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one sentence stands between them."""
    return float(left.document == right.document and abs(left.sentence - right.sentence) == 2)


def one_own(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where an outlet says the one in its own voice and somebody says the other."""
    return float(left.own != right.own)


def both_own(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where both are said in the outlets' own voice."""
    return float(left.own and right.own)
