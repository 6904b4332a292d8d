"""Gold file -> rows without gold -> prediction -> the scorer's figures. Used by score.py (tables) and gate.py (floors)."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
NATURAL = HERE / "natural_stories.jsonl"  # our labels: places in reports that lie beside the checkout
NATURAL_TEXTS = SHARED / "gold" / "stories" / "story.jsonl"


_F = r"(-?[\d.]+)"
# set: (task, gold file, input fields that a row keeps, scorer); files lie beside the checkout or, where a name has no folder, here
SETS = {
    "plv": ("plv", "gold/events/plv_train.jsonl", "id text marked source target", "gold/events/score_plv.py"),
    "cameo_class": ("cameo_class", "gold/events/cameo_class_train.jsonl", "id text", "gold/events/score_cameo_class.py"),
    "cameo_ner": ("cameo_ner", "gold/events/cameo_ner_train.jsonl", "id tokens text", "gold/events/score_ner.py"),
    "multicoder": ("multicoder", "gold/events/cameo_multicoder.jsonl", "id text", "gold/events/score_multicoder.py"),
    "aw": ("aw", "gold/events/aw_train.jsonl", "id text marked source target", "gold/events/score_aw.py"),
    "petr units": ("petr", "gold/events/petrarch_unit_tests.jsonl", "id text date", "gold/events/score_petr.py"),
    "petr afp": ("petr", "gold/events/petr2_gsr_validation.jsonl", "id text date", "gold/events/score_petr.py"),
    "quotes polnear": ("quotes", "gold/statements/polnear_dev.jsonl", "doc text lang date", "gold/statements/score_quotes.py"),
    "quotes seeds": ("quotes", "seeds/statements_gold.jsonl", "doc text lang", "gold/statements/score_quotes.py"),
    "timex": ("timex", "gold/time/timex.jsonl", "id dct text set", "gold/time/score_timex.py"),
    "extract": ("extract", "gold/pages/extract.jsonl", "id set html url", "gold/pages/score_extract.py"),
    "story": ("story", "gold/stories/story.jsonl", "id set text", "gold/stories/score_story.py"),
    "pairs": ("pairs", "gold/stories/pairs.jsonl", "id set a b", "gold/stories/score_pairs.py"),
    "claimdiff": ("claimdiff", "gold/stories/claimdiff.jsonl", "id topic date a b", "gold/stories/score_pairs.py"),
    "compare stories": ("compare", "gold/stories/comparison.jsonl", "story docs", "gold/stories/score_compare.py"),
    "compare seeds": ("compare", "seeds/comparison_gold.jsonl", "story docs", "gold/stories/score_compare.py"),
    "own stories": ("compare", "own_stories.jsonl", "story docs", "score_stories.py"),  # the first six, in view since
    "own stories b": ("compare", "own_stories.jsonl", "story docs", "score_stories.py"),  # three more, not read while working
    "natural stories": ("compare", "natural_stories.jsonl", "story docs", "score_stories.py"),  # learnt from
    "natural stories b": ("compare", "natural_stories.jsonl", "story docs", "score_stories.py"),  # for judging alone
    "natural stories c": ("compare", "natural_stories.jsonl", "story docs", "score_stories.py"),  # the same, of events not in a
}
PARTS = {
    "own stories": ("part", "a"),
    "own stories b": ("part", "b"),
    "natural stories": ("part", "a"),
    "natural stories b": ("part", "b"),
    "natural stories c": ("part", "c"),
}
# (set, what, where the figure stands in what the scorer prints, the scorer's arguments, the subset)
FIGURES: tuple[tuple[str, str, str, tuple[str, ...], tuple[str, str] | None], ...] = (
    ("plv", "root macro-F1", rf"root15.*?macroF1 {_F}", (), None),
    ("plv", "quad macro-F1", rf"quad.*?macroF1 {_F}", (), None),
    ("cameo_class", "macro-F1", rf"macroF1 {_F}", (), None),
    ("cameo_ner", "exact micro-F1", rf"ALL.*?exact P [\d.]+ R [\d.]+ F1 {_F}", (), None),
    ("multicoder", "any event F1", rf"any codable event.*?F1 {_F}", (), None),
    ("multicoder", "any event precision", rf"any codable event\s+P {_F}", (), None),
    ("aw", "macro-F1", rf"macroF1 {_F}", (), None),
    ("petr units", "triple F1", rf"exact triple.*?F1 {_F}", (), None),
    ("petr afp", "triple F1", rf"exact triple.*?F1 {_F}", (), None),
    ("quotes polnear", "attributed F1 %", rf"\nattributed .*?F1\s+{_F}", ("--flat",), None),
    ("quotes polnear", "quoted with speaker F1 %", rf"quoted_attributed .*?F1\s+{_F}", ("--flat",), None),
    ("quotes seeds", "attributed F1 %", rf"\nattributed .*?F1\s+{_F}", (), None),
    ("timex", "value F1", rf'"value_F1": {_F}', (), None),
    ("timex", "span F1", rf'"relaxed_F1": {_F}', (), None),
    ("extract", "body F1", rf'"scrapinghub".*?"F1": {_F}', (), None),
    ("extract", "segment F1", rf'"segments".*?"F1": {_F}', (), None),
    ("extract", "date accuracy", rf'"date": .*?"acc": {_F}', (), None),
    ("extract", "dates invented", rf'"date": .*?"fp_on_empty": {_F}', (), None),
    ("extract", "author accuracy", rf'"author": .*?"acc": {_F}', (), None),
    ("story", "B-cubed F1", rf'"b3": \[[\d.]+, [\d.]+, {_F}', (), None),
    ("pairs", "PAN accuracy", rf'"acc": {_F}', ("pan",), ("set", "pan")),
    ("pairs", "PAN AUC", rf'"auc": {_F}', ("pan",), ("set", "pan")),
    ("pairs", "MSRP F1", rf'"F1": {_F}', ("msrp",), ("set", "msrp")),
    ("claimdiff", "weaken AUC", rf'"auc": {_F}', ("-", "weaken"), None),
    *(
        (where, what, rf"\n  {key} .*?F1 {_F}", (), PARTS.get(where))
        for where in ("compare stories", "compare seeds", *PARTS)
        for what, key in (
            ("align F1", "align"),
            ("only-one F1", "only_one"),
            ("differences F1", "diff"),
            ("differences with slot F1", "diff_slot"),
            ("wording entries F1", "wording_item"),
        )
    ),
    *(
        (where, what, rf"\n  {key} {_F}", (), PARTS.get(where))
        for where in ("compare stories", *PARTS)
        for what, key in (
            ("hard differences F1", "diff_hard .*?F1"),
            ("quotations F1", "quotes .*?F1"),
            ("origins macro-F1", "origins .*?macro-F1"),
        )
    ),
    ("compare seeds", "origins accuracy", rf"\n  origins .*?accuracy {_F}", (), None),
)


@dataclass(frozen=True)
class Measure:
    """One figure: which gold, which input fields a row keeps, which scorer, where the figure stands in what it prints."""

    name: str
    task: str
    gold: Path
    inputs: tuple[str, ...]
    scorer: Path
    figure: str
    arguments: tuple[str, ...]
    only: tuple[str, str] | None


def _measure(which: str, what: str, figure: str, arguments: tuple[str, ...], only: tuple[str, str] | None) -> Measure:
    task, gold, inputs, scorer = SETS[which]
    return Measure(f"{which}: {what}", task, _placed(gold), tuple(inputs.split()), _placed(scorer), figure, arguments, only)


def _placed(name: str) -> Path:
    return (SHARED if "/" in name else HERE) / name


MEASURES = tuple(_measure(*row) for row in FIGURES)


def rows_of(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def with_texts(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The labelled natural stories, whose file names their reports by id alone, with the reports of story.jsonl."""
    reports = natural_reports()
    for row in rows:
        docs = [{"doc": i, **{k: reports[i].get(k) for k in ("outlet", "date", "title", "text")}} for i in row["docs"]]
        yield {**row, "docs": docs}


@cache
def natural_reports() -> dict[str, dict[str, Any]]:
    """The reports of story.jsonl by id; asked for with every figure, read once."""
    return {report["id"]: report for report in rows_of(NATURAL_TEXTS)}


def half_of(row: dict[str, Any]) -> str:
    """The half of a set of our own that a row belongs to, by the number at the end of its id: a odd, b even."""
    return "ba"[int(row["id"][-2:]) % 2]


def rates(right: int, given: int, asked: int) -> str:
    """Precision, recall and F1."""
    return f"P {right / max(given, 1):.3f} R {right / max(asked, 1):.3f} F1 {2 * right / max(given + asked, 1):.3f}"


def gold_rows(measure: Measure, sample: int | None = None) -> list[str]:
    """The gold's lines (of the measure's subset), all or `sample` of them at even steps."""
    lines = [x for x in measure.gold.read_text("utf-8").splitlines() if x.strip()]
    if measure.gold == NATURAL:
        lines = [json.dumps(row, ensure_ascii=False) for row in with_texts(map(json.loads, lines))]
    if measure.only is not None:
        key, value = measure.only
        lines = [x for x in lines if json.loads(x).get(key) == value]
    if sample is None or sample >= len(lines):
        return lines
    return [lines[i * len(lines) // sample] for i in range(sample)]


def fingerprint(lines: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def score(measures: Sequence[Measure], folder: Path, sample: int | None = None) -> dict[str, float | None]:
    """Figures by name; each (task, gold) is predicted once. None where the scorer printed none."""
    figures: dict[str, float | None] = {}
    done: dict[tuple[str, Path, str], Path] = {}
    for measure in measures:
        lines = gold_rows(measure, sample)
        key = (measure.task, measure.gold, fingerprint(lines))
        stem = f"{measure.task}-{key[2]}"
        gold, blind, out = folder / f"{stem}.gold.jsonl", folder / f"{stem}.in.jsonl", folder / f"{stem}.out.jsonl"
        if key not in done:
            gold.write_text("\n".join(lines) + "\n", "utf-8")
            blind.write_text("".join(_blinded(measure, line) for line in lines), "utf-8")
            subprocess.run([sys.executable, str(HERE / "predict.py"), measure.task, str(blind), str(out)], check=True)
            done[key] = out
        scorer = measure.scorer.resolve()
        command = [sys.executable, str(scorer), str(gold), str(out), *measure.arguments]
        printed = subprocess.run(command, check=True, capture_output=True, text=True, cwd=scorer.parent).stdout
        found = re.search(measure.figure, printed, re.DOTALL)
        figures[measure.name] = float(found.group(1)) if found else None
    return figures


def _blinded(measure: Measure, line: str) -> str:
    """The row with its inputs alone; a page's path is made absolute since the row moves to another folder."""
    row = json.loads(line)
    kept = {k: row[k] for k in measure.inputs if k in row}
    if "html" in kept:
        kept["html"] = str((measure.gold.parent / kept["html"]).resolve())
    return json.dumps(kept, ensure_ascii=False) + "\n"
