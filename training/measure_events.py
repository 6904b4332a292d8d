"""Figures of rules, reader and both together on sentences that the reader never saw: fold by fold, and over all folds named.

usage: python training/measure_events.py FOLD...      FOLD 0..4; training/out/events-FOLD.pt must exist (event_reader.py FOLD)
       python training/measure_events.py rules        the rules alone, on all rows

Predictions are kept in training/out/measured/ and made anew only where the code or the network has changed since, so that an
interrupted run goes on where it stopped. Prints Markdown: figures, then PLV and CAMEO classes by type, then what is confused.
"""

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from event_data import EVENTS, PENTAS, fold_of, read_rows, token_spans, unmarked
from places import OUT, ROOT

MEASURED = OUT / "measured"
sys.path.insert(0, str(ROOT / "bench"))

from rashomon.models.readers import EventReader  # noqa: E402
from rashomon.models.taggers import load_attribution_tagger  # noqa: E402
from rashomon.models.trained import Readers  # noqa: E402
from tasks import aw, cameo_class, cameo_ner, multicoder, plv, reading  # noqa: E402

# task: gold file, the product's way to it, the scorer
TASKS = {
    "plv": ("plv_train", plv, "score_plv.py"),
    "cameo_class": ("cameo_class_train", cameo_class, "score_cameo_class.py"),
    "cameo_ner": ("cameo_ner_train", cameo_ner, "score_ner.py"),
    "aw": ("aw_train", aw, "score_aw.py"),
    "multicoder": ("cameo_multicoder", multicoder, "score_multicoder.py"),
}
FIGURES = {
    "plv": {"root-15 macro-F1": r"root15.*?macroF1 ([\d.]+)", "quad macro-F1": r"quad.*?macroF1 ([\d.]+)"},
    "cameo_class": {"macro-F1": r"macroF1 ([\d.]+)"},
    "cameo_ner": {"exact micro-F1": r"ALL.*?F1 ([\d.]+)", "overlap micro-F1": r"ALL.*?overlap F1 ([\d.]+)"},
    "aw": {"macro-F1": r"macroF1 ([\d.]+)"},
    "multicoder": {
        "any event precision": r"any codable event\s+P ([\d.]+)",
        "any event recall": r"any codable event\s+P [\d.]+ R ([\d.]+)",
        "any event F1": r"any codable event.*?F1 ([\d.]+)",
    },
}
SYSTEMS = ("rules", "reader", "both")
LETTERS = {"source": "S", "target": "T", "reciprocal": "R"}


# -- the reader alone ----------------------------------------------------------------------------------------------------


def pairs_alone(reader, rows):
    parts = [unmarked(row["marked"]) for row in rows]
    spans = [[span if span[1] > span[0] else None for span in part[1:]] for part in parts]
    found = reader.read_pairs(reader.read_sentences([text for text, _, _ in parts]), [(i, *s) for i, s in enumerate(spans)])
    for row, pair in zip(rows, found, strict=True):
        best = max(pair.roots, key=pair.roots.get) if pair else None
        yield {"id": row["id"], "root": best, "conflict": int(pair.conflict > 0.5) if pair else None}


def sentences_alone(reader, rows):
    for row, found in zip(rows, reader.read_sentences([row["text"] for row in rows]), strict=True):
        yield {"id": row["id"], "penta": max(PENTAS, key=found.penta.get), "codable": found.codable}


def gates_alone(reader, rows):
    for found in sentences_alone(reader, rows):
        yield found if found["codable"] > 0.5 else {**found, "penta": "IRRELEVANT"}


def spans_alone(reader, rows):
    for row, found in zip(rows, reader.read_sentences([row["text"] for row in rows]), strict=True):
        tokens, spans = token_spans(row["tokens"]), []
        for span in found.spans:
            inside = [i for i, (start, end) in enumerate(tokens) if start < span.end and span.start < end]
            spans.append({"label": LETTERS[span.label], "start": inside[0], "end": inside[-1] + 1})
        yield {"id": row["id"], "spans": spans}


ALONE = {"plv": pairs_alone, "aw": pairs_alone, "cameo_class": sentences_alone, "cameo_ner": spans_alone, "multicoder": gates_alone}


# -- predictions ---------------------------------------------------------------------------------------------------------


def exported(fold):
    """Folder of the int8 graphs of a fold's network, made from it where absent or older."""
    folder, network = OUT / f"ev{fold}", OUT / f"events-{fold}.pt"
    if not network.is_file():
        sys.exit(f"{network.name} is missing: python training/event_reader.py {fold}")
    card = folder / "card.json"
    if not card.is_file() or card.stat().st_mtime < network.stat().st_mtime:
        command = [sys.executable, str(ROOT / "training" / "export_events.py"), str(fold), str(folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return folder


def fingerprint(folder):
    """Changes where the program, its tables, the tasks or the network change."""
    files = [p for p in [*(ROOT / "src").rglob("*"), *(ROOT / "bench" / "tasks").glob("*.py")] if p.suffix in (".py", ".csv")]
    files += [] if folder is None else [folder / "sentences.onnx", folder / "pairs.onnx", folder / "decoder.json"]
    return hashlib.sha256(b"".join(hashlib.sha256(p.read_bytes()).digest() for p in sorted(files))).hexdigest()


def plain(row):
    return unmarked(row["marked"])[0] if "marked" in row else row["text"]


def fold_rows(task, fold):
    return [row for row in read_rows(TASKS[task][0]) if fold in ("all", fold_of(plain(row)))]


def predictions(system, fold):
    """task -> (gold rows, predicted rows) of one system on one fold, from the files kept or made now."""
    folder = None if system == "rules" else exported(fold)
    stamp, made = fingerprint(folder), None
    out = {}
    for task in TASKS:
        rows, kept = fold_rows(task, fold), MEASURED / f"{system}-{fold}-{task}.json"
        known = json.loads(kept.read_text("utf-8")) if kept.is_file() else {}
        if known.get("stamp") != stamp:
            made = made or predictor(system, folder)
            known = {"stamp": stamp, "predicted": list(made(task, rows))}
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_text(json.dumps(known), "utf-8")
        out[task] = rows, known["predicted"]
    return out


def predictor(system, folder):
    reader = None if folder is None else EventReader(folder, ROOT / "models" / "minilm" / "tokenizer.json", threads=1)
    if system == "reader":
        return lambda task, rows: ALONE[task](reader, rows)
    readers = None if reader is None else Readers(load_attribution_tagger(), reader)
    reading.readers = lambda: readers
    return lambda task, rows: TASKS[task][1].predict(rows, EVENTS)


# -- figures -------------------------------------------------------------------------------------------------------------


def figures(task, gold, predicted):
    """What the task's own scorer says: name -> figure."""
    scorer = EVENTS / TASKS[task][2]
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("gold.jsonl", "predicted.jsonl")]
        for file, rows in zip(files, (gold, predicted), strict=True):
            file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        command = [sys.executable, str(scorer), *map(str, files)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True, cwd=scorer.parent).stdout
    return {name: float(re.search(pattern, printed, re.DOTALL).group(1)) for name, pattern in FIGURES[task].items()}


def joined(parts, task):
    return [row for part in parts for row in part[task][0]], [row for part in parts for row in part[task][1]]


def show_figures(found):
    """`found`: system -> fold -> task -> (gold, predicted)."""
    folds = list(next(iter(found.values())))
    print("| set | figure | system | " + " | ".join(f"fold {f}" for f in folds) + " | together | rows |")
    print("|---|---|---|" + "---|" * (len(folds) + 2))
    for task in TASKS:
        for name in FIGURES[task]:
            for system, parts in found.items():
                each = [figures(task, *parts[fold][task])[name] for fold in folds]
                gold, predicted = joined(parts.values(), task)
                cells = [f"{x:.3f}" for x in [*each, figures(task, gold, predicted)[name]]]
                print(f"| {task} | {name} | {system} | {' | '.join(cells)} | {len(gold)} |")


def show_types(task, key, gold, predicted):
    answers = {row["id"]: row[key] for row in predicted}
    pairs = Counter((row[key], answers[row["id"]]) for row in gold)
    print(f"\n| {task} {key} | precision | recall | F1 | gold |\n|---|---|---|---|---|")
    for label in sorted({g for g, _ in pairs}):
        right = pairs[label, label]
        said, there = sum(n for (_, p), n in pairs.items() if p == label), sum(n for (g, _), n in pairs.items() if g == label)
        print(f"| {label} | {right / max(said, 1):.2f} | {right / there:.2f} | {2 * right / (said + there):.2f} | {there} |")
    print(f"\n| {task}: gold -> said | rows |\n|---|---|")
    for (g, p), n in Counter({pair: n for pair, n in pairs.items() if pair[0] != pair[1]}).most_common(12):
        print(f"| {g} -> {p} | {n} |")


def with_quads(rows, quads):
    return [{"id": row["id"], "root": row["root"], "quad": quads.get(row["root"])} for row in rows]


def main(folds):
    if folds == ["rules"]:
        found = {"rules": {"all": predictions("rules", "all")}}
    else:
        found = {system: {fold: predictions(system, fold) for fold in map(int, folds)} for system in SYSTEMS}
    show_figures(found)
    last = list(found.values())[-1].values()
    gold, predicted = joined(last, "plv")
    show_types("plv", "root", gold, predicted)
    quads = {row["root"]: row["quad"] for row in read_rows("plv_train")}
    show_types("plv", "quad", with_quads(gold, quads), with_quads(predicted, quads))
    show_types("cameo_class", "penta", *joined(last, "cameo_class"))


if __name__ == "__main__":
    main(sys.argv[1:])
