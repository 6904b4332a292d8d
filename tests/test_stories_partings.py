"""Pairs with their likeness -> stories: a report that stands alone joins the one story that it is near, in whatever order."""

import random

import numpy as np
import pytest

from rashomon.stories.partings import Pairs, part_stories

STORY = {(0, 1): 0.8, (0, 2): 0.7, (1, 2): 0.9}


def parted(pairs: dict[tuple[int, int], float], size: int, apart: frozenset[int] = frozenset()) -> list[tuple[int, ...]]:
    """`apart`: reports of other days than all others."""
    given = list(pairs.items())
    random.Random(1).shuffle(given)
    one, other = (np.array([key[n] for key, _ in given], np.int32) for n in (0, 1))
    together = np.array([not (set(key) & apart) for key, _ in given])
    return part_stories(range(size), Pairs(one, other, np.array([v for _, v in given], np.float32), together))


@pytest.mark.parametrize("likeness, joins", [(0.05, False), (0.12, True), (0.28, True)])
def test_the_other_sides_report_joins_the_only_story_that_it_is_near(likeness: float, joins: bool) -> None:
    near = {(i, 3): likeness for i in range(3)}
    assert parted(STORY | near, 4) == ([(0, 1, 2, 3)] if joins else [(0, 1, 2), (3,)])


def test_a_report_faintly_like_two_stories_stays_alone() -> None:
    second = {(3, 4): 0.8, (3, 5): 0.7, (4, 5): 0.9}
    near = {(i, 6): 0.12 for i in range(3)} | {(i, 6): 0.08 for i in range(3, 6)}
    assert (6,) in parted(STORY | second | near, 7)


def test_a_report_of_other_days_must_be_more_than_faintly_like_the_story() -> None:
    assert parted(STORY | {(i, 3): 0.12 for i in range(3)}, 4, frozenset({3})) == [(0, 1, 2), (3,)]
    assert parted(STORY | {(i, 3): 0.28 for i in range(3)}, 4, frozenset({3})) == [(0, 1, 2, 3)]


def test_two_reports_that_stand_alone_are_not_joined_for_being_faintly_alike() -> None:
    assert parted({(0, 1): 0.2}, 2) == [(0,), (1,)]
