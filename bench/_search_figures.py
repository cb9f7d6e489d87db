"""What the answers of one track come to: recall, rank, false answers, latency."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

TOP: Final = 10
"""Only the ten likeliest count."""

KEPT: Final = 95
"""The percentage of the people searched for that the threshold of `fpr_at_95` keeps."""


class Answer(NamedTuple):
    """What one query got: the rank of the person meant (0: not among ten), their score, the best score.

    A score is -inf when there is none. Seconds are those that passed and those this process computed.
    """

    rank: int
    own: float
    best: float
    seconds: float
    cpu: float


class Figures(NamedTuple):
    """One track: `n` people searched for who are there; shares are 0..1, None where there is nothing to tell.

    `fpr_at_95` is the share of absent people who still get an answer at the score that 95 % of those present
    reach; None when fewer than 95 % are among the ten. Milliseconds are by nearest rank over all queries.
    """

    track: str
    n: int
    recall_at_1: float | None
    recall_at_10: float | None
    mrr: float | None
    fpr_at_95: float | None
    p50_ms: float
    p99_ms: float
    cpu_p50_ms: float
    cpu_p99_ms: float


class Band(NamedTuple):
    """Answers whose best score is from `least` to the next band: how many, and the share of right ones."""

    least: float
    answers: int
    right: float


class Meaning(NamedTuple):
    """What a score means: the share of right best answers, by bands of their score."""

    bands: Sequence[Band]


BANDS: Final = (0.0, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.99)


def meaning(answers: Sequence[Answer]) -> Meaning:
    """Tell how often the best answer was the person meant; nobody is right for somebody who is absent."""
    bands = []
    for least, next_least in pairwise((*BANDS, math.inf)):
        right = [answer.rank == 1 for answer in answers if least <= answer.best < next_least]
        if right:
            bands.append(Band(least, len(right), _share(right)))
    return Meaning(bands)


def figures(track: str, present: Sequence[Answer], absent: Sequence[Answer]) -> Figures:
    """Sum up a track's answers about people who are in the population and about people who are not."""
    ranks = [answer.rank for answer in present]
    seconds = [answer.seconds for answer in (*present, *absent)]
    cpu = [answer.cpu for answer in (*present, *absent)]
    return Figures(
        track,
        len(present),
        _share(rank == 1 for rank in ranks) if ranks else None,
        _share(rank > 0 for rank in ranks) if ranks else None,
        _share(1 / rank if rank else 0 for rank in ranks) if ranks else None,
        false_positives([answer.own for answer in present], [answer.best for answer in absent]),
        *(milliseconds(nearest_rank(times, percent)) for times in (seconds, cpu) for percent in (50, 99)),
    )


def false_positives(own: Sequence[float], best: Sequence[float]) -> float | None:
    """The share of absent people's best scores that reach what 95 % of those present reach with their own."""
    if not own or not best:
        return None
    threshold = sorted(own, reverse=True)[_place(len(own), KEPT)]
    if threshold == -math.inf:
        return None
    return _share(score >= threshold for score in best)


def nearest_rank(values: Sequence[float], percent: int) -> float:
    """The smallest value that `percent` of all do not exceed; ValueError when there is none."""
    if not values:
        raise ValueError("there is no percentile of nothing")
    return sorted(values)[_place(len(values), percent)]


def milliseconds(seconds: float) -> float:
    """Seconds as milliseconds, to the microsecond."""
    return round(seconds * 1000, 3)


def _place(count: int, percent: int) -> int:
    """Where the last of the first `percent` of a list stands; whole numbers, so that 95 % of 20 is 19."""
    return -(-percent * count // 100) - 1


def _share(values: Iterable[float]) -> float:
    listed = list(values)
    return round(sum(listed) / len(listed), 4)
