#!/usr/bin/env python3
"""Scores the product's events on our own news reports (own_events.jsonl), written blind: before the system was run on them.

usage: own_events.py [--half a|b|c|d] [--errors] [--reliability]

An event is right where a gold event of its sentence has its type; its roles are right where every gold party shares a word
with what the product gives for it and no party is given where gold has none. Gold marked optional is neither asked for nor
counted against the product; `/` in gold parts what is equally right, `+` parties that must all be there. Halves a and c (odd
numbers) are there to learn from, b and d (even numbers) to judge on; c and d are the reports from 13 on.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rashomon.records import Event, Participant, Reading
from scoring import half_of, rates, rows_of
from tasks.reading import read_report

HERE = Path(__file__).resolve().parent
SPOKEN = {"STATEMENT", "POSITION"}
WEAK = set("the a an of and or in on for to its his her their our with by from".split())


@dataclass(slots=True)
class Verdict:
    """One gold event, one event of the product, or both where they meet."""

    report: str
    sentence: str
    gold: dict[str, Any] | None
    found: Event | None
    reading: Reading
    roles: bool = False
    status: bool = False
    eventless: bool = False

    @property
    def optional(self) -> bool:
        return self.gold is not None and self.gold["optional"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["a", "b", "c", "d"])
    parser.add_argument("--errors", action="store_true", help="every verdict that is not wholly right, a line each")
    parser.add_argument("--reliability", action="store_true", help="how often an event of a given score is right")
    options = parser.parse_args()
    rows = [row for row in rows_of(HERE / "own_events.jsonl") if options.half in (None, quarter_of(row))]
    verdicts = [v for row, reading in zip(rows, _read(rows), strict=True) for v in judge(row, reading)]
    if options.errors:
        print("\n".join(_told(v) for v in verdicts if _wrong(v)))
    for line in figures(rows, verdicts):
        print(line)
    if options.reliability:
        print("\n".join(reliability(verdicts)))


def quarter_of(row: dict[str, Any]) -> str:
    """The half of a report; c for a and d for b from report 13 on."""
    half = half_of(row)
    return half if int(row["id"][-2:]) <= 12 else {"a": "c", "b": "d"}[half]


def _read(rows: list[dict[str, Any]]) -> Iterable[Reading]:
    for row in rows:
        yield read_report(row["id"], row["text"], datetime.fromisoformat(row["date"]).replace(tzinfo=UTC))


def judge(row: dict[str, Any], reading: Reading) -> list[Verdict]:
    """Gold and product side by side, sentence by sentence; events of the headline are left out."""
    verdicts = []
    for gold in row["sentences"]:
        words = row["text"][gold["start"] : gold["end"]]
        place = re.search(r"\s+".join(map(re.escape, words.split())), reading.document.text)
        assert place, words
        inside = [e for e in reading.events if place.start() <= e.span.start < place.end() and e.type.value not in SPOKEN]
        pairs = _matched(gold["events"], inside, reading)
        taken = {id(e) for _, e in pairs if e is not None}
        pairs += [(None, e) for e in inside if id(e) not in taken]
        for want, found in pairs:
            verdict = Verdict(row["id"], words, want, found, reading, eventless=not gold["events"])
            if want is not None and found is not None:
                verdict.roles, verdict.status = _roles(want, found, reading), found.status.value in want["statuses"]
            verdicts.append(verdict)
    return verdicts


def _matched(gold: list[dict[str, Any]], found: list[Event], reading: Reading) -> list[tuple[dict[str, Any] | None, Event | None]]:
    """Each gold event with its event, the best pairs first; optional gold that met none is left out."""
    fits = [
        (not want["optional"], _roles(want, e, reading), e.status.value in want["statuses"], -g, -f)
        for g, want in enumerate(gold)
        for f, e in enumerate(found)
        if e.type.value in want["types"]
    ]
    met: dict[int, int] = {}
    for *_, g, f in sorted(fits, reverse=True):
        if -g not in met and -f not in met.values():
            met[-g] = -f
    return [(want, found[met[g]] if g in met else None) for g, want in enumerate(gold) if g in met or not want["optional"]]


def _roles(want: dict[str, Any], found: Event, reading: Reading) -> bool:
    actors, recipients = found.actors, found.recipients
    if found.reciprocal and not recipients and want["recipients"] != "-":
        return _party(want["actors"], actors, reading) and _party(want["recipients"], actors, reading)
    return _party(want["actors"], actors, reading) and _party(want["recipients"], recipients, reading)


def _party(want: str, given: tuple[Participant, ...], reading: Reading) -> bool:
    words = set[str]().union(*(_words(p, reading) for p in given))
    groups = [[alternative.strip() for alternative in group.split("/")] for group in want.split("+")]
    return all(any((not given) if a == "-" else bool(_content(a) & words) for a in group) for group in groups)


def _words(participant: Participant, reading: Reading) -> set[str]:
    mentions = {m.id: m for m in reading.mentions}
    words, mention = _content(participant.span.of(reading.document.text)), mentions.get(participant.mention or "")
    for _ in range(4):
        if mention is None:
            break
        words |= _content(mention.name) | _content(mention.span.of(reading.document.text))
        mention = mentions.get(mention.antecedent or "")
    return words


def _content(text: str) -> set[str]:
    return set(re.findall(r"[\w-]+", re.sub(r"['’]s\b", "", text.lower()))) - WEAK


def figures(rows: list[dict[str, Any]], verdicts: list[Verdict]) -> Iterable[str]:
    """The figures, a line each."""
    asked = [v for v in verdicts if v.gold is not None and not v.optional]
    given = [v for v in verdicts if v.found is not None and not v.optional]
    met = [v for v in asked if v.found is not None]
    eventless = sum(not s["events"] for r in rows for s in r["sentences"])
    false = sum(v.found is not None and v.eventless for v in verdicts)
    yield f"reports {len(rows)}  gold events {len(asked)}  events given {len(given)} (optional ones left out)"
    yield "type   " + rates(len(met), len(given), len(asked))
    yield "triple " + rates(sum(v.roles for v in met), len(given), len(asked))
    yield f"status {sum(v.status for v in met)}/{len(met)} = {sum(v.status for v in met) / max(len(met), 1):.3f}"
    yield f"false events per 100 eventless sentences: {100 * false / max(eventless, 1):.1f} ({false} in {eventless})"
    said: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for v in met:
        first = v.gold["statuses"][0] if v.gold else ""
        said[first] += 1
        right[first] += v.status
    yield "status by gold: " + "  ".join(f"{s} {right[s]}/{n}" for s, n in said.most_common())


def reliability(verdicts: list[Verdict]) -> Iterable[str]:
    """Events by their score: how many, their mean score, the share whose type is right."""
    scored = [(v.found.score, v.gold is not None) for v in verdicts if v.found is not None and not v.optional]
    for low in (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9):
        high = {0.0: 0.3, 0.3: 0.5, 0.9: 1.01}.get(low, low + 0.1)
        here = [(s, r) for s, r in scored if low <= s < high]
        if here:
            mean, share = sum(s for s, _ in here) / len(here), sum(r for _, r in here) / len(here)
            yield f"score {low:.1f}-{min(high, 1.0):.1f}  n {len(here):3}  mean {mean:.2f}  right {share:.2f}"


def _wrong(v: Verdict) -> bool:
    return v.found is None or v.gold is None or (not v.optional and not (v.roles and v.status))


def _told(v: Verdict) -> str:
    label = "MISSED" if v.found is None else "FALSE " if v.gold is None else "PARTLY"
    want = (
        ""
        if v.gold is None
        else f"gold {'/'.join(v.gold['types'])} [{v.gold['actors']}] > [{v.gold['recipients']}] {v.gold['statuses']}"
    )
    return f"{v.report} {label} {want} {_shown(v.found, v.reading) if v.found else ''}\n       {' '.join(v.sentence.split())}"


def _shown(event: Event, reading: Reading) -> str:
    text = reading.document.text
    actors, recipients = ([p.span.of(text) for p in side] for side in (event.actors, event.recipients))
    trigger = " ".join(s.of(text) for s in event.trigger)
    return f"got {event.type.value} {actors} > {recipients} {event.status.value} '{trigger}' {event.rule} {event.score:.2f}"


if __name__ == "__main__":
    main()
