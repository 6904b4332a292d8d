#!/usr/bin/env python3
"""Cost, memory and steadiness of grouping a stream of synthetic reports, without any text.

usage: grouping.py [--most N] [--a-day N]

A report is a gist: 128 words of a vocabulary that is distributed as Zipf has it (some of the story's own, some of its topic's,
the rest anybody's), 30 names, a vector, a day. Stories have heavy-tailed sizes (1 to 400 reports, 5 on average) and last some
days; a hundred stories share a topic. Prints, for streams of 1,000, 10,000 and N reports: processor time a report (adding and
parting all at the end), peak memory, B-cubed against the stories that the reports were made for; then whether the stories and
their ids are the same when the reports come in another order.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import numpy as np

from rashomon.stories.gists import FEATURES, NAMES, WORDS, Gist, Weights
from rashomon.stories.grouping import Group, Grouping

VOCABULARY = 200_000
LARGEST = 400  # reports of a story
STORIES_A_TOPIC = 100
FIRST = date(2024, 1, 1)


class World:
    """Topics, stories and what words belong to them; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.common = np.cumsum(1.0 / np.arange(1, VOCABULARY + 1))
        sizes = np.arange(1, LARGEST + 1) ** -1.9
        self.sizes = np.cumsum(sizes / sizes.sum())
        self.topics: dict[int, tuple[np.ndarray, np.ndarray]] = {}

    def anybody(self, count: int) -> np.ndarray:
        """Words as they are common, the most common left out (they are in no bag)."""
        return np.searchsorted(self.common, self.rng.random(count) * self.common[-1]) + 500

    def topic(self, number: int) -> tuple[np.ndarray, np.ndarray]:
        if number not in self.topics:
            self.topics[number] = (self.rng.integers(0, FEATURES, 60), self.rng.standard_normal(384) / 384**0.5)
        return self.topics[number]

    def reports(self, count: int, a_day: int) -> Iterator[tuple[Gist, int]]:
        """Reports, story after story (the caller puts them in order of time), each with the number of its story."""
        made, story = 0, 0
        days = max(1, count // a_day)
        while made < count:
            size = min(count - made, int(np.searchsorted(self.sizes, self.rng.random())) + 1)
            words, lead = self.topic(int(self.rng.integers(0, max(1, count // (5 * STORIES_A_TOPIC)))))
            own = self.rng.integers(0, FEATURES, 40)
            centre = 0.6 * lead + 0.55 * self.rng.standard_normal(384) / 384**0.5
            start = int(self.rng.integers(0, days))
            for _ in range(size):
                day = FIRST + timedelta(days=start + min(20, int(self.rng.exponential(1.5))))
                yield self.report(f"doc:{made:016x}", own, words, centre, day), story
                made += 1
            story += 1

    def report(self, name: str, own: np.ndarray, topic: np.ndarray, centre: np.ndarray, day: date) -> Gist:
        pick = self.rng.permutation
        words = [*pick(own[:32])[:14], *pick(topic[:48])[:24], *self.anybody(WORDS)]
        names = [*pick(own[32:])[:4], *pick(topic[48:])[:6], *(self.anybody(NAMES) + VOCABULARY)[:18]]
        vector = centre + 0.55 * self.rng.standard_normal(384) / 384**0.5
        vector /= np.linalg.norm(vector)
        told = (day, day)
        return Gist(
            name, 0, name, told, told, (), False, self.bag(words, WORDS), self.bag(names, 30), vector.astype("<f2").tobytes()
        )

    def bag(self, words: list[int], most: int) -> Weights:
        ids = np.array(list(dict.fromkeys(int(w) % FEATURES for w in words))[:most], "<i4")
        values = np.sort(self.rng.gamma(4.0, 1.0, len(ids)))[::-1]
        order = np.argsort(np.arange(len(ids)) * self.rng.uniform(0.3, 1.0, len(ids)), kind="stable")
        return Weights(ids[order].tobytes(), (values / np.linalg.norm(values)).astype("<f2").tobytes())


def group(gists: Iterable[Gist]) -> tuple[tuple[Group, ...], float]:
    """The stories, and the processor seconds that they cost."""
    grouping, spent = Grouping(), 0.0
    for gist in gists:
        began = time.process_time()
        grouping.add((gist,))
        spent += time.process_time() - began
    began = time.process_time()
    groups = grouping.groups()
    return groups, spent + time.process_time() - began


def b_cubed(groups: Iterable[Group], story_of: dict[str, int]) -> tuple[float, float]:
    """Precision and recall."""
    sizes = Counter(story_of.values())
    precision = recall = 0.0
    for one in groups:
        inside = Counter(story_of[d] for d in one.documents)
        precision += sum(n * n for n in inside.values()) / len(one.documents)
        recall += sum(n * n / sizes[s] for s, n in inside.items())
    return precision / len(story_of), recall / len(story_of)


def measure(count: int, a_day: int) -> float:
    """Prints a line; processor seconds a report."""
    made = sorted(World(7).reports(count, a_day), key=lambda pair: pair[0].day or FIRST)
    groups, spent = group(gist for gist, _ in made)
    precision, recall = b_cubed(groups, {gist.document: story for gist, story in made})
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    f1 = 2 * precision * recall / (precision + recall)
    print(
        f"{count:>8,} reports  {1000 * spent / count:.3f} ms a report  {memory:.2f} GB at most (the stream itself included)  "
        f"B-cubed {precision:.3f} {recall:.3f} {f1:.3f}",
        flush=True,
    )
    return spent / count


def steady(count: int, a_day: int) -> None:
    """Prints how many stories of one order have the same id, and the same members too, in two others."""
    gists = [gist for gist, _ in World(7).reports(count, a_day)]
    first = {(one.id, one.members) for one in group(gists)[0]}
    for seed in (1, 2):
        random.Random(seed).shuffle(gists)
        other = {(one.id, one.members) for one in group(gists)[0]}
        ids = len({identity for identity, _ in first} & {identity for identity, _ in other})
        same = f"{ids:,} of {len(first):,} stories have the same id, {len(first & other):,} the same reports too"
        print(f"{count:>8,} reports  in another order {same}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--most", type=int, default=100_000)
    parser.add_argument("--a-day", type=int, default=1_000)
    options = parser.parse_args()
    costs = [measure(count, options.a_day) for count in (1_000, 10_000, options.most)]
    print(f"cost a report, {options.most:,} / 1,000: {costs[-1] / costs[0]:.2f}")
    steady(10_000, options.a_day)


if __name__ == "__main__":
    main()
