#!/usr/bin/env python3
"""How well dictionaries learnt from some records code the others, by folds at random and with like records together.

usage: petr_folds.py [--folds N] GOLD.jsonl ..."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from learn_petrarch import Record, learn, parse_records
from rashomon.events.cameo import Scheme
from rashomon.pipeline import read_parsed
from rashomon.tables import load_tables
from scoring import rates, rows_of
from tasks.petr import scheme_of, triples
from tasks.reading import readers

ALIKE = 0.6  # the share of their words by which two records are alike


def main(paths: list[str], count: int) -> None:
    rows, files = [], []
    for path in paths:
        more = rows_of(Path(path))
        rows += more
        files += [Path(path).stem] * len(more)
    records = parse_records(rows)
    for name, folds in (("random", random_folds(len(rows), count)), ("grouped", grouped_folds(rows, count))):
        found = cross_validated(records, folds)
        for file in ("", *dict.fromkeys(files)):
            chosen = [k for k in range(len(rows)) if file in ("", files[k])]
            print(f"{name:8} {file or 'all':24} {score([records[k] for k in chosen], [found[k] for k in chosen])}")


def random_folds(records: int, count: int) -> list[int]:
    """The fold of each record, by chance."""
    order = list(range(records))
    random.Random(7).shuffle(order)
    return [place % count for place in order]


def grouped_folds(rows: Sequence[dict[str, Any]], count: int) -> list[int]:
    """The same with all records in one fold that are alike, or by others in between."""
    words = [frozenset(row["text"].lower().split()) for row in rows]
    group = list(range(len(rows)))

    def leader(k: int) -> int:
        while group[k] != k:
            k = group[k]
        return k

    for a in range(len(rows)):
        for b in range(a):
            if len(words[a] & words[b]) >= ALIKE * len(words[a] | words[b]):
                group[leader(a)] = leader(b)
    members: dict[int, list[int]] = {}
    for k in range(len(rows)):
        members.setdefault(leader(k), []).append(k)
    sizes, fold = [0] * count, [0] * len(rows)
    for found in sorted(members.values(), key=lambda m: (-len(m), m)):
        smallest = sizes.index(min(sizes))
        sizes[smallest] += len(found)
        for k in found:
            fold[k] = smallest
    return fold


def cross_validated(records: Sequence[Record], folds: Sequence[int]) -> list[set[tuple[str, str, str]]]:
    """The triples of each record by dictionaries learnt without its fold."""
    found: list[set[tuple[str, str, str]]] = [set() for _ in records]
    for fold in sorted(set(folds)):
        with tempfile.TemporaryDirectory() as folder:
            learn([r for r, f in zip(records, folds, strict=True) if f != fold], Path(folder))
            tables = {scheme: load_tables(Path(folder) / scheme.value) for scheme in Scheme}
        for k, record in enumerate(records):
            if folds[k] == fold:
                own = tables[scheme_of(record.day)]
                reading = read_parsed(record.document, record.sentences, own, readers())
                found[k] = {(r["source"], r["target"], r["code"]) for r in triples(reading, record.day, own)}
    return found


def score(records: Sequence[Record], found: Sequence[set[tuple[str, str, str]]]) -> str:
    """Precision, recall and F1 of whole triples, and of pairs alone."""
    out = []
    for size in (3, 2):
        gold = [{t[:size] for t in record.gold} for record in records]
        told = [{t[:size] for t in one} for one in found]
        right = sum(len(g & t) for g, t in zip(gold, told, strict=True))
        out.append(rates(right, sum(map(len, told)), sum(map(len, gold))))
    return f"triples {out[0]}; pairs {out[1]} (n={len(records)})"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("gold", nargs="+")
    given = parser.parse_args()
    main(given.gold, given.folds)
