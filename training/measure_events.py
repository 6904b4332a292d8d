"""Writes gold and predictions of a held-out fold for the scorers of ../shared/gold/events, read by the exported model.

usage: python training/measure_events.py FOLD FOLDER OUT     writes OUT/{plv,aw,class,ner,multicoder}.{gold,pred}.jsonl
"""

import json
import sys
from pathlib import Path

from event_data import PENTAS, fold_of, read_rows, token_spans, unmarked
from rashomon.models.readers import EventReader

ROOT = Path(__file__).resolve().parent.parent
TASKS = {
    "plv": "plv_train",
    "aw": "aw_train",
    "class": "cameo_class_train",
    "ner": "cameo_ner_train",
    "multicoder": "cameo_multicoder",
}
LETTERS = {"source": "S", "target": "T", "reciprocal": "R"}


def plain(row):
    return unmarked(row["marked"])[0] if "marked" in row else row["text"]


def named(span):
    return span if span[1] > span[0] else None


def pair_predictions(reader, rows):
    parts = [unmarked(row["marked"]) for row in rows]
    readings = reader.read_sentences([text for text, _, _ in parts])
    found = reader.read_pairs(readings, [(i, named(source), named(target)) for i, (_, source, target) in enumerate(parts)])
    for row, pair in zip(rows, found, strict=True):
        best = max(pair.roots, key=pair.roots.get) if pair else None
        yield {"id": row["id"], "root": best, "conflict": int(pair.conflict > 0.5) if pair else None}


def sentence_predictions(reader, rows):
    for row, reading in zip(rows, reader.read_sentences([row["text"] for row in rows]), strict=True):
        yield {"id": row["id"], "penta": max(PENTAS, key=reading.penta.get), "p": reading.codable, "pentas": reading.penta}


def gated(predictions):
    for prediction in predictions:
        yield prediction if prediction["p"] > 0.5 else {**prediction, "penta": "IRRELEVANT"}


def span_predictions(reader, rows):
    for row, reading in zip(rows, reader.read_sentences([row["text"] for row in rows]), strict=True):
        tokens = token_spans(row["tokens"])
        spans = []
        for span in reading.spans:
            inside = [i for i, (start, end) in enumerate(tokens) if start < span.end and span.start < end]
            spans.append({"label": LETTERS[span.label], "start": inside[0], "end": inside[-1] + 1})
        yield {"id": row["id"], "spans": spans, "scores": [s.score for s in reading.spans]}


def main(fold, folder, out):
    reader = EventReader(folder, ROOT / "models" / "minilm" / "tokenizer.json", threads=1)
    out.mkdir(parents=True, exist_ok=True)
    predict = {"plv": pair_predictions, "aw": pair_predictions, "class": sentence_predictions, "ner": span_predictions}
    for task, name in TASKS.items():
        rows = [row for row in read_rows(name) if fold == "all" or fold_of(plain(row)) == int(fold)]
        found = list(gated(sentence_predictions(reader, rows)) if task == "multicoder" else predict[task](reader, rows))
        for kind, records in (("gold", rows), ("pred", found)):
            (out / f"{task}.{kind}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in records), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
