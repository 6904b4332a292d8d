"""Fits src/rashomon/events/confidence.csv: signs of a drafted event -> chance that a coder would enter it so.

usage: python training/event_confidence.py FOLD...     training/out/evFOLD must hold the reader that never saw that fold

Column "rules": PLV, CAMEO classes and multi-coder, all rows, read by the rules alone; column "reader": the named folds of these,
each read by its own copy. Both also: abstention.csv (our own sentences, which no reader saw) and the odd-numbered reports of
bench/own_events.jsonl; the even ones are kept to judge on. The first event of a sentence is right where its type is the
sentence's (PLV, CAMEO classes) or the sentence holds an event at all (multi-coder, abstention); of the reports every event
is judged, right where its sentence has an event of its type. Each set weighs the same.
Prints log loss, and how often events of each tenth of the score are right, for sentences left out of the fit.
"""

import csv
import json
import sys
from pathlib import Path

import numpy as np

from event_data import fold_of, read_rows, unmarked
from places import OUT

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "bench"))

import own_events  # noqa: E402
from rashomon.events import coding, confidence, judging  # noqa: E402
from rashomon.events.drafts import SPOKEN  # noqa: E402
from rashomon.events.views import plover_view  # noqa: E402
from rashomon.events.votes import root  # noqa: E402
from rashomon.models.readers import EventReader  # noqa: E402
from rashomon.models.taggers import load_attribution_tagger  # noqa: E402
from rashomon.models.trained import Readers  # noqa: E402
from tasks import cameo_class, reading  # noqa: E402

TABLE = ROOT / "src" / "rashomon" / "events" / "confidence.csv"
STRENGTH = 2.0  # of the pull of the weights towards 0
AGAINST, LEAST_AGAINST = ("off_topic", "long_ago", "open"), -0.2  # too few of some to show what they are known to say
ELSEWHERE = -2.5  # set, not fitted: nearly all examples are single sentences, which have no report around them
SIGNS = "constant noun fit actor recipient known_actor known_recipient named public off_topic long_ago open".split()
seen = {}


def remember(signs, codable=None, own=None):
    """Stands in for `chance`: keeps the signs by their score, which it makes unique."""
    score = real(signs, codable, own) + len(seen) * 1e-9
    numbers = {name: number for name, number in signs.numbers().items() if name != "elsewhere"}
    if codable is not None and not signs.strangers:
        numbers |= {"codable": confidence.logit(codable), "own": confidence.logit(own)}
    seen[score] = numbers
    return score


real, judging.chance = confidence.chance, remember
coding.LEAST = 0.0  # what would be rejected is an example like any other


def sentences(fold):
    """(set, text, what is right) for all rows of the gold, or for those of one fold."""
    for name, key in (("plv_train", "root"), ("cameo_class_train", "penta"), ("cameo_multicoder", "penta")):
        for row in read_rows(name):
            text = unmarked(row["marked"])[0] if "marked" in row else row["text"]
            if fold is None or fold_of(text) == fold:
                yield name, text, row[key]


def own_sentences():
    for row in csv.DictReader((ROOT / "training" / "abstention.csv").open()):
        yield "own", row["text"], "EVENT" if row["codable"] == "1" else "IRRELEVANT"


def own_reports():
    """(set, text, signs, right) for each event of our own news reports of odd number that gold is not silent on."""
    rows = [json.loads(line) for line in (ROOT / "bench" / "own_events.jsonl").read_text("utf-8").splitlines()]
    for row in (r for r in rows if int(r["id"][-2:]) % 2):
        (found,) = reading.read_rows([row["text"]])
        for verdict in own_events.judge(row, found):
            if verdict.found is not None and not verdict.optional and verdict.found.score in seen:
                yield "news", f"{verdict.sentence} {verdict.found.id}", seen[verdict.found.score], verdict.gold is not None


def examples(rows):
    """(set, text, signs, right) for the first event of each sentence that is not mere speech."""
    rows = list(rows)
    for (name, text, gold), found in zip(rows, reading.read_rows(text for _, text, _ in rows), strict=True):
        events = [e for e in reading.ranked(found) if e.type not in SPOKEN and e.score in seen]
        if not events:
            continue
        first = events[0]
        kind, cameo = plover_view(first.type, first.cameo, first.status)
        if name == "plv_train":
            right = ("COERCE" if cameo == "163" else root(kind)) == gold
        elif name == "cameo_class_train":
            right = cameo_class.penta(first) == gold
        else:
            right = gold != "IRRELEVANT"
        yield name, text, seen[first.score], right


def fit(rows):
    """Weights by Newton's method on the penalised log loss; each set weighs the same."""
    names = list(rows[0][2])
    x = np.array([[signs[n] for n in names] for _, _, signs, _ in rows])
    y = np.array([float(right) for *_, right in rows])
    sizes = {name: sum(r[0] == name for r in rows) for name in {r[0] for r in rows}}
    w = np.array([len(rows) / len(sizes) / sizes[r[0]] for r in rows])
    weights, pull = np.zeros(len(names)), np.diag([0.0 if n == "constant" else STRENGTH for n in names])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        weights -= np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + pull, x.T @ (w * (p - y)) + pull @ weights)
    return dict(zip(names, weights, strict=True))


def predict(weights, signs):
    return 1 / (1 + np.exp(-sum(weights[n] * signs[n] for n in weights)))


def report(rows):
    """Each fifth of the sentences predicted by weights fitted on the others."""
    found = []
    for part in range(5):
        weights = fit([r for r in rows if fold_of(r[1] + "confidence") != part])
        found += [(r[0], predict(weights, r[2]), r[3]) for r in rows if fold_of(r[1] + "confidence") == part]
    for name in sorted({f[0] for f in found}):
        p, y = (np.array([f[i] for f in found if f[0] == name], dtype=float) for i in (1, 2))
        loss = -np.mean(np.where(y > 0, np.log(p), np.log(1 - p)))
        print(f"{name:20} n {len(p):4} right {y.mean():.3f} mean score {p.mean():.3f} log loss {loss:.3f}")
    for low in np.arange(0, 1, 0.1):
        y = [right for _, p, right in found if low <= p < low + 0.1]
        if y:
            print(f"  score {low:.1f}-{low + 0.1:.1f}: {np.mean(y):.3f} right of {len(y)}")


def main(folds):
    columns = {}
    tagger = load_attribution_tagger()
    for column in ("rules", "reader"):
        rows = []
        for turn, fold in enumerate([None] if column == "rules" else folds):
            seen.clear()
            reader = (
                None if fold is None else EventReader(OUT / f"ev{fold}", ROOT / "models" / "minilm" / "tokenizer.json", threads=1)
            )
            reading.readers = lambda found=reader: None if found is None else Readers(tagger, found)
            rows += examples(sentences(fold))
            rows += [*examples(own_sentences()), *own_reports()] if turn == 0 else []
        rows = [r for r in rows if column == "rules" or "codable" in r[2]]
        print(column, len(rows))
        report(rows)
        columns[column] = {name: min(w, LEAST_AGAINST) if name in AGAINST else w for name, w in fit(rows).items()}
    lines = [f"{s},{columns['rules'][s]:.3f},{columns['reader'][s]:.3f}\n" for s in SIGNS]
    lines += [f"elsewhere,{ELSEWHERE:.3f},{ELSEWHERE:.3f}\n"]
    lines += [f"{s},,{columns['reader'][s]:.3f}\n" for s in ("codable", "own")]
    TABLE.write_text("sign,rules,reader\n" + "".join(lines), "utf-8")
    print(TABLE.read_text("utf-8"))


if __name__ == "__main__":
    main([int(fold) for fold in sys.argv[1:]])
