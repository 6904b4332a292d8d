"""Predictions of the tagger alone (no rules) in the form of statements/score_quotes.py.

usage: python training/predict_attribution.py GOLD.jsonl OUT.jsonl [FOLDER]
"""

import json
import sys
from pathlib import Path

from rashomon.models.taggers import AttributionTagger

ROOT = Path(__file__).resolve().parent.parent


def main(gold, out, folder):
    tagger = AttributionTagger(folder, ROOT / "models" / "minilm" / "tokenizer.json", threads=1)
    rows = [json.loads(line) for line in Path(gold).read_text("utf-8").splitlines()]
    with Path(out).open("w", encoding="utf-8") as file:
        for row, tagged in zip(rows, tagger.tag([row["text"] for row in rows]), strict=True):
            for link in tagged.links:
                keys = {"quote": link.contents, "cue": (link.cue,), "speaker": (link.source,)}
                spans = {k: [[tagged.spans[i].start, tagged.spans[i].end] for i in v if i is not None] for k, v in keys.items()}
                file.write(json.dumps({"doc": row["doc"], **spans, "conf": link.score}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]) if len(sys.argv) > 3 else ROOT / "models" / "attribution")
