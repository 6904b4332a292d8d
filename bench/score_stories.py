#!/usr/bin/env python3
"""Scores comparisons of stories against gold of the shape of own_stories.jsonl; needs nothing but this file.

usage: score_stories.py GOLD.jsonl PREDICTED.jsonl

Micro over stories. align: pairs of sentences of two reports that belong to one point. only_one: sentences all of whose
points one report alone tells. diff: entries of differences, matched where the values of two reports overlap and are not the
same words; diff_slot: of the same slot too; diff_hard: hard against hard. wording_item: entries with a pair of terms, one of
each of two reports, that the other side has. quotes: pairs of reports of an entry. origins: the relation of every pair.
A sentence belongs to a point when it shares 10 characters with it; two spans overlap when they share half of the shorter.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations, product
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Place = tuple[str, int, int]  # report, start, end
ABBREVIATED = set(
    "Mr Mrs Ms Dr St Gen Col Lt Sgt Sen Rep Gov Prof Jr Sr Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No vs".split()
)
STOP = re.compile(r"""[.!?]["'”’)\]]*(?=\s+["'“‘(\[]*[A-Z0-9])""")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for stop in STOP.finditer(text, *line.span()):
            word = re.search(r"[\w.]*\Z", text[start : stop.start()])
            last = word.group() if word else ""
            short = last in ABBREVIATED or re.fullmatch(r"[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]", last)
            if not (short and text[stop.start()] == "."):
                yield start, stop.end()
                start = stop.end() + 1
        yield start, line.end()


class Told:
    """What a row (gold or predicted) tells of the reports of a gold row, as sets and lists to be compared."""

    def __init__(self, row: Row, texts: dict[str, str]) -> None:
        self.row, self.texts = row, texts
        self.sentences = {name: list(sentences(text)) for name, text in texts.items()}

    def points(self) -> list[dict[str, set[Place]]]:
        return [{d: self._touched(d, spans) for d, spans in point["accounts"].items()} for point in self.row.get("points", ())]

    def _touched(self, name: str, spans: Iterable[Sequence[int]]) -> set[Place]:
        found = set()
        for (a, b), (s, e) in product(self.sentences[name], spans):
            if min(b, e) - max(a, s) >= max(1, min(10, b - a, e - s)):
                found.add((name, a, b))
        return found

    def align(self) -> set[Hashable]:
        pairs = (combinations(sorted(point), 2) for point in self.points())
        return {
            pair
            for point, documents in zip(self.points(), pairs, strict=True)
            for a, b in documents
            for pair in product(point[a], point[b])
        }

    def only_one(self) -> set[Hashable]:
        alone: set[Hashable] = set()
        shared: set[Hashable] = set()
        for point in self.points():
            told = [places for places in point.values() if places]
            (alone if len(told) == 1 else shared).update(*told)
        return alone - shared

    def differences(self) -> list[tuple[str, bool, dict[str, Place]]]:
        entries = (d for point in self.row.get("points", ()) for d in point.get("difference", ()))
        return [(d["slot"], d["hard"], {k: (k, *v["span"]) for k, v in d["values"].items()}) for d in entries]

    def wordings(self) -> list[set[tuple[Place, Place]]]:
        """The pairs of unlike terms of each entry: not those of which each report uses both."""
        entries = []
        for wording in self.row.get("wording", ()):
            terms = {d: [(d, *span) for span in spans] for d, spans in wording["terms"].items()}
            used = {d: {self._said(t) for t in places} for d, places in terms.items()}
            pairs = set()
            for a, b in combinations(sorted(terms), 2):
                for x, y in product(terms[a], terms[b]):
                    both = self._said(x) in used[b] and self._said(y) in used[a]
                    if self._said(x) != self._said(y) and not both:
                        pairs.add((x, y))
            if pairs:
                entries.append(pairs)
        return entries

    def _said(self, place: Place) -> str:
        quotes = {0xA0: " ", 0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'}
        return self.texts[place[0]][place[1] : place[2]].translate(quotes).lower()

    def quotations(self) -> list[tuple[Place, Place]]:
        found = []
        for quote in self.row.get("quotes", ()):
            places = {d: (d, *span) for d, span in quote["accounts"].items()}
            found += [(places[a], places[b]) for a, b in combinations(sorted(places), 2)]
        return found

    def relations(self) -> dict[tuple[str, ...], str]:
        return {tuple(sorted(o["docs"])): o["relation"] for o in self.row.get("origins", ())}

    def values_match(self, gold: dict[str, Place], found: dict[str, Place]) -> bool:
        """In two reports the values overlap, and gold has not the same words in both."""
        met = [d for d in gold if d in found and overlap(gold[d], found[d])]
        words = {tuple(re.findall(r"\w+", self._said(gold[d]))) for d in met}
        return len(words) > 1


def overlap(a: Place, b: Place) -> bool:
    shared = min(a[2], b[2]) - max(a[1], b[1])
    return a[0] == b[0] and shared > 0 and 2 * shared >= min(a[2] - a[1], b[2] - b[1])


def both_overlap(a: tuple[Place, Place], b: tuple[Place, Place]) -> bool:
    return overlap(a[0], b[0]) and overlap(a[1], b[1])


def matched(gold: Sequence[Any], found: Sequence[Any], fits: Callable[[Any, Any], bool]) -> int:
    """How many of the two fit one to one, at most (augmenting paths)."""
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j, candidate in enumerate(found):
            if j not in seen and fits(gold[i], candidate):
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    return sum(place(i, set()) for i in range(len(gold)))


def counts(gold_row: Row, found_row: Row) -> Iterator[tuple[str, int, int, int, int]]:
    """(measure, right of those found, found, right of gold, gold) of one story."""
    texts = {report["doc"]: report["text"] for report in gold_row["docs"]}
    gold, found = Told(gold_row, texts), Told(found_row, texts)
    for name, a, b in (("align", gold.align(), found.align()), ("only_one", gold.only_one(), found.only_one())):
        yield name, len(a & b), len(b), len(a & b), len(a)
    differences, theirs = gold.differences(), found.differences()
    hard, theirs_hard = [d for d in differences if d[1]], [d for d in theirs if d[1]]

    def values(a: Any, b: Any) -> bool:
        return gold.values_match(a[2], b[2])

    def values_and_slot(a: Any, b: Any) -> bool:
        return a[0] == b[0] and values(a, b)

    pairs: tuple[tuple[str, Sequence[Any], Sequence[Any], Callable[[Any, Any], bool]], ...] = (
        ("diff", differences, theirs, values),
        ("diff_slot", differences, theirs, values_and_slot),
        ("diff_hard", hard, theirs_hard, values),
        ("quotes", gold.quotations(), found.quotations(), both_overlap),
    )
    for name, ours, others, fits in pairs:
        n = matched(ours, others, fits)
        yield name, n, len(others), n, len(ours)
    wordings, worded = gold.wordings(), found.wordings()
    yield "wording_item", _met(worded, wordings), len(worded), _met(wordings, worded), len(wordings)


def _met(entries: Sequence[set[tuple[Place, Place]]], others: Sequence[set[tuple[Place, Place]]]) -> int:
    """Entries with a pair of terms that some entry of the others has."""
    pairs = set().union(*others)
    return sum(any(both_overlap(a, b) for a, b in product(entry, pairs)) for entry in entries)


def relations(golds: Sequence[Row], founds: dict[str, Row]) -> list[tuple[str, str | None]]:
    """(gold, found) of every pair of reports."""
    rows = []
    for gold in golds:
        found = Told(founds.get(gold["story"], {}), {}).relations()
        rows += [(relation, found.get(pair)) for pair, relation in Told(gold, {}).relations().items()]
    return rows


def f1(right_found: int, found: int, right_gold: int, gold: int) -> tuple[float, float, float]:
    precision, recall = right_found / found if found else 0.0, right_gold / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def totals(golds: Sequence[Row], founds: dict[str, Row]) -> dict[str, tuple[int, int, int, int]]:
    """By measure, over all stories: right of those found, found, right of gold, gold."""
    total: dict[str, Counter[int]] = {}
    for gold in golds:
        for name, *numbers in counts(gold, founds.get(gold["story"], {})):
            total.setdefault(name, Counter()).update(dict(enumerate(numbers)))
    return {name: (n[0], n[1], n[2], n[3]) for name, n in total.items()}


def main(gold_path: str, found_path: str) -> None:
    golds = [json.loads(line) for line in Path(gold_path).read_text("utf-8").splitlines()]
    founds = {row["story"]: row for row in map(json.loads, Path(found_path).read_text("utf-8").splitlines())}
    print(f"ALL ({len(golds)} stories)")
    for name, n in totals(golds, founds).items():
        precision, recall, score = f1(*n)
        print(f"  {name:16} P {precision:.3f}  R {recall:.3f}  F1 {score:.3f}  (predicted {n[1]}, gold {n[3]})")
    pairs = relations(golds, founds)
    kinds = {k: [sum(g == p == k for g, p in pairs), sum(p == k for _, p in pairs)] for k in sorted({g for g, _ in pairs})}
    scores = [f1(n, found, n, sum(g == k for g, _ in pairs))[2] for k, (n, found) in kinds.items()]
    right = sum(g == p for g, p in pairs)
    print(f"  {'origins':16} accuracy {right / len(pairs):.3f}  macro-F1 {sum(scores) / len(scores):.3f}  ({len(pairs)} pairs)")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
